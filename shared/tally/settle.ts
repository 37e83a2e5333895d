import { cutAt } from './cut.ts';
import { write } from './fraction.ts';
import type { Step } from './log.ts';
import type { Outcome, Poll, Verdict } from './method.ts';
import { rankItems, tiesIn, type Scored } from './rank.ts';
import { judge, quorumSteps, type Turnout } from './threshold.ts';

/** What a method that ranks has found out; the rest is the same for all of them. */
export interface Findings {
  /** the names of the values, in order */
  keys: readonly string[];
  scored: readonly Scored[];
  blank: number;
  /** what was added up, per item; told in the order of the ranking */
  steps?: readonly (Step & { id: string })[];
  /** how many voters want the item, for a threshold; without it the first value is that number */
  supporters?: (id: string) => number;
  /** how many votes for and against the item were cast; without it all ballots that choose something */
  valid?: (id: string) => number;
}

/** From values to an outcome: ranking, ties, threshold, cut and the log (DOMAIN 4.4 to 4.6). */
export function settle(poll: Poll<unknown, unknown>, found: Findings): Outcome {
  const { top, cut, threshold, seed } = poll;
  const turnout: Turnout = { cast: poll.ballots.length, blank: found.blank, electorate: poll.electorate };
  const ranking = rankItems(found.scored, seed);
  const ties = tiesIn(ranking, found.keys);
  const verdicts: Verdict[] = threshold
    ? ranking.map(({ item, values }) => {
        const yes = found.supporters?.(item.id) ?? Number(values[0]!.top);
        return judge(item.id, yes, found.valid?.(item.id) ?? turnout.cast - turnout.blank, turnout, threshold);
      })
    : [];
  const failed = new Set(verdicts.filter(({ passes }) => !passes).map(({ id }) => id));
  const able = ranking.filter(({ item, mayWin, ranked }) => mayWin && ranked && !failed.has(item.id));
  const { winners, again, tied } = cutAt(
    able.map(({ item, rank }) => ({ id: item.id, rank })),
    top,
    cut,
  );
  const place = new Map(ranking.map(({ item }, index) => [item.id, index]));
  const won = new Set(winners);
  return {
    keys: found.keys,
    ranking: ranking.map(({ item: { id, title }, rank, values }) => {
      return { id, title, rank, values: values.map(write), wins: won.has(id) };
    }),
    winners,
    again,
    ties,
    verdicts,
    cast: turnout.cast,
    blank: turnout.blank,
    log: [
      { step: 'ballots', ...turnout },
      ...[...(found.steps ?? [])].sort((a, b) => place.get(a.id)! - place.get(b.id)!),
      ...ties.map((tie): Step => ({ step: 'tie', ...tie })),
      ...(threshold ? quorumSteps(turnout, threshold) : []),
      { step: 'cut', top, cut, tied, wins: winners, again },
    ],
  };
}
