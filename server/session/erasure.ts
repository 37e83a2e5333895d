/** Somebody's own words, gone for good: the name, and every card in the document and in the store. */
import { readCard } from '../../shared/document.ts';
import { takeOut } from '../../shared/stamp.ts';
import { eraseChoices } from './choices.ts';
import type { Hall, Scene } from './hall.ts';
import { eraseMatching } from './forgetting.ts';
import { quoteInDocument, quoteInStore } from './quotes.ts';
import { freeOriginals } from './taking.ts';

/** The participant stays, without them: a seat, a place on the roll, a ballot that nobody can tell from another. */
export function eraseOwn(hall: Hall, scene: Scene): void {
  const { code, register, room, who } = scene;
  const { store } = hall.parts;
  const cards = [...register.cardsOf(who)];
  const struck = hall.change(
    scene,
    (doc) => {
      for (const card of cards) {
        if (readCard(doc, card)?.gone === null) freeOriginals(doc, card);
        quoteInDocument(doc, card, null);
        takeOut(doc, card, 'withdrawn');
      }
      return { any: false, matching: eraseMatching(hall, scene, doc) };
    },
    (done) => {
      for (const card of cards) {
        store.gone.remove(code, card);
        done.any = quoteInStore(hall, scene, card, null) || done.any;
      }
      for (const { id, participant } of store.held.of(code)) if (participant === who) store.held.remove(code, id);
      store.points.eraseWords(code, cards);
      eraseChoices(store, code, who);
      done.matching();
      register.changeParticipant(who, { name: '' });
      hall.broom.mark(code);
    },
  );
  hall.broom.sweep();
  room.poke(struck.any ? null : who);
  hall.pokeLeaders(scene);
}
