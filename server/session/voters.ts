/** Who votes in a run of a vote, and as whom. */
import { isPerTable, standingOf } from '../../shared/electorate.ts';
import { voteKey } from '../../shared/document.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import type { ParticipantRow, RunKey, Store } from '../store/store.ts';

export function decides({ settings }: VoteRecord, row: ParticipantRow): boolean {
  return standingOf(settings, { ...row, ticket: true }) === 'decides'; // whoever is on the roll had one
}

export function votes(vote: VoteRecord, row: ParticipantRow): boolean {
  return decides(vote, row) && !row.duties.includes('observer');
}

/** On the roll: somebody's own id, or that of their table; null: at no table. */
export function voterOf({ settings }: VoteRecord, { id, table }: Pick<ParticipantRow, 'id' | 'table'>): string | null {
  if (!isPerTable(settings)) return id;
  return table === null ? null : `table:${table}`;
}

/** How many vote: people, or tables where a ballot is one table's. */
export function votersAmong(people: readonly ParticipantRow[], vote: VoteRecord): number {
  return new Set(people.flatMap((row) => (votes(vote, row) ? (voterOf(vote, row) ?? []) : []))).size;
}

/** How many people on the roll decide; `tickets`: who are on it by a ticket at a table, and decide. */
export function countRoll(
  roll: Store['roll'],
  key: RunKey,
  vote: VoteRecord,
  people: Iterable<ParticipantRow>,
  tickets: number,
): number {
  if (isPerTable(vote.settings) || !vote.settings.electorate) return roll.count(key) - tickets;
  return [...people].filter((row) => decides(vote, row) && roll.has(key, row.id)).length;
}

/** Of whom was counted in an electorate once, and does without their vote now. */
export const countedId = ({ phase, run }: VoteRecord, { id }: ParticipantRow) => `${voteKey(phase, run)}:${id}`;

/** Takes ballots, on paper alone or on devices too, or will when the grace of the phase before has ended. */
export function isOpen(vote: VoteRecord | undefined): vote is VoteRecord {
  return vote?.state === 'open' || vote?.state === 'opening' || vote?.state === 'collecting';
}
