/** Gelijke verdeling (DOMAIN 2E, 4.9): equal shares, and what is done with the money that is left. */
import { floor, fraction, write, type Fraction } from './fraction.ts';
import { greedy } from './greedy.ts';
import { leap } from './leap.ts';
import type { Step } from './log.ts';
import type { Progress } from './method.ts';
import { byVotes, costOf, type Instance, type Project } from './project.ts';
import { buy, type Run, type Utility } from './shares.ts';

/**
 * none: the rest stays unspent. add1: the share of every voter is raised until the budget is used up. add1u: and then the
 * most votes first. u: no raising, the most votes first at once.
 */
export type Completion = 'none' | 'add1' | 'add1u' | 'u';

export interface Rule {
  completion: Completion;
  utility: Utility;
  /** by how much the share is raised, in units of money; the share is always a whole number of these */
  step: number;
  progress?: (note: Progress) => void;
  /** so many shares are counted one by one before one is leapt from: that takes longer than to count one */
  patience?: number;
}

export interface Shared {
  /** in the order in which they were chosen */
  chosen: Project[];
  steps: Step[];
}

/** `able`: what may be chosen; nothing in it costs more than the budget, and all of it has votes. */
export function equalShares(instance: Instance, able: readonly Project[], rule: Rule): Shared {
  const { budget, voters } = instance;
  const plain = fraction(budget, BigInt(Math.max(1, voters)));
  const { completion, utility } = rule;
  if (completion !== 'none' && costOf(able) <= budget) {
    const chosen = [...able].sort(byVotes);
    const fits: Step = { step: 'all fit', ids: chosen.map(({ id }) => id), cost: `${costOf(chosen)}` };
    return { chosen, steps: [fits, { step: 'share', voters, share: write(plain) }] };
  }
  const raises = completion === 'add1' || completion === 'add1u';
  const { share, run, raised } = raises
    ? raise(instance, able, rule, plain)
    : { share: plain, run: buy(instance, able, plain, utility), raised: [] };
  const steps: Step[] = [...raised, { step: 'share', voters, share: write(share) }, ...run.steps];
  if (completion === 'none' || completion === 'add1') return { chosen: run.chosen, steps };
  const bought = new Set(run.chosen);
  const filled = greedy(
    able.filter((project) => !bought.has(project)),
    budget - run.spent,
  );
  return { chosen: [...run.chosen, ...filled.chosen], steps: [...steps, ...filled.steps] };
}

/** shares: a shorter leap takes longer than counting them */
const worthwhile = 4n;

/**
 * add1: from B / n, rounded down, counts from scratch with every next share at which anything can change. It stops when
 * nothing more fits in what is left, or before the share that would spend more than there is.
 */
function raise(instance: Instance, able: readonly Project[], rule: Rule, plain: Fraction) {
  const { utility, patience = 32 } = rule;
  const step = BigInt(rule.step);
  const from = (floor(plain) / step) * step;
  let share = from;
  let run = quick(share);
  let stop: 'full' | 'overspends' = 'full';
  let alone = 0;
  while (!isFull(instance, able, run)) {
    if (alone++ >= patience) {
      const far = leap(instance, able, run.chosen, utility, { share, most: instance.budget }) / step;
      share += far * step;
      if (far < worthwhile) alone = 0;
    }
    const next = quick(share + step);
    if (next.overspent) {
      stop = 'overspends';
      break;
    }
    share += step;
    run = next;
  }
  const raised: Step = {
    step: 'raised',
    from: `${from}`,
    to: `${share}`,
    by: `${step}`,
    times: Number((share - from) / step),
    stop,
  };
  return { share: fraction(share), run: buy(instance, able, fraction(share), utility), raised: [raised] };

  function quick(each: bigint): Run {
    const tried = buy(instance, able, fraction(each), utility, false);
    rule.progress?.({ share: `${each}`, spent: `${tried.spent}`, budget: `${instance.budget}` });
    return tried;
  }
}

/** Nothing that was not chosen fits in what is left. */
function isFull({ budget }: Instance, able: readonly Project[], { chosen, spent }: Run): boolean {
  const bought = new Set(chosen);
  return able.every((project) => bought.has(project) || project.cost > budget - spent);
}
