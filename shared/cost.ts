/** What things cost, for votes that divide money. */
import { cardKindOf } from './format.ts';
import type { Method } from './phases/vote.ts';
import type { Ground } from './sources.ts';

/** Whole euros in the field of money of a card, or under "kosten" of a plan; null when there is nothing that is a number. */
export function costOn({ session, byId, plans }: Ground, id: string): number | null {
  const card = byId.get(id);
  const fields = card?.fields ?? plans.find((plan) => plan.id === id)?.words ?? {};
  const kind = session && cardKindOf(session.format, card?.kind ?? '');
  const field = kind?.fields?.find((one) => one.kind === 'money')?.id ?? 'kosten';
  const digits = (fields[field] ?? '').replace(/[€\s.]/g, '').replace(/,-?$/, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** Methods that divide money over what has a price: only items with a cost can be on the ballot. */
export function needsCost({ kind }: Pick<Method, 'kind'>): boolean {
  return kind === 'budget' || kind === 'vouchers';
}
