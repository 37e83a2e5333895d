/** The thread that counts one vote (`counter.ts` starts it). */
import { parentPort, workerData } from 'node:worker_threads';
import { floor, divide, multiply, fraction, read } from '../shared/tally/fraction.ts';
import type { Progress } from '../shared/tally/method.ts';
import type { Said } from './counter.ts';
import { countHere, type Counts } from './session/counts.ts';

let told = -1;

say({ outcomes: countHere(workerData as Counts, tell) });

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
