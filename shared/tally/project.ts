/** A budget vote made ready for counting: what may be chosen, who wants it, and the fixed order of ties. */
import type { Step } from './log.ts';
import { lotPlaces } from './lot.ts';
import type { Item } from './method.ts';

export interface Project {
  id: string;
  cost: bigint;
  /** ballots that choose it, or the sum of its points */
  votes: bigint;
  /** place in the order of the lot, drawn once for the whole count */
  lot: number;
  /** bloc index and what each voter in the bloc gives, side by side */
  blocs: Int32Array;
  gives: Float64Array;
}

/** Voters with the same ballot: they pay the same and have the same left. */
export interface Bloc {
  voters: number;
}

export interface Instance {
  projects: Project[];
  blocs: Bloc[];
  /** whose shares the budget is divided into */
  voters: number;
  budget: bigint;
}

/** What one ballot gives: item id → 1, or points. */
export type Wishes = ReadonlyMap<string, number>;

/** Every item as a project, those without votes too. Points are whole numbers. */
export function makeInstance(
  items: readonly Item[],
  ballots: readonly Wishes[],
  budget: number,
  voters: number,
  seed: string,
): Instance {
  const lot = lotPlaces(
    seed,
    items.map(({ id }) => id),
  );
  const known = new Set(items.map(({ id }) => id));
  const blocs = new Map<string, { voters: number; wishes: (readonly [string, number])[] }>();
  for (const ballot of ballots) {
    const wishes = [...ballot].filter(([id, given]) => given > 0 && known.has(id)).sort(byId);
    if (wishes.length === 0) continue;
    const key = JSON.stringify(wishes);
    const bloc = blocs.get(key);
    if (bloc) bloc.voters += 1;
    else blocs.set(key, { voters: 1, wishes });
  }
  const supporters = new Map<string, { bloc: number; gives: number; voters: number }[]>(
    items.map(({ id }) => [id, []]),
  );
  for (const [index, { voters: size, wishes }] of [...blocs.values()].entries()) {
    for (const [id, gives] of wishes) supporters.get(id)!.push({ bloc: index, gives, voters: size });
  }
  const projects = items.map(({ id, cost = 0 }): Project => {
    const mine = supporters.get(id)!;
    return {
      id,
      cost: BigInt(cost),
      votes: mine.reduce((sum, { gives, voters: size }) => sum + BigInt(gives) * BigInt(size), 0n),
      lot: lot.get(id)!,
      blocs: Int32Array.from(mine, ({ bloc }) => bloc),
      gives: Float64Array.from(mine, ({ gives }) => gives),
    };
  });
  return {
    projects,
    blocs: [...blocs.values()].map(({ voters: size }) => ({ voters: size })),
    voters,
    budget: BigInt(budget),
  };
}

/** Which of two goes first when they tie (DOMAIN 2E): the cheapest, then the most votes, then the lot. */
export function byCost(a: Project, b: Project): number {
  return sign(a.cost, b.cost) || sign(b.votes, a.votes) || a.lot - b.lot;
}

/** The order of greedy and of filling up (DOMAIN 4.8): the most votes, then the cheapest, then the lot. */
export function byVotes(a: Project, b: Project): number {
  return sign(b.votes, a.votes) || sign(a.cost, b.cost) || a.lot - b.lot;
}

export function costOf(projects: readonly Project[]): bigint {
  return projects.reduce((sum, { cost }) => sum + cost, 0n);
}

export interface Sieve {
  /** the least number of votes */
  least: number;
  /** out when votes / voters < cost / (3 × budget) */
  support: boolean;
}

/** Takes out what can not be chosen, before anything else (DOMAIN 2E, traps): these would keep a count from ending well. */
export function sieve(
  { projects, budget, voters }: Instance,
  items: readonly Item[],
  { least, support }: Sieve,
): { able: Project[]; steps: Step[] } {
  const barred = new Map(items.map((item) => [item.id, item.barred]));
  const steps: Step[] = [];
  const able = [...projects].sort(byVotes).filter((project) => {
    const { id, cost, votes } = project;
    const detail = barred.get(id);
    const out = (why: Extract<Step, { step: 'left out' }>['why']) => {
      steps.push({ step: 'left out', id, why, ...(why === 'barred' ? { detail: detail! } : {}) });
      return false;
    };
    if (detail !== undefined) return out('barred');
    if (cost > budget) return out('cost');
    if (votes === 0n) return out('votes');
    if (votes < BigInt(least)) return out('threshold');
    if (support && votes * 3n * budget < cost * BigInt(voters)) return out('support');
    return true;
  });
  return { able, steps };
}

function sign(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byId([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
