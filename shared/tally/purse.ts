/**
 * The purses of the voters during one run of equal shares. All money is a whole number of a unit that becomes smaller when a
 * price does not come out even: exact, and much quicker than a fraction for every voter.
 */
import { fraction, gcd, write, type Fraction } from './fraction.ts';
import type { Instance, Project } from './project.ts';

/** What it takes to buy a project now: money per point given, and who has less than that. */
export interface Price {
  project: Project;
  /** price = cost left for those who pay in full / points of those: in the small unit */
  rest: bigint;
  points: bigint;
  /** bloc indexes that pay all they have */
  emptied: number[];
}

export class Purses {
  readonly #instance: Instance;
  readonly #share: Fraction;
  /** small units in one unit of money */
  #scale: bigint;
  #money: bigint[];
  /** per project the blocs that still have money, as places in `project.blocs`; they never get any back */
  readonly #solvent = new Map<Project, Int32Array>();

  constructor(instance: Instance, share: Fraction) {
    this.#instance = instance;
    this.#share = share;
    this.#scale = share.bottom;
    this.#money = instance.blocs.map(() => share.top);
  }

  get scale(): bigint {
    return this.#scale;
  }

  /**
   * The smallest price per point at which the supporters together pay the cost, each at most what they have (DOMAIN 2E, 3);
   * null when they do not have it together.
   */
  price(project: Project): Price | null {
    const { blocs, gives } = project;
    const voters = this.#instance.blocs;
    const money = this.#money;
    let left = (this.#solvent.get(project) ?? blocs.map((_, place) => place)).filter(
      (place) => money[blocs[place]!]! > 0n,
    );
    this.#solvent.set(project, left);
    let rest = project.cost * this.#scale;
    let points = 0n;
    for (const place of left) points += BigInt(gives[place]! * voters[blocs[place]!]!.voters);
    const emptied: number[] = [];
    // Whoever has less than the price pays all, so the price rises for the others, until nobody more is emptied.
    while (points > 0n) {
      const dearest = limits(rest, points);
      const [inFull, less]: [number[], number[]] = [[], []];
      for (const place of left) (money[blocs[place]!]! < dearest(gives[place]!) ? less : inFull).push(place);
      if (less.length === 0) return { project, rest, points, emptied };
      for (const place of less) {
        const bloc = blocs[place]!;
        const size = voters[bloc]!.voters;
        rest -= money[bloc]! * BigInt(size);
        points -= BigInt(gives[place]! * size);
        emptied.push(bloc);
      }
      left = Int32Array.from(inFull);
    }
    return null;
  }

  pay({ project, rest, points, emptied }: Price): void {
    const shared = gcd(rest, points);
    const [price, finer] = [rest / shared, points / shared];
    for (const bloc of emptied) this.#money[bloc] = 0n;
    if (finer > 1n) {
      this.#scale *= finer;
      for (let bloc = 0; bloc < this.#money.length; bloc++) this.#money[bloc]! *= finer;
    }
    for (const [place, bloc] of project.blocs.entries()) {
      if (this.#money[bloc] === 0n) continue;
      this.#money[bloc]! -= price * BigInt(project.gives[place]!);
    }
  }

  /** What the supporters of a project have together, in units of money. */
  have({ blocs }: Project): Fraction {
    let sum = 0n;
    for (const bloc of blocs) sum += this.#money[bloc]! * BigInt(this.#instance.blocs[bloc]!.voters);
    return fraction(sum, this.#scale);
  }

  /** How many supporters a project has, and how many of them have less than the price. */
  count(price: Price): { supporters: number; emptied: number } {
    const size = (blocs: Iterable<number>) => {
      let sum = 0;
      for (const bloc of blocs) sum += this.#instance.blocs[bloc]!.voters;
      return sum;
    };
    const broke = [...price.project.blocs].filter((bloc) => this.#money[bloc] === 0n);
    return { supporters: size(price.project.blocs), emptied: size(price.emptied) + size(broke) };
  }

  /** Of the voters: how many have 0 to 10 % of their share left, 10 to 20 %, and so on; the last has it all or nearly so. */
  tenths(): number[] {
    const full = this.#share.top * (this.#scale / this.#share.bottom);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const [index, { voters }] of this.#instance.blocs.entries()) {
      const tenth = full === 0n ? 0 : Number((this.#money[index]! * 10n) / full);
      tenths[Math.min(9, tenth)]! += voters;
    }
    return tenths;
  }
}

/** Per number of points given: who has less than this is emptied. Money is whole, so the limit is rounded up. */
function limits(rest: bigint, points: bigint): (gives: number) => bigint {
  const known = new Map<number, bigint>();
  return (gives) => {
    const seen = known.get(gives);
    if (seen !== undefined) return seen;
    const limit = (rest * BigInt(gives) + points - 1n) / points;
    known.set(gives, limit);
    return limit;
  };
}

export function writePrice({ rest, points }: Price, scale: bigint): string {
  return write(fraction(rest, points * scale));
}
