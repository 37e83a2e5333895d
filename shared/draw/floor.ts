/**
 * What the auctioneer calls. Each call is only right after the one before, so that two consoles that press at the same
 * moment go one step, not two.
 */
import { done, not, type Step } from './step.ts';

/** waiting: no lot under the hammer. over: the phase was left; what nobody took stays open for bids. */
export const floorSteps = ['waiting', 'open', 'once', 'twice', 'sold', 'over'] as const;
export type FloorStep = (typeof floorSteps)[number];

export const calls = ['open', 'once', 'twice', 'sold', 'back', 'skip'] as const;
export type Call = (typeof calls)[number];

/** after which steps a call makes sense, and what it leads to */
const table: Readonly<Record<Call, Partial<Record<FloorStep, FloorStep>>>> = {
  open: { waiting: 'open', sold: 'open' },
  once: { open: 'once' },
  twice: { once: 'twice' },
  // the auctioneer may be quick
  sold: { open: 'sold', once: 'sold', twice: 'sold' },
  back: { open: 'waiting', once: 'open', twice: 'once', sold: 'twice' },
  skip: { waiting: 'waiting', open: 'waiting', once: 'waiting', twice: 'waiting', sold: 'sold' },
};

export function callStep(step: FloorStep, call: Call): Step<FloorStep, 'floor_moved'> {
  const next = table[call][step];
  return next ? done(next) : not('floor_moved');
}

/** Bids come in, and the hammer has not fallen. */
export function isBidding(step: FloorStep): boolean {
  return step === 'open' || step === 'once' || step === 'twice';
}
