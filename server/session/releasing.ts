/**
 * Cards that take the command door while people write: they wait until the facilitator lets them through, or until their phase
 * is over, or they come to the board at once in the server's own name. Nobody is recorded as the writer of an anonymous one.
 */
import type * as Y from 'yjs';
import { cardsMap } from '../../shared/document.ts';
import type { PhaseOf } from '../../shared/format.ts';
import { limits } from '../../shared/limits.ts';
import { addCard, restOf, type CardContent } from '../../shared/stamp.ts';
import type { HeldReason, HeldRow } from '../store/store.ts';
import type { Hall, Scene } from './hall.ts';
import { countOne } from './made.ts';
import type { PhaseWork } from './work.ts';
import type { Register } from './register.ts';
import { answer, type Answer } from './services.ts';
import { stampOf } from './stamping.ts';

type Contribute = PhaseOf<'contribute'>;

export interface SentCard extends CardContent {
  id: string;
  table: number | null;
}

export function takeIn(hall: Hall, scene: Scene, card: SentCard, phase: Contribute): Answer<{ id: string }> {
  const { code, doc, register, session, who } = scene;
  const { store } = hall.parts;
  const count = () => countOne(store, doc, register, session, who, phase);
  const row = heldRow(hall, scene, card, phase);
  if (row) {
    hall.transaction(code, () => {
      store.held.add(row);
      count();
      register.noteAct(who);
    });
    if (row.reason === 'moderated') hall.pokeLeaders(scene);
  } else {
    const stamp = { who, phase: phase.id, at: hall.now() };
    hall.change(
      scene,
      (board) => addCard(board, card.id, card, stampOf(register, board, stamp)),
      () => {
        count();
        if (phase.anonymous) register.noteAct(who);
        else register.setAuthor(card.id, who);
      },
    );
  }
  scene.room.poke(who);
  return answer({ id: card.id });
}

/** In the transaction of the phase change: what was written in silence is seen. Sorted by id, which tells nothing of who or when. */
export const contributeWork: PhaseWork<Contribute> = {
  end(hall, { code, register, room }, { phase, run }, doc) {
    const { store } = hall.parts;
    const space = limits.cardsPerSession - cardsMap(doc).size;
    const isDue = ({ reason, state, more }: HeldRow) =>
      reason === 'after' && state === 'waiting' && more?.phase === phase.id && more.run === run;
    const due = store.held.of(code).filter((row) => isDue(row) && !cardsMap(doc).has(row.id));
    const rows = due.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, space);
    if (rows.length === 0) return;
    for (const row of rows) putOnBoard(register, doc, row, hall.now());
    return () => {
      for (const { id, participant, more } of rows) {
        store.held.remove(code, id);
        if (participant !== null && !more?.anonymous) register.setAuthor(id, participant);
      }
      hall.broom.mark(code);
      room.poke(null);
    };
  },
};

/** A card that waited, with its own words and stamps. */
export function putOnBoard(
  register: Register,
  doc: Y.Doc,
  { id, participant, more = {}, ...row }: HeldRow,
  at: number,
) {
  const { kind, title, text, reason } = row;
  const via = reason === 'late' ? 'late' : null;
  const table = more.table === undefined ? {} : { table: more.table };
  const stamp = stampOf(register, doc, { who: participant, phase: more.phase ?? null, at, via, ...table });
  const content = { kind, title, text, cluster: null, ...restOf(more) };
  addCard(doc, id, content, more.run === undefined ? stamp : { ...stamp, run: more.run });
}

/** Null when it need not wait: what misses its phase by less than the grace comes to a board that everybody sees. */
function heldRow(
  hall: Hall,
  { code, session, register, who }: Scene,
  card: SentCard,
  phase: Contribute,
): HeldRow | null {
  const { id, kind, title, text } = card;
  const isOver = session.phase !== phase.id;
  const reason: HeldReason | null = phase.moderated
    ? 'moderated'
    : phase.visible === 'after' && !isOver
      ? 'after'
      : null;
  if (!reason) return null;
  const more = {
    ...restOf(card),
    phase: phase.id,
    run: session.runs[phase.id] ?? 0,
    table: register.participant(who)?.table ?? null,
    ...(phase.anonymous && { anonymous: true as const }),
  };
  return { id, session: code, participant: who, reason, kind, title, text, at: hall.now(), state: 'waiting', more };
}
