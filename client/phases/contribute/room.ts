/** How many cards one may still write here, alone or as a table, and what becomes of them. */
import type { MakeCard } from '../../../shared/actions.ts';
import type { PhaseOf } from '../../../shared/format.ts';
import { takesCommand } from '../../../shared/phases/contribute.ts';
import type { Board } from '../../board/board.svelte.ts';
import type { contributeText } from '../../text/contribute.ts';

type Contribute = PhaseOf<'contribute'>;
type Texts = (typeof contributeText)['nl'];

/** As far as this device knows: what waits for a connection counts too. */
export function madeIn(board: Pick<Board, 'me' | 'myCards' | 'picture'>, phase: Contribute, run: number): number {
  const made = board.me?.made[phase.id] ?? 0;
  if (takesCommand(phase)) return made;
  const isOf = (card: { phase: string | null; run: number }) => card.phase === phase.id && card.run === run;
  const mine = board.myCards.filter((card) => card.phase === null || isOf(card)).length;
  if (phase.by !== 'table') return Math.max(made, mine);
  const table = board.me?.participant?.table ?? null;
  const ours = [...board.picture.byId.values()].filter((card) => isOf(card) && card.table === table).length;
  const unsent = board.myCards.filter((card) => card.phase === null).length;
  return Math.max(made, ours) + unsent;
}

export function limitText(t: Texts, { by, maxPerPerson: most }: Contribute, left: number): string {
  const some = left > 0 && left < most;
  if (by === 'table') return some ? t.limitTableLeft(left, most) : t.limitTable(most);
  return some ? t.limitLeft(left, most) : t.limit(most);
}

export function reachedText(t: Texts, { by, maxPerPerson: most }: Contribute): string {
  return by === 'table' ? t.limitTableReached(most) : t.limitReached(most);
}

/** What one should know before writing. */
export function notesOn(t: Texts, phase: Contribute): string[] {
  return [
    ...(phase.moderated ? [t.moderated] : []),
    ...(phase.visible === 'after' ? [t.silent] : []),
    ...(phase.anonymous ? [t.anonymous] : []),
  ];
}

/** For asking whether anybody here may write at all. */
export function blankCard({ cardKind }: Contribute): MakeCard {
  return { type: 'card.make', kind: cardKind, title: '?', text: '', command: true };
}
