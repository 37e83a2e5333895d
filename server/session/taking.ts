/** Out of sight and back: what a card says leaves the document for the store, and returns under the same id and number. */
import type * as Y from 'yjs';
import { readCard } from '../../shared/document.ts';
import type { Gone } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import { putBack, setMergedInto, takeOut } from '../../shared/stamp.ts';
import type { Hall, Scene } from './hall.ts';
import { quoteInDocument, quoteInStore } from './quotes.ts';
import { answer, type Answer } from './services.ts';

/** Takes a card off the board, and sweeps, so that the log does not keep what it said. */
export function takeAway(hall: Hall, scene: Scene, card: string, gone: Gone, reason: string): void {
  const { store } = hall.parts;
  const struck = hall.act(
    scene,
    gone === 'hidden' ? 'card.hide' : 'card.withdraw',
    card,
    (doc) => {
      if (gone === 'withdrawn') freeOriginals(doc, card);
      quoteInDocument(doc, card, null);
      return { content: takeOut(doc, card, gone), struck: false };
    },
    (taken) => {
      if (taken.content) store.gone.put({ session: scene.code, card, gone, reason, content: taken.content });
      store.points.eraseWords(scene.code, [card]);
      taken.struck = quoteInStore(hall, scene, card, null);
      hall.broom.mark(scene.code);
    },
  ).struck;
  hall.broom.tidy();
  tell(hall, scene, card, struck);
}

export function bringBack(hall: Hall, scene: Scene, card: string, gone: Gone): Answer<null> {
  const { code, doc } = scene;
  const { store } = hall.parts;
  const row = store.gone.get(code, card);
  const there = readCard(doc, card);
  if (!row || !there?.gone) return refuse('card_gone');
  if (row.gone !== gone) return refuse('not_allowed', row.gone);
  const apart = there.mergedFrom.filter((id) => readCard(doc, id)?.mergedInto !== card);
  if (apart.some((id) => readCard(doc, id)?.mergedInto !== null)) return refuse('built_upon');
  const back = hall.act(
    scene,
    gone === 'hidden' ? 'card.show' : 'card.return',
    card,
    (document) => {
      putBack(document, card, row.content);
      for (const id of apart) setMergedInto(document, id, card);
      quoteInDocument(document, card, row.content);
      return { struck: false };
    },
    (done) => {
      store.gone.remove(code, card);
      done.struck = quoteInStore(hall, scene, card, row.content);
    },
  );
  tell(hall, scene, card, back.struck);
  return answer(null);
}

/** A merged card that goes leaves its originals on the board, free to be merged again. */
export function freeOriginals(doc: Y.Doc, card: string): void {
  for (const id of readCard(doc, card)?.mergedFrom ?? []) {
    if (readCard(doc, id)?.mergedInto === card) setMergedInto(doc, id, null);
  }
}

/** `struck`: the ballots of an open vote have changed, which is everybody's business. */
function tell(hall: Hall, scene: Scene, card: string, struck: boolean): void {
  if (struck) return scene.room.poke(null);
  scene.room.poke(scene.register.authors.of(card) ?? scene.who);
  hall.pokeLeaders(scene);
}
