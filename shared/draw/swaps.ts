/** Makes a seating better by letting pairs of people change seats, for `neighbours.ts`. */
import type { Seats } from './seats.ts';

/** Swaps looked at before it is left as it is: some 100 ms. Halls where nobody need meet twice use a fraction. */
const patience = 3_000_000;

/**
 * First passes of swaps that each make it better, until none does. DOMAIN 4.14 has one such pass and stops: in a small room
 * that leaves a repeat now and then, and everywhere tables with two too many of a group. What single swaps can not mend, a
 * tabu search tries: the best swap for somebody who had better move, even when it makes things worse, and for some turns no
 * way back. The best seating it met stays.
 */
export function improve(seats: Seats, movers: readonly number[]): void {
  const left = descend(seats, movers, patience);
  untangle(seats, movers, left);
}

/** Returns the patience that is left. */
function descend(seats: Seats, movers: readonly number[], looks: number): number {
  let left = looks;
  let better = true;
  while (better && left > 0) {
    better = false;
    for (const [index, one] of movers.entries()) {
      for (const other of movers.slice(index + 1)) {
        if (seats.cost(one, other) >= 0) continue;
        seats.swap(one, other);
        better = true;
      }
    }
    left -= movers.length ** 2 / 2;
  }
  return left;
}

function untangle(seats: Seats, movers: readonly number[], looks: number): void {
  let left = looks;
  /** per person and table: the turn until which they do not go back there */
  const away = new Int32Array(seats.at.length * seats.tables);
  let [best, lowest, total] = [seats.at.slice(), 0, 0];
  for (let turn = 0; left > 0; turn++) {
    const stuck = seats.troubled(movers);
    if (stuck.length === 0) return;
    left -= stuck.length * movers.length + 500;
    const isAway = (person: number, table: number) => away[person * seats.tables + table]! > turn;
    let pick: [number, number] | null = null;
    let cheapest = Infinity;
    for (const one of stuck) {
      for (const other of movers) {
        const [from, to] = [seats.at[one]!, seats.at[other]!];
        const cost = from === to ? Infinity : seats.cost(one, other);
        if (cost >= cheapest) continue;
        if (total + cost >= lowest && (isAway(one, to) || isAway(other, from))) continue;
        pick = [one, other];
        cheapest = cost;
      }
    }
    if (!pick) continue;
    for (const person of pick) away[person * seats.tables + seats.at[person]!] = turn + 4 + ((turn * 7) % 5);
    seats.swap(...pick);
    total += cheapest;
    if (total < lowest) [best, lowest] = [seats.at.slice(), total];
  }
  for (const [person, table] of best.entries()) if (seats.at[person] !== table) seats.sit(person, table);
}
