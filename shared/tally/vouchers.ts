import * as v from 'valibot';
import { compare, fraction, write, type Fraction } from './fraction.ts';
import { gather, isKnown, total } from './gather.ts';
import type { Step } from './log.ts';
import type { Item, Method, Poll } from './method.ts';
import { rankItems, tiesIn } from './rank.ts';
import { amounts } from './schema.ts';
import { vouchersSettings as settings } from './settings.ts';

const ballot = v.strictObject({
  vouchers: amounts(1_000),
  /** the project to which vouchers go that lay on what failed in the first round; without it they stay */
  next: v.optional(v.string()),
});

type Settings = v.InferOutput<typeof settings>;
type Ballot = v.InferOutput<typeof ballot>;

/**
 * Vouchers (DOMAIN 4.10): a project goes on when its vouchers cover its cost, in order of coverage (exact), then the
 * cheapest, then the lot, as long as the pot lasts; what does not fit is skipped. When money is left the vouchers on failed
 * projects move once, to where whoever gave them said beforehand, and it is counted once more: so nobody has to come back
 * for it, and nothing is told between the rounds. Projects without a cost take no part.
 */
export const vouchers: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach({ vouchers: placed, next }, { vouchers: most, move }, items) {
    if (!isKnown([...Object.keys(placed), ...(next === undefined ? [] : [next])], items)) return 'items';
    if (next !== undefined && !move) return 'move';
    return total(placed) > most ? 'vouchers' : null;
  },
  isBlank: ({ vouchers: placed }) => total(placed) === 0,
  count(poll) {
    const { budget, move } = poll.method;
    const projects = poll.items.filter(({ cost = 0 }) => cost > 0);
    const blank = poll.ballots.filter(vouchers.isBlank).length;
    const log: Step[] = [{ step: 'ballots', cast: poll.ballots.length, blank, electorate: poll.electorate }];
    const placed = poll.ballots.map((one) => one.vouchers);
    const first = fund(poll, projects, placed, budget, 1, log);
    const funded = new Set(first.funded);
    const again = move && first.left > 0 && poll.ballots.some(({ next }) => next !== undefined && !funded.has(next));
    const second = again
      ? fund(
          poll,
          projects.filter(({ id }) => !funded.has(id)),
          moveAll(poll.ballots, funded),
          first.left,
          2,
          log,
        )
      : null;
    const winners = [...first.funded, ...(second?.funded ?? [])];
    const won = new Set(winners);
    const ranking = rankItems(
      second ? [...first.scored.filter(({ item }) => funded.has(item.id)), ...second.scored] : first.scored,
      poll.seed,
    );
    const ties = tiesIn(ranking, keys);
    log.push(...ties.map((tie): Step => ({ step: 'tie', ...tie })));
    return {
      keys,
      ranking: ranking.map(({ item: { id, title }, rank, values }) => {
        return { id, title, rank, values: values.map(write), wins: won.has(id) };
      }),
      winners,
      again: [],
      ties,
      verdicts: [],
      cast: poll.ballots.length,
      blank,
      log,
    };
  },
};

/** The cost is ranked by its negative: the cheapest first. */
const keys = ['coverage', 'cost'];

function fund(
  poll: Poll<Settings, Ballot>,
  projects: readonly Item[],
  placed: readonly Record<string, number>[],
  pot: number,
  round: 1 | 2,
  log: Step[],
) {
  const sums = gather(placed, projects);
  const scored = projects.map((item) => {
    const coverage = fraction(BigInt(sums.get(item.id)!.total) * BigInt(poll.method.value), item.cost!);
    return { item, values: [coverage, fraction(-item.cost!)], mayWin: isCovered(coverage), ranked: true };
  });
  const funded: string[] = [];
  let left = pot;
  for (const { item, values, mayWin } of rankItems(scored, poll.seed)) {
    const vouchers = sums.get(item.id)!.total;
    log.push({ step: 'coverage', round, id: item.id, vouchers, coverage: write(values[0]!) });
    if (!mayWin) continue;
    const cost = `${item.cost!}`;
    if (item.cost! > left) {
      log.push({ step: 'skipped', id: item.id, votes: `${vouchers}`, cost, left: `${left}` });
      continue;
    }
    left -= item.cost!;
    funded.push(item.id);
    log.push({ step: 'funded', round, id: item.id, cost, left: `${left}` });
  }
  return { scored, funded, left };
}

function isCovered(coverage: Fraction): boolean {
  return compare(coverage, fraction(1)) >= 0;
}

/** The vouchers as they lie in the second round: those on what failed, where they were or where they go next. */
function moveAll(ballots: readonly Ballot[], funded: ReadonlySet<string>): Record<string, number>[] {
  return ballots.map(({ vouchers: placed, next }) => {
    const failed = Object.fromEntries(Object.entries(placed).filter(([id]) => !funded.has(id)));
    return next === undefined || funded.has(next) ? failed : { [next]: total(failed) };
  });
}
