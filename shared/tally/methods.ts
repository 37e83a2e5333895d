/** Every vote method, one line each. How to add one: its file with a `Method`, and a line here. */
import type * as v from 'valibot';
import { allocate } from './allocate.ts';
import { approval } from './approval.ts';
import { budget } from './budget.ts';
import { consent } from './consent.ts';
import { dots } from './dots.ts';
import { jury } from './jury.ts';
import type { Method, Outcome, Poll } from './method.ts';
import { pairwise } from './pairwise.ts';
import { points } from './points.ts';
import { ranked } from './ranked.ts';
import { score } from './score.ts';
import { single } from './single.ts';
import { tables } from './tables.ts';
import { vouchers } from './vouchers.ts';

export const methods = {
  approval,
  single,
  dots,
  points,
  score,
  jury,
  ranked,
  pairwise,
  consent,
  budget,
  allocate,
  vouchers,
  tables,
};

export type Kind = keyof typeof methods;
export type SettingsOf<K extends Kind> = v.InferOutput<(typeof methods)[K]['settings']>;
export type BallotOf<K extends Kind> = v.InferOutput<(typeof methods)[K]['ballot']>;

/** Settings, ballots and the way to count them belong together: this says so to the compiler, once. */
export function methodOf<K extends Kind>(kind: K) {
  return methods[kind] as unknown as Method<
    v.GenericSchema<unknown, SettingsOf<K>>,
    v.GenericSchema<unknown, BallotOf<K>>
  >;
}

/** Counts one poll by its method. */
export function count<K extends Kind>(kind: K, poll: Poll<SettingsOf<K>, BallotOf<K>>): Outcome {
  return methodOf(kind).count(poll);
}
