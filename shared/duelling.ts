/** Duels of a `present` phase: the scheme of who meets whom (`draw/duels.ts`), and who speaks in the one that is on. */
import * as v from 'valibot';
import { champion, decide, knockOut, roundRobin, type Duel } from './draw/duels.ts';
import { limits } from './limits.ts';
import type { PhaseOf } from './format.ts';
import type { RankingLine } from './ranking.ts';
import { refuse, type Refusal } from './refusals.ts';

const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.cardsPerSession));

const duelSchema = v.variant('state', [
  v.object({ state: v.literal('bye'), left: id }),
  v.object({ state: v.literal('waiting'), left: v.nullable(id), right: v.nullable(id) }),
  v.object({ state: v.literal('open'), left: id, right: id }),
  v.object({ state: v.literal('decided'), left: id, right: id, winner: id }),
]);

export const duelsSchema = v.object({
  form: v.picklist(['knockOut', 'roundRobin']),
  rounds: v.array(v.array(duelSchema)),
  /** the duel that is on, and the step of it: an index in `stepsOf`. Null: none, or all are over. */
  now: v.nullable(v.object({ round: index, place: index, step: index })),
});

export type Duels = v.InferOutput<typeof duelsSchema>;
export type Dueled = { ok: true; duels: Duels } | Refusal;
type Times = Pick<PhaseOf<'present'>, 'seconds' | 'rebuttal'>;

export interface DuelStep {
  side: 'left' | 'right';
  rebuttal: boolean;
  seconds: number;
}

/** Both tell, left first; then both answer, when there is a rebuttal. */
export function stepsOf({ seconds, rebuttal }: Times): DuelStep[] {
  const sides = ['left', 'right'] as const;
  const tell = sides.map((side) => ({ side, rebuttal: false, seconds }));
  return rebuttal ? [...tell, ...sides.map((side) => ({ side, rebuttal: true, seconds: rebuttal }))] : tell;
}

/** `lots`: ids in the order of the lot, or of the facilitator. */
export function makeDuels(form: Duels['form'], lots: readonly string[]): Duels {
  if (form === 'knockOut') return { form, rounds: knockOut(lots).map((round) => [...round]), now: null };
  const rounds = roundRobin(lots).map(({ duels }) => duels.map((duel): Duel => ({ state: 'open', ...duel })));
  return { form, rounds, now: null };
}

export function duelOn({ rounds, now }: Duels): Duel | null {
  return now ? (rounds[now.round]?.[now.place] ?? null) : null;
}

/** Whoever speaks now. */
export function speakerOf(duels: Duels, times: Times): string | null {
  const duel = duelOn(duels);
  const step = duels.now ? stepsOf(times)[duels.now.step] : undefined;
  return duel?.state === 'open' && step ? duel[step.side] : null;
}

/** The next to speak; after the last of a duel the winner is asked for, and then comes the next duel that can be held. */
export function nextStep(duels: Duels, times: Times): Dueled {
  const duel = duelOn(duels);
  if (duels.now && duel?.state === 'open') {
    const step = duels.now.step + 1;
    return step < stepsOf(times).length ? to({ ...duels, now: { ...duels.now, step } }) : refuse('not_now', 'winner');
  }
  for (const [round, row] of duels.rounds.entries()) {
    const place = row.findIndex(({ state }) => state === 'open');
    if (place !== -1) return to({ ...duels, now: { round, place, step: 0 } });
  }
  return duels.now ? to({ ...duels, now: null }) : refuse('not_found', 'next');
}

export function stepBack(duels: Duels): Dueled {
  if (!duels.now || duels.now.step === 0) return refuse('not_found', 'back');
  return to({ ...duels, now: { ...duels.now, step: duels.now.step - 1 } });
}

/** The duel that is on is won; who made a mistake names the other, until the duel that follows is decided. */
export function nameWinner(duels: Duels, winner: string): Dueled {
  const { now, form, rounds } = duels;
  const duel = duelOn(duels);
  if (!now || !duel) return refuse('not_found', 'duel');
  if (form === 'knockOut') {
    const decided = decide(rounds, now.round, now.place, winner);
    return decided.ok
      ? to({ ...duels, rounds: decided.state.map((round) => [...round]) })
      : refuse(decided.why === 'not_open_yet' ? 'not_now' : decided.why);
  }
  if (duel.state !== 'open' && duel.state !== 'decided') return refuse('not_now');
  if (winner !== duel.left && winner !== duel.right) return refuse('not_found', 'winner');
  const won: Duel = { state: 'decided', left: duel.left, right: duel.right, winner };
  const replace = (row: readonly Duel[]) => row.map((other, place) => (place === now.place ? won : other));
  return to({ ...duels, rounds: rounds.map((row, round) => (round === now.round ? replace(row) : [...row])) });
}

/** Most duels won first; a knock-out has one winner once the final is decided. Ties share their rank. */
export function standingsOf(duels: Duels, titleOf: (id: string) => string): RankingLine[] {
  const won = new Map<string, number>();
  for (const duel of duels.rounds.flat()) {
    const there = [duel.left, 'right' in duel ? duel.right : null].filter((one) => one !== null);
    for (const one of there) won.set(one, won.get(one) ?? 0);
    if (duel.state === 'decided') won.set(duel.winner, (won.get(duel.winner) ?? 0) + 1);
  }
  const first = duels.form === 'knockOut' ? champion(duels.rounds) : null;
  const sorted = [...won].sort((a, b) => Number(b[0] === first) - Number(a[0] === first) || b[1] - a[1]);
  return sorted.map(([item, value]) => {
    const rank = 1 + sorted.filter(([, other]) => other > value).length;
    const wins = duels.form === 'knockOut' ? item === first : rank === 1 && value > 0;
    return { id: item, title: titleOf(item), rank: wins ? 1 : rank, value, wins };
  });
}

function to(duels: Duels): { ok: true; duels: Duels } {
  return { ok: true, duels };
}
