import { compare, fraction, read, write, zero } from './fraction.ts';
import type { Step } from './log.ts';
import type { Threshold, Verdict } from './method.ts';

export interface Turnout {
  cast: number;
  blank: number;
  electorate: number;
}

/**
 * Is `yes` strictly more than the share that is asked (DOMAIN 4.6)? `valid`: the votes for and against, without "geen
 * mening". Of nothing the share is 0.
 */
export function judge(id: string, yes: number, valid: number, turnout: Turnout, threshold: Threshold): Verdict {
  const of = threshold.basis === 'cast' ? valid : turnout.electorate;
  const share = of === 0 ? zero : fraction(yes, of);
  const passes = hasQuorum(turnout, threshold) && compare(share, read(threshold.moreThan)) > 0;
  return { id, yes, of, share: write(share), passes };
}

/** At least the quorum; blank ballots count for the turnout. */
export function hasQuorum({ cast, electorate }: Turnout, { quorum }: Threshold): boolean {
  if (quorum === undefined) return true;
  return electorate > 0 && compare(fraction(cast, electorate), read(quorum)) >= 0;
}

export function quorumSteps(turnout: Turnout, threshold: Threshold): Step[] {
  if (threshold.quorum === undefined) return [];
  const { cast, electorate } = turnout;
  const reached = hasQuorum(turnout, threshold);
  return [{ step: 'quorum', cast, electorate, needed: threshold.quorum, reached }];
}
