/** The thread that counts one vote (`counter.ts` starts it). */
import { parentPort, workerData } from 'node:worker_threads';
import { floor, divide, multiply, fraction, read } from '../shared/tally/fraction.ts';
import type { Progress } from '../shared/tally/method.ts';
import { outcomeOf } from '../shared/tally/tally.ts';
import type { Said } from './counter.ts';
import type { Counts } from './session/counts.ts';

const { decides, apart } = workerData as Counts;
let told = -1;

const outcomes = { decides: outcomeOf(decides, tell), apart: apart && outcomeOf(apart) };
say({ outcomes });

/** As much of the budget as would be spent with the share that was tried last: it ends at nearly all. */
function tell({ spent, budget }: Progress): void {
  const percent = Math.min(99, Number(floor(multiply(fraction(100), divide(read(spent), read(budget))))));
  if (percent <= told) return;
  told = percent;
  say({ percent });
}

function say(said: Said): void {
  parentPort?.postMessage(said);
}
