/** Somebody's own words, gone for good: the name, every card in the document and in the store, and the plans about those cards. */
import { readCard } from '../../shared/document.ts';
import { readPlans } from '../../shared/plans.ts';
import { refuse } from '../../shared/refusals.ts';
import { removePlan, takeOut } from '../../shared/stamp.ts';
import { eraseChoices } from './choices.ts';
import type { Hall, Scene } from './hall.ts';
import { eraseMatching } from './forgetting.ts';
import { quoteInDocument, quoteInStore } from './quotes.ts';
import { freeOriginals } from './taking.ts';

/** The participant stays, without them: a seat, a place on the roll, a ballot that nobody can tell from another. */
export function eraseOwn(hall: Hall, scene: Scene): void {
  const { code, doc, register, room, who } = scene;
  const { store, rooms } = hall.parts;
  const cards = [...register.authors.cardsOf(who)];
  const plans = readPlans(doc).flatMap(({ id, card }) => (card !== null && cards.includes(card) ? [id] : []));
  const struck = hall.change(
    scene,
    (board) => {
      for (const card of cards) {
        if (readCard(board, card)?.gone === null) freeOriginals(board, card);
        quoteInDocument(board, card, null);
        takeOut(board, card, 'withdrawn');
      }
      for (const plan of plans) removePlan(board, plan);
      return { any: false, matching: eraseMatching(hall, scene, board) };
    },
    (done) => {
      for (const card of cards) {
        store.gone.remove(code, card);
        done.any = quoteInStore(hall, scene, card, null) || done.any;
      }
      for (const { id, participant } of store.held.of(code)) if (participant === who) store.held.remove(code, id);
      store.points.eraseWords(code, cards);
      for (const plan of plans) store.updates.drop(code, plan);
      eraseChoices(store, code, who);
      done.matching();
      register.changeParticipant(who, { name: '' });
      hall.broom.mark(code);
    },
  );
  for (const plan of plans) rooms.drop(code, refuse('not_found'), plan);
  hall.broom.sweep();
  room.poke(struck.any ? null : who);
  hall.pokeLeaders(scene);
}
