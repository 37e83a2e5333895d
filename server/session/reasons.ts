/** Why people said no, per item and without the rest of their ballot. Only whoever leads reads them, after the reveal. */
import { voteKey } from '../../shared/document.ts';
import type { VoteItem, VoteRecord } from '../../shared/vote.ts';
import type { Random } from '../../shared/ids.ts';
import type { Store } from '../store/store.ts';
import { asCast, type Kept } from './ballot.ts';
import { shuffle } from './secrets.ts';

const kind = 'reasons';

/** item → what was written */
export type Reasons = Record<string, string[]>;

/** Within the transaction that closes the vote: in an order of their own, or the ballots could be told by theirs. */
export function keepReasons(store: Store, code: string, vote: VoteRecord, cast: readonly Kept[], random: Random): void {
  const given = cast.map(({ ballot }) => asCast(ballot, vote.items));
  const all = vote.items.map(({ id }) => {
    const texts = given.flatMap((one) => ('answers' in one && one.reasons?.[id] ? [one.reasons[id]] : []));
    return [id, shuffle(texts, random)] as const;
  });
  const written = all.filter(([, texts]) => texts.length > 0);
  if (written.length > 0) setReasons(store, code, vote, Object.fromEntries(written));
}

/** Within a transaction. */
export function setReasons(
  store: Store,
  code: string,
  { phase, run }: Pick<VoteRecord, 'phase' | 'run'>,
  reasons: Reasons,
): void {
  store.records.put({ session: code, kind, id: voteKey(phase, run), value: reasons });
}

export function reasonsOf(store: Store, code: string, { phase, run }: Pick<VoteRecord, 'phase' | 'run'>): Reasons {
  return (store.records.get(code, kind, voteKey(phase, run))?.value as Reasons | undefined) ?? {};
}

/** In the order of the ballot, with what the items are called. */
export function listReasons(
  items: readonly VoteItem[],
  reasons: Reasons,
): { id: string; title: string; reasons: string[] }[] {
  return items.flatMap(({ id, title }) => (reasons[id] ? [{ id, title, reasons: reasons[id] }] : []));
}
