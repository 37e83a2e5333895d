/** Whose ballot begins with which items: kept per person until the close, so that a restart changes nothing; then only how many. */
import { voteKey } from '../../shared/document.ts';
import { isPerTable } from '../../shared/electorate.ts';
import { exposureOf, firstOf, isLong, timesFirst, type Exposure } from '../../shared/exposure.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import { StoreUnavailable } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import type { Hall } from './hall.ts';

/** per person: how many had opened theirs before */
const turnKind = 'dealt';
/** per run: how many opened it */
const openedKind = 'opened';

/** Only where everybody has a ballot of their own, on a list that nobody reads whole. */
export function isDealt({ settings, items, state }: VoteRecord): boolean {
  return state === 'open' && isLong(items.length) && !isPerTable(settings) && settings.method.kind !== 'pairwise';
}

/** The places of what each of these sees first. Null when the disk fails: then it is only an order of their own. */
export function dealFirst(hall: Hall, code: string, asked: readonly { vote: VoteRecord; who: string }[]) {
  const { store } = hall.parts;
  const deal = () =>
    asked.map(({ vote, who }) => {
      const key = voteKey(vote.phase, vote.run);
      const kept = store.records.get(code, turnKind, `${key}:${who}`)?.value as number | undefined;
      const turn = kept ?? openedOf(store, code, vote);
      if (kept === undefined) {
        store.records.put({ session: code, kind: turnKind, id: `${key}:${who}`, value: turn });
        store.records.put({ session: code, kind: openedKind, id: key, value: turn + 1 });
      }
      return firstOf(vote.items.length, turn, vote.commit);
    });
  try {
    return hall.transaction(code, deal);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return asked.map(() => null);
  }
}

/** Within a transaction: the vote is over, and who saw what first is nobody's business any more. */
export function forgetTurns(store: Store, code: string, { phase, run }: VoteRecord): void {
  const prefix = `${voteKey(phase, run)}:`;
  for (const { id } of store.records.of(code, turnKind)) {
    if (id.startsWith(prefix)) store.records.remove(code, turnKind, id);
  }
}

/** How many people opened their ballot, of a run that was dealt out; 0 of another. */
export function openedOf(store: Store, code: string, { phase, run }: VoteRecord): number {
  return (store.records.get(code, openedKind, voteKey(phase, run))?.value as number | undefined) ?? 0;
}

export function setOpened(store: Store, code: string, { phase, run }: VoteRecord, opened: number): void {
  store.records.put({ session: code, kind: openedKind, id: voteKey(phase, run), value: opened });
}

/** Null where the list was not dealt out. */
export function shownOf({ items, commit }: VoteRecord, opened: number): Exposure | null {
  return opened > 0 && isLong(items.length) ? exposureOf(items.length, opened, commit) : null;
}

/** id → how often it came first. */
export function shownPerItem({ items, commit }: VoteRecord, opened: number): Map<string, number> {
  const times = opened > 0 && isLong(items.length) ? timesFirst(items.length, opened, commit) : [];
  return new Map(times.map((count, place) => [items[place]!.id, count]));
}
