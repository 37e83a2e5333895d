/**
 * Hands of one table, as ballots. Exact where a count looks at each item on its own: then it does not matter which hand was
 * whose. Hands say no more than that, so methods that ask for dots, points, an order or money take no hands.
 */
import { isPerTable } from './electorate.ts';
import { refuse, yes, type Refusal, type Yes } from './refusals.ts';
import type { Ballot, VoteItem, VoteSettings } from './vote.ts';

export interface Hands {
  /** how many at this table vote with their hands, also who raises none */
  people: number;
  /** per id of an item; `no` only where people answer yes or no */
  yes: Record<string, number>;
  no: Record<string, number>;
}

/** Hands of one run at most: with all devices, tickets and paper its ballots still fit in one `session.json`. */
export const handsPerVote = 10_000;

/** one: each raises a hand once. several: for each item, so many times at most. answers: yes or no to each. null: no hands. */
export type HandsKind = 'one' | 'several' | 'answers';

export function handsKind(settings: Pick<VoteSettings, 'method' | 'per'>): HandsKind | null {
  const { method } = settings;
  if (isPerTable(settings)) return null;
  if (method.kind === 'single') return 'one';
  if (method.kind === 'consent') return 'answers';
  // who has to choose two or more may raise one hand only: nobody sees that in a count
  return method.kind === 'approval' && (method.min ?? 0) <= 1 ? 'several' : null;
}

/** Can these be the hands of so many people? */
export function checkHands(
  { people, yes: raised, no }: Hands,
  settings: Pick<VoteSettings, 'method' | 'per'>,
  items: readonly Pick<VoteItem, 'id'>[],
): Yes | Refusal {
  const kind = handsKind(settings);
  if (kind === null) return refuse('hands_not');
  const known = new Set(items.map(({ id }) => id));
  const ids = [...Object.keys(raised), ...Object.keys(no)];
  if (!ids.every((id) => known.has(id))) return refuse('unknown_item');
  if (kind !== 'answers' && sum(no) > 0) return refuse('hands_not', 'no');
  if (ids.some((id) => (raised[id] ?? 0) + (no[id] ?? 0) > people)) return refuse('hands_too_many');
  return sum(raised) <= most(kind, people, settings) ? yes : refuse('hands_too_many');
}

/** Without zeros and what was struck, in the order of the items: the same hands are the same. */
export function plainHands({ people, yes: raised, no }: Hands, items: readonly VoteItem[]): Hands {
  const pick = (given: Record<string, number>) =>
    Object.fromEntries(items.flatMap(({ id, struck }) => (!struck && given[id] ? [[id, given[id]] as const] : [])));
  return { people, yes: pick(raised), no: pick(no) };
}

/**
 * As many ballots as people. Hands for one item are dealt out where those for the item before ended, round and round: nobody
 * gets one item twice, nor more items than the method allows. Of answers the first say yes to an item, the next no.
 */
export function ballotsOfHands({ people, yes: raised, no }: Hands, { method }: Pick<VoteSettings, 'method'>): Ballot[] {
  const dealt: string[][] = Array.from({ length: people }, () => []);
  let next = 0;
  if (method.kind !== 'consent') {
    for (const [id, count] of Object.entries(raised)) {
      for (let hand = 0; hand < count; hand++) dealt[next++ % people]!.push(id);
    }
    return dealt.map((ids) => (method.kind === 'single' ? { choose: ids[0] ?? null } : { approve: ids }));
  }
  const ids = [...new Set([...Object.keys(raised), ...Object.keys(no)])];
  return dealt.map((_, person) => {
    const answers = ids.flatMap((id) => {
      const [agree, not] = [raised[id] ?? 0, no[id] ?? 0];
      if (person >= agree + not) return [];
      return [[id, person < agree ? ('yes' as const) : ('no' as const)] as const];
    });
    return { answers: Object.fromEntries(answers) };
  });
}

function most(kind: HandsKind, people: number, { method }: Pick<VoteSettings, 'method'>): number {
  if (kind === 'one') return people;
  return kind === 'several' && method.kind === 'approval' ? people * method.max : Infinity;
}

function sum(given: Record<string, number>): number {
  return Object.values(given).reduce((all, one) => all + one, 0);
}
