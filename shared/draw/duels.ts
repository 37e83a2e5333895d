/** Two plans against each other (DOMAIN 4.16): knock-out, or everybody against everybody once. */
import { done, not, type Step } from './step.ts';

/** Left speaks first. bye: goes on without a duel. waiting: who meet is not known yet. */
export type Duel =
  | { state: 'bye'; left: string }
  | { state: 'waiting'; left: string | null; right: string | null }
  | { state: 'open'; left: string; right: string }
  | { state: 'decided'; left: string; right: string; winner: string };

/** Rounds, each half as long as the one before; the last is the final. Winners of duels 2k and 2k + 1 meet in duel k. */
export type Bracket = readonly (readonly Duel[])[];

/** `lots`: ids in lot order. When they are not a power of two the first lots have a bye in the first round. */
export function knockOut(lots: readonly string[]): Bracket {
  if (lots.length === 0) return [];
  const slots = 2 ** Math.max(1, Math.ceil(Math.log2(lots.length)));
  const byes = slots - lots.length;
  const resting = lots.slice(0, byes).map((left): Duel => ({ state: 'bye', left }));
  const playing = lots.slice(byes);
  const first = playing.flatMap((left, index): Duel[] =>
    index % 2 === 0 ? [{ state: 'open', left, right: playing[index + 1]! }] : [],
  );
  return followUp([[...resting, ...first]]);
}

/** A duel is won, round and place from 0. A mistake can be mended until the duel that follows is decided. */
export function decide(
  bracket: Bracket,
  round: number,
  place: number,
  winner: string,
): Step<Bracket, 'not_found' | 'not_open_yet' | 'built_upon'> {
  const duel = bracket[round]?.[place];
  if (!duel) return not('not_found');
  if (duel.state === 'waiting' || duel.state === 'bye') return not('not_open_yet');
  if (winner !== duel.left && winner !== duel.right) return not('not_found');
  if (bracket[round + 1]?.[Math.floor(place / 2)]?.state === 'decided') return not('built_upon');
  const decided = { state: 'decided', left: duel.left, right: duel.right, winner } as const;
  const now = bracket.map((duels, r) =>
    r === round ? duels.map((other, p) => (p === place ? decided : other)) : duels,
  );
  return done(followUp(now));
}

/** Who won everything; null while that is not known. */
export function champion(bracket: Bracket): string | null {
  const final = bracket.at(-1)?.[0];
  return final ? winnerOf(final) : null;
}

export interface Turn {
  duels: { left: string; right: string }[];
  /** who sits this round out, when they are odd in number */
  rests: string | null;
}

/**
 * Circle method: one stays, the others move up a place each round. Everybody meets everybody once, and speaks first in half
 * of their duels (rounded down or up). `lots`: ids in lot order.
 */
export function roundRobin(lots: readonly string[]): Turn[] {
  if (lots.length < 2) return [];
  const circle = lots.length % 2 === 0 ? [...lots.keys()] : [...lots.keys(), -1];
  return circle.slice(1).map((_, round) => {
    const moving = circle.slice(1);
    const seats = [0, ...moving.map((_, index) => moving[(index + round) % moving.length]!)];
    const turn: Turn = { duels: [], rests: null };
    for (let index = 0; index < seats.length / 2; index++) {
      const [low, high] = [seats[index]!, seats.at(-1 - index)!].sort((a, b) => a - b) as [number, number];
      if (low === -1) turn.rests = lots[high]!;
      else turn.duels.push(pairUp(lots, low, high));
    }
    return turn;
  });
}

function pairUp(lots: readonly string[], low: number, high: number): { left: string; right: string } {
  const [left, right] = (low + high) % 2 === 1 ? [low, high] : [high, low];
  return { left: lots[left]!, right: lots[right]! };
}

/** Every round after the first, from who is known to have won; decisions that were made stay. */
function followUp(bracket: Bracket): Bracket {
  const rounds: (readonly Duel[])[] = bracket.slice(0, 1);
  while (rounds.at(-1)!.length > 1) {
    const before = rounds.at(-1)!;
    const known = bracket[rounds.length];
    const next = before.slice(0, before.length / 2).map((_, place): Duel => {
      const [left, right] = [winnerOf(before[2 * place]!), winnerOf(before[2 * place + 1]!)];
      const was = known?.[place];
      if (was?.state === 'decided') return was;
      return left !== null && right !== null ? { state: 'open', left, right } : { state: 'waiting', left, right };
    });
    rounds.push(next);
  }
  return rounds;
}

function winnerOf(duel: Duel): string | null {
  return duel.state === 'decided' ? duel.winner : duel.state === 'bye' ? duel.left : null;
}
