/** Cards by command: from paper, from programs, late; and out of sight and back. */
import { cardsMap, readCard } from '../../shared/document.ts';
import { cardKindOf } from '../../shared/format.ts';
import { makeId } from '../../shared/ids.ts';
import { refuse } from '../../shared/refusals.ts';
import { fits } from '../../shared/details.ts';
import { can, phaseFor, rules } from '../../shared/rules.ts';
import { takesCommand } from '../../shared/phases/contribute.ts';
import { addCard, restOf } from '../../shared/stamp.ts';
import type { Hall, Scene } from './hall.ts';
import { handIn, judgeHeld } from './held.ts';
import { takeIn, type SentCard } from './releasing.ts';
import { mergeCards, unmergeCard } from './merging.ts';
import { answer, type Answer, type Ask, type Services } from './services.ts';
import { stampOf } from './stamping.ts';
import { bringBack, takeAway } from './taking.ts';

export function makeCards(hall: Hall): Services['cards'] {
  const { store, random } = hall.parts;

  return {
    add(ask, input) {
      const scene = hall.enter(ask);
      if (!scene.ok) return scene;
      const id = input.id ?? makeId(random);
      const sent = sentBefore(scene.value, id);
      if (sent) return sent;
      const card = {
        id,
        kind: input.kind ?? usualKind(scene.value),
        title: input.title,
        text: input.text ?? '',
        table: input.table ?? null,
        cluster: null,
        ...restOf(input),
      };
      if (ask.identity.role === 'facilitator') return fromPaper(ask, card);
      return input.late === true ? handIn(hall, ask, card) : fromProgram(scene.value, card);
    },

    withdraw(ask, card) {
      const scene = hall.may(ask, { type: 'card.withdraw', card });
      if (!scene.ok) return scene;
      takeAway(hall, scene.value, card, 'withdrawn', '');
      return answer(null);
    },

    return(ask, card) {
      const scene = hall.may(ask, { type: 'card.return', card });
      return scene.ok ? bringBack(hall, scene.value, card, 'withdrawn') : scene;
    },

    hide(ask, card, reason) {
      const scene = hall.may(ask, { type: 'card.hide' });
      if (!scene.ok) return scene;
      if (readCard(scene.value.doc, card)?.gone !== null) return refuse('card_gone');
      takeAway(hall, scene.value, card, 'hidden', reason);
      return answer(null);
    },

    show(ask, card) {
      const scene = hall.may(ask, { type: 'card.show' });
      return scene.ok ? bringBack(hall, scene.value, card, 'hidden') : scene;
    },

    merge: (ask, input) => mergeCards(hall, ask, input),
    unmerge: (ask, card) => unmergeCard(hall, ask, card),
    judgeHeld: (ask, held, verdict) => judgeHeld(hall, ask, held, verdict),
  };

  /** Sending again is harmless: the same answer when the card is theirs. */
  function sentBefore({ code, doc, register, who }: Scene, id: string): Answer<{ id: string }> | null {
    const held = store.held.get(code, id);
    if (held) return held.participant === who ? answer({ id }) : refuse('card_exists');
    if (!cardsMap(doc).has(id)) return null;
    const author = register.authors.of(id);
    return author === who || author === undefined ? answer({ id }) : refuse('card_exists'); // nobody's: anonymous
  }

  function fromPaper(ask: Ask, card: SentCard): Answer<{ id: string }> {
    const asked = hall.may(ask, { type: 'card.paper' });
    if (!asked.ok) return asked;
    const scene = asked.value;
    const { register, session, who } = scene;
    const kind = cardKindOf(session.format, card.kind);
    const bad = kind ? fits(card, kind) : refuse('bad_content', 'kind');
    if (bad) return bad;
    const stamp = { who, phase: session.phase, at: hall.now(), via: 'paper', table: card.table } as const;
    hall.act(
      scene,
      'card.paper',
      card.id,
      (doc) => addCard(doc, card.id, card, stampOf(register, doc, stamp)),
      () => register.setAuthor(card.id, who),
    );
    scene.room.poke(who);
    return answer({ id: card.id });
  }

  /** As if it was written on the board. */
  function fromProgram(scene: Scene, card: SentCard): Answer<{ id: string }> {
    const allowed = can({ type: 'card.make', command: true, ...card }, scene.actor, scene.facts);
    if (!allowed.ok) return allowed;
    const phase = phaseFor(rules['card.make'], scene.facts, card.kind)!;
    if (phase.kind === 'contribute' && takesCommand(phase)) return takeIn(hall, scene, card, phase);
    const { register, who } = scene;
    const stamp = { who, phase: phase.id, at: hall.now() };
    hall.change(
      scene,
      (doc) => addCard(doc, card.id, card, stampOf(register, doc, stamp)),
      () => register.setAuthor(card.id, who),
    );
    scene.room.poke(who);
    return answer({ id: card.id });
  }
}

/** The kind the phase asks for, or the first the format has. */
function usualKind({ facts: { phase, format } }: Scene): string {
  return phase?.kind === 'contribute' ? phase.cardKind : (format.cardKinds[0]?.id ?? '');
}
