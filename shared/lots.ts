/**
 * A lot per group with reserve lists (DOMAIN 4.15), as everybody may see and check it. People are their numbers. What is
 * published is enough to draw it again: who took part, the seed, and who declined since, in that order.
 */
import * as v from 'valibot';
import { decline, drawLots, type Drawn } from './draw/sortition.ts';

const number = v.pipe(v.number(), v.integer(), v.minValue(1));

export const lotNotice = v.object({
  /** SHA-256 of the seed, published before */
  commit: v.string(),
  /** null: not drawn yet */
  seed: v.nullable(v.string()),
  /** with the numbers of who took part; empty until it is drawn */
  groups: v.array(v.object({ group: v.string(), places: v.number(), pool: v.array(number) })),
});

export type LotNotice = v.InferOutput<typeof lotNotice>;

/** A group after the draw, with the numbers of people. */
interface LotGroup extends Pick<Drawn, 'group' | 'places'> {
  pool: number;
  drawn: number[];
  reserve: number[];
  declined: number[];
}

export interface Lot {
  commit: string;
  seed: string | null;
  groups: LotGroup[];
}

type LotPlace = 'drawn' | 'reserve' | 'declined';

export function lotKey(phase: string, run: number): string {
  return `draw:${phase}:${run}`;
}

export function declinedKey(phase: string, run: number): string {
  return `declined:${phase}:${run}`;
}

/** Draws again what was drawn. A thousand people take some milliseconds: ask once for each change. */
export function readLot(live: ReadonlyMap<string, unknown>, phase: string, run: number): Lot | null {
  const read = v.safeParse(lotNotice, live.get(lotKey(phase, run)));
  if (!read.success) return null;
  const { commit, seed, groups } = read.output;
  if (seed === null) return { commit, seed, groups: [] };
  return { commit, seed, groups: drawAll(seed, groups, readDeclined(live, phase, run)) };
}

/** In the order in which they declined. */
export function readDeclined(live: ReadonlyMap<string, unknown>, phase: string, run: number): number[] {
  const read = v.safeParse(v.array(number), live.get(declinedKey(phase, run)));
  return read.success ? read.output : [];
}

/** Null: took no part in it. */
export function placeIn(lot: Lot, person: number): LotPlace | null {
  for (const group of lot.groups) {
    for (const place of ['drawn', 'reserve', 'declined'] as const) if (group[place].includes(person)) return place;
  }
  return null;
}

function drawAll(seed: string, groups: LotNotice['groups'], declined: readonly number[]): LotGroup[] {
  const people = groups.flatMap(({ group, pool }) => pool.map((one) => ({ id: String(one), group })));
  const places = Object.fromEntries(groups.map((one) => [one.group, one.places]));
  const start: Drawn[] = drawLots(people, places, seed);
  const now = declined.reduce((so, one) => decline(so, String(one)), start);
  return now.map((group) => ({
    group: group.group,
    places: group.places,
    pool: group.pool,
    drawn: group.drawn.map(Number),
    reserve: group.reserve.map(Number),
    declined: group.declined.map(Number),
  }));
}
