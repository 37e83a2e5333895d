/** One run of the Method of Equal Shares with a fixed share for every voter (DOMAIN 2E; Peters, Pierczyński, Skowron 2021). */
import { fraction, write, type Fraction } from './fraction.ts';
import type { Step } from './log.ts';
import { byCost, costOf, type Instance, type Project } from './project.ts';
import { Purses, writePrice, type Price } from './purse.ts';

/** What a supporter gets of a project: its cost (times the points given), or the points alone. */
export type Utility = 'cost' | 'points';

export interface Run {
  /** in the order in which they were bought */
  chosen: Project[];
  spent: bigint;
  /** stopped as soon as more than the budget was spent */
  overspent: boolean;
  steps: Step[];
}

/** A project with what it is worth to its supporters together, as it was when last looked at: it only ever goes down. */
interface Candidate {
  project: Project;
  top: bigint;
  bottom: bigint;
}

/**
 * Buys the project with the most effective support, as long as there is one its supporters can pay; ties by cost, votes and
 * lot. `able`: what may be bought, all of it with votes. Without `told` it keeps no steps, which is quicker.
 */
export function buy(instance: Instance, able: readonly Project[], share: Fraction, utility: Utility, told = true): Run {
  const purses = new Purses(instance, share);
  const steps: Step[] = [];
  const free = able.filter(({ cost }) => cost === 0n).sort(byCost);
  if (told) steps.push(...free.map(({ id }): Step => ({ step: 'free', id })));
  const chosen = [...free];
  let spent = 0n;
  let queue = able
    .filter(({ cost }) => cost > 0n)
    .map((project) => atMost(project, utility))
    .sort(best);
  const broke: Project[] = [];
  for (;;) {
    const { priced, rest } = findBest(purses, queue, utility, broke);
    const winner = priced[0];
    if (!winner) break;
    if (told) steps.push(tell(purses, winner, priced));
    purses.pay(winner.price);
    chosen.push(winner.project);
    spent += winner.project.cost;
    if (spent > instance.budget) return { chosen, spent, overspent: true, steps };
    queue = merge(priced.slice(1), rest);
  }
  if (told) {
    for (const one of broke.sort(byCost)) {
      steps.push({ step: 'unaffordable', id: one.id, cost: `${one.cost}`, have: write(purses.have(one)) });
    }
    steps.push({ step: 'purses', tenths: purses.tenths() });
  }
  return { chosen, spent: costOf(chosen), overspent: false, steps };
}

type Priced = Candidate & { price: Price };

/**
 * Looks again at candidates from the top of the queue, until the rest was worth less than the best even before: they can
 * only have lost since. What can not be paid goes to `broke`.
 */
function findBest(purses: Purses, queue: readonly Candidate[], utility: Utility, broke: Project[]) {
  const priced: Priced[] = [];
  let first: Priced | null = null;
  let looked = 0;
  for (const candidate of queue) {
    if (first !== null && best(candidate, first) > 0) break;
    looked += 1;
    const price = purses.price(candidate.project);
    if (price === null) {
      broke.push(candidate.project);
      continue;
    }
    const now = { ...worth(price, purses.scale, utility), price };
    priced.push(now);
    if (first === null || best(now, first) < 0) first = now;
  }
  priced.sort((a, b) => best(a, b) || byCost(a.project, b.project));
  return { priced, rest: queue.slice(looked) };
}

/** `offers`: the winner and what came close to it, as priced before it was paid. */
function tell(purses: Purses, winner: Priced, offers: readonly Priced[]): Step {
  const { project, price, top, bottom } = winner;
  const others = offers.filter((one) => one !== winner && best(one, winner) === 0).map((one) => one.project);
  const by = others.map((other) => {
    if (other.cost !== project.cost) return 'cost';
    return other.votes === project.votes ? 'lot' : 'votes';
  });
  return {
    step: 'bought',
    id: project.id,
    cost: `${project.cost}`,
    effective: write(fraction(top, bottom)),
    price: writePrice(price, purses.scale),
    ...purses.count(price),
    tied: others.map(({ id }) => id),
    by: (['lot', 'votes', 'cost'] as const).find((one) => by.includes(one)) ?? null,
  };
}

/** cost / price, or 1 / price. */
function worth({ project, rest, points }: Price, scale: bigint, utility: Utility): Candidate {
  return { project, top: points * scale * (utility === 'cost' ? project.cost : 1n), bottom: rest };
}

/** What a project is worth as long as nobody is out of money. */
function atMost(project: Project, utility: Utility): Candidate {
  return { project, top: project.votes, bottom: utility === 'cost' ? 1n : project.cost };
}

/** Negative when `a` is worth more. */
function best(a: Candidate, b: Candidate): number {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left > right ? -1 : left < right ? 1 : 0;
}

/** Two lists that are sorted, the best first, as one. */
function merge(some: readonly Candidate[], others: readonly Candidate[]): Candidate[] {
  const all: Candidate[] = [];
  let [at, to] = [0, 0];
  while (at < some.length && to < others.length) {
    all.push(best(some[at]!, others[to]!) <= 0 ? some[at++]! : others[to++]!);
  }
  return [...all, ...some.slice(at), ...others.slice(to)];
}
