/** Who speaks when (DOMAIN 3B `presenteren`, 4.3). */
import { lotOrder } from '../tally/lot.ts';

/** signup: as they came. lot: drawn. agenda: the facilitator's order. */
export type PitchOrder = { by: 'signup' } | { by: 'lot'; seed: string } | { by: 'agenda'; ids: readonly string[] };

/**
 * The queue. `signedUp` is the order of sign-up. Who is not on the agenda speaks after those who are; who signs up after
 * the lot was drawn (`late`, in order of sign-up) comes last, so that the published order stands.
 */
export function pitchQueue(signedUp: readonly string[], order: PitchOrder, late: readonly string[] = []): string[] {
  const inTime = signedUp.filter((id) => !late.includes(id));
  return [...ordered(inTime, order), ...late];
}

/**
 * At most `most` per theme, chosen by lot (G1000: 80 proposals, 40 pitches); in lot order, as they will speak. What has no
 * theme (null) is one theme of its own kind.
 */
export function shortlist(
  proposals: readonly { id: string; theme: string | null }[],
  most: number,
  seed: string,
): string[] {
  const themeOf = new Map(proposals.map(({ id, theme }) => [id, theme]));
  const taken = new Map<string | null, number>();
  return lotOrder(seed, [...themeOf.keys()]).filter((id) => {
    const theme = themeOf.get(id) ?? null;
    const already = taken.get(theme) ?? 0;
    taken.set(theme, already + 1);
    return already < most;
  });
}

function ordered(ids: readonly string[], order: PitchOrder): string[] {
  switch (order.by) {
    case 'signup':
      return [...ids];
    case 'lot':
      return lotOrder(order.seed, ids);
    case 'agenda': {
      const planned = order.ids.filter((id) => ids.includes(id));
      return [...planned, ...ids.filter((id) => !planned.includes(id))];
    }
  }
}
