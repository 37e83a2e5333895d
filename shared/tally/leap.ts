/**
 * How far the share of equal shares can be raised before anything changes in what is bought. As long as the same projects are
 * bought in the same order, and the same voters pay all they have, all money is linear in the share: so what holds at both
 * ends of a stretch holds on all of it, and no share on it has to be counted. Exact; a run of a million shares takes a few.
 */
import { gcd } from './fraction.ts';
import { byCost, type Instance, type Project } from './project.ts';
import type { Utility } from './shares.ts';

/** `at` the share that was counted, and so much more with every unit of money in the share. */
interface Line {
  at: bigint;
  slope: bigint;
}

/** price per point = `rest` / points: never more than the real one, at any share, and later on it only goes up. */
interface Offer {
  project: Project;
  rest: Line;
  /** what it is worth = top / rest */
  top: bigint;
}

/** An offer that is as it will be paid. */
interface Due extends Offer {
  points: bigint;
  inFull: number[];
  emptied: number[];
}

/**
 * By how many units of money the share can be raised with the same outcome as `bought`, in this order, has at `share`: 0 to
 * `most`. `bought` did not overspend.
 */
export function leap(
  instance: Instance,
  able: readonly Project[],
  bought: readonly Project[],
  utility: Utility,
  { share, most }: { share: bigint; most: bigint },
): bigint {
  const purses = instance.blocs.map((): Line => ({ at: share, slope: 1n }));
  let scale = 1n;
  let far = most;
  const paid = able.filter(({ cost }) => cost > 0n);
  const offers = new Map(
    paid.map((project): [Project, Offer] => {
      const top = project.votes * (utility === 'cost' ? project.cost : 1n);
      return [project, { project, rest: { at: project.cost, slope: 0n }, top }];
    }),
  );

  for (const project of bought) {
    if (project.cost === 0n) continue;
    offers.delete(project);
    const due = price(project);
    if (!due) return 0n;
    for (const place of due.emptied) hold(minus(due, place), -1n, 0n);
    for (const place of due.inFull) hold(minus(due, place), 1n, 0n);
    for (const other of [...offers.values()]) stayBehind(due, other);
    if (far <= 0n) return 0n;
    pay(due);
  }
  for (const { project } of offers.values()) if (price(project)) return 0n;
  return far < 0n ? 0n : far;

  /** Null when its supporters can not pay it: `far` is then where they could. */
  function price(project: Project): Due | null {
    const { blocs, gives, cost } = project;
    const rest = { at: cost * scale, slope: 0n };
    let points = 0n;
    let inFull: number[] = [];
    const emptied: number[] = [];
    for (const [place, bloc] of blocs.entries()) {
      if (purses[bloc]!.at === 0n && purses[bloc]!.slope === 0n) continue;
      inFull.push(place);
      points += BigInt(gives[place]!) * sizeOf(bloc);
    }
    while (points > 0n) {
      const [full, less]: [number[], number[]] = [[], []];
      for (const place of inFull) {
        const isLess = purses[blocs[place]!]!.at * points < rest.at * BigInt(gives[place]!);
        (isLess ? less : full).push(place);
      }
      inFull = full;
      if (less.length === 0) break;
      for (const place of less) {
        const bloc = blocs[place]!;
        rest.at -= purses[bloc]!.at * sizeOf(bloc);
        rest.slope -= purses[bloc]!.slope * sizeOf(bloc);
        points -= BigInt(gives[place]!) * sizeOf(bloc);
      }
      emptied.push(...less);
    }
    if (points === 0n) {
      hold(rest, 1n, 1n);
      return null;
    }
    const top = points * scale * (utility === 'cost' ? cost : 1n);
    return { project, rest, top, points, inFull, emptied };
  }

  /** What is known of the other is enough as long as it does not make the leap shorter: only then it is looked at again. */
  function stayBehind(due: Due, other: Offer): void {
    const first = byCost(due.project, other.project) < 0 ? 0n : 1n; // a tie goes to the one that is first
    if (reach(ahead(due, other), first) >= far) return;
    const now = price(other.project);
    if (!now) {
      offers.delete(other.project);
      return;
    }
    offers.set(other.project, now);
    hold(ahead(due, now), 1n, first);
  }

  function pay({ project: { blocs, gives }, rest, points, inFull, emptied }: Due): void {
    const shared = gcd(gcd(rest.at, rest.slope), points);
    const finer = points / shared;
    for (const place of emptied) purses[blocs[place]!] = { at: 0n, slope: 0n };
    if (finer > 1n) {
      scale *= finer;
      for (const purse of purses) {
        purse.at *= finer;
        purse.slope *= finer;
      }
    }
    for (const place of inFull) {
      const purse = purses[blocs[place]!]!;
      purse.at -= (rest.at / shared) * BigInt(gives[place]!);
      purse.slope -= (rest.slope / shared) * BigInt(gives[place]!);
    }
  }

  /** Of a voter: what is left after paying in full, times the points. */
  function minus({ project: { blocs, gives }, rest, points }: Due, place: number): Line {
    const purse = purses[blocs[place]!]!;
    const given = BigInt(gives[place]!);
    return { at: purse.at * points - rest.at * given, slope: purse.slope * points - rest.slope * given };
  }

  /** `sign` times this must stay `least` or more. */
  function hold({ at, slope }: Line, sign: bigint, least: bigint): void {
    const end = reach({ at: sign * at, slope: sign * slope }, least);
    if (end < far) far = end;
  }

  /** All are whole numbers, so more than 0 is 1 or more. */
  function reach({ at, slope }: Line, least: bigint): bigint {
    if (at < least) return 0n;
    return slope >= 0n ? far : (at - least) / -slope;
  }

  function sizeOf(bloc: number): bigint {
    return BigInt(instance.blocs[bloc]!.voters);
  }
}

/** By how much the first is worth more. */
function ahead(one: Offer, other: Offer): Line {
  return {
    at: one.top * other.rest.at - other.top * one.rest.at,
    slope: one.top * other.rest.slope - other.top * one.rest.slope,
  };
}
