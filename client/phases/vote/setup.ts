/** The form in which a facilitator sets up a vote, as text fields hold it; and the way to and from settings. */
import type { SetVote } from '../../../shared/api.ts';
import type { VotePhase } from '../../../shared/format.ts';

export interface Setup {
  kind: 'dots' | 'approval';
  items: VotePhase['items'];
  dots: string;
  most: string;
  max: string;
  top: string;
  cut: VotePhase['cut'];
}

/** Least and most of each number, as the schema of a format has them. */
export const bounds = { dots: [1, 50], most: [1, 50], max: [1, 100], top: [1, 100] } as const;

export function setupOf({ method, items, top, cut }: VotePhase): Setup {
  const dots = method.kind === 'dots' ? method : { dots: 3, maxPerItem: 2 };
  const max = method.kind === 'approval' ? method.max : 3;
  return {
    kind: method.kind,
    items,
    dots: String(dots.dots),
    most: String(dots.maxPerItem),
    max: String(max),
    top: String(top),
    cut,
  };
}

/** The numbers this form uses that are not numbers, or out of bounds. */
export function wrongIn(setup: Setup): (keyof typeof bounds)[] {
  const used = setup.kind === 'dots' ? (['dots', 'most', 'top'] as const) : (['max', 'top'] as const);
  return used.filter((field) => {
    const [least, most] = bounds[field];
    const number = Number(setup[field]);
    return !Number.isInteger(number) || number < least || number > most;
  });
}

export function settingsOf({ kind, items, dots, most, max, top, cut }: Setup): SetVote {
  const rest = { items, top: Number(top), cut };
  if (kind === 'approval') return { ...rest, method: { kind, max: Number(max) } };
  return { ...rest, method: { kind, dots: Number(dots), maxPerItem: Math.min(Number(most), Number(dots)) } };
}
