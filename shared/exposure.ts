/**
 * Fair exposure on long ballots: who opens one sees a part first, always the part that was seen least. The list is dealt out
 * whole, and then again in another order, so that no two items ever differ by more than one in how often they came first.
 */
import { shuffle } from './shuffle.ts';

/** More than people read with attention: below it the facilitator hears nothing, above it a first round is advised. */
export const readable = 30;

/** How often the items of one run came first on a ballot: the least and the most of all of them. */
export interface Exposure {
  /** how many people opened their ballot */
  opened: number;
  least: number;
  most: number;
}

/** Long enough to be dealt out in parts. */
export function isLong(items: number): boolean {
  return items >= 2 * readable;
}

/**
 * The places of the items that a ballot begins with, from 0; `turn`: how many were opened before it. `seed`: of the run, known to everybody; it is no
 * secret who sees what first.
 */
export function firstOf(items: number, turn: number, seed: string): number[] {
  const parts = Math.floor(items / readable);
  const [deal, part] = [Math.floor(turn / parts), turn % parts];
  const order = shuffle([...Array(items).keys()], `${seed}|${deal}`);
  return order.slice(Math.floor((part * items) / parts), Math.floor(((part + 1) * items) / parts));
}

/** How often each item came first, by its place, when so many ballots were opened. */
export function timesFirst(items: number, opened: number, seed: string): number[] {
  const parts = Math.floor(items / readable);
  const whole = Math.floor(opened / parts);
  const times = Array<number>(items).fill(whole);
  for (let turn = whole * parts; turn < opened; turn++) {
    for (const place of firstOf(items, turn, seed)) times[place]! += 1;
  }
  return times;
}

export function exposureOf(items: number, opened: number, seed: string): Exposure {
  const times = timesFirst(items, opened, seed);
  return { opened, least: Math.min(...times), most: Math.max(...times) };
}
