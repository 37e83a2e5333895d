/** Cards that wait outside the document: handed in after their phase, until the facilitator admits them or not. */
import { cardsMap } from '../../shared/document.ts';
import { cardKindOf, phaseOf } from '../../shared/format.ts';
import { limits } from '../../shared/limits.ts';
import type { Session } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import { fits } from '../../shared/details.ts';
import { restOf, type CardContent } from '../../shared/stamp.ts';
import type { HeldRow } from '../store/store.ts';
import type { Hall } from './hall.ts';
import { answer, type Answer, type Ask } from './services.ts';
import { putOnBoard } from './releasing.ts';

export function handIn(hall: Hall, ask: Ask, card: CardContent & { id: string }): Answer<{ id: string }> {
  const { id, kind, title, text } = card;
  const asked = hall.may(ask, { type: 'card.handIn' });
  if (!asked.ok) return asked;
  const { code, session, room, who } = asked.value;
  const { store } = hall.parts;
  const cardKind = cardKindOf(session.format, kind);
  const more = restOf(card);
  const bad = cardKind ? fits({ title, text, ...more }, cardKind) : refuse('bad_content', 'kind');
  if (bad) return bad;
  const waiting = store.held.of(code).filter(({ reason, state }) => reason === 'late' && state === 'waiting');
  if (waiting.length >= limits.heldPerSession) return refuse('too_many', 'heldPerSession');
  const own = waiting.filter(({ participant }) => participant === who);
  if (own.length >= limits.heldPerParticipant) return refuse('too_many_cards', String(limits.heldPerParticipant));
  const row = { id, session: code, participant: who, reason: 'late', kind, title, text, at: hall.now(), more } as const;
  hall.transaction(code, () => store.held.add({ ...row, state: 'waiting' }));
  room.poke(who);
  hall.pokeLeaders(asked.value);
  return answer({ id });
}

/** A card that was not admitted can be, later; the other way round it is on the board already, and can be hidden. */
export function judgeHeld(hall: Hall, ask: Ask, id: string, verdict: 'admitted' | 'declined'): Answer<null> {
  const asked = hall.may(ask, { type: 'held.judge' });
  if (!asked.ok) return asked;
  const { code, doc, session, register, facts, room } = asked.value;
  const { store } = hall.parts;
  const row = store.held.get(code, id);
  if (!row) return refuse('not_found', 'held');
  if (row.state === verdict) return answer(null);
  if (row.state === 'admitted') return refuse('card_exists');
  if (verdict === 'declined') {
    hall.transaction(code, () => {
      store.held.setState(code, id, 'declined');
      hall.note(asked.value, 'held.decline', id);
    });
  } else if (isForLater(session, row)) {
    hall.transaction(code, () => {
      store.held.remove(code, id);
      store.held.add({ ...row, reason: 'after', state: 'waiting' });
      hall.note(asked.value, 'held.judge', id);
    });
  } else {
    if (cardsMap(doc).has(id)) return refuse('card_exists'); // it came over the board after all
    if (facts.cardCount >= limits.cardsPerSession) return refuse('board_full');
    const { participant: who, more } = row;
    const phase = more?.phase ?? missedPhase(session, row.kind);
    hall.act(
      asked.value,
      'held.judge',
      id,
      (board) => putOnBoard(register, board, { ...row, more: { ...more, ...(phase && { phase }) } }, hall.now()),
      () => {
        if (who !== null && !more?.anonymous) register.setAuthor(id, who);
        // What it says is on the board from now on, and in one place only.
        store.held.remove(code, id);
        if (more?.anonymous) hall.broom.mark(code);
        else store.held.add({ ...row, title: '', text: '', more: {}, state: 'admitted' });
      },
    );
  }
  if (row.more?.anonymous) hall.broom.tidy();
  if (row.participant !== null) room.poke(row.participant);
  hall.pokeLeaders(asked.value);
  return answer(null);
}

/** Seen by others only when its phase is over, and it is not. */
function isForLater({ format, phase, run }: Session, { reason, more }: HeldRow): boolean {
  const written = phaseOf(format, more?.phase ?? null);
  const silent = written?.kind === 'contribute' && written.visible === 'after';
  return reason === 'moderated' && silent && written.id === phase && more?.run === run;
}

/** The last phase held in which cards of this kind were written. */
function missedPhase({ format, runs, phase }: Session, kind: string): string | null {
  const held = format.phases.filter((one) => one.kind === 'contribute' && one.cardKind === kind && runs[one.id]);
  return held.at(-1)?.id ?? phase;
}
