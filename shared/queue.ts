/**
 * The queue of pitches of one run of a `present` phase: who has had a turn, whose turn it is, who is next. It is kept under
 * `live`, so that everybody sees it; the facilitator moves it on. Pure: a step gives the queue as it is then, or why not.
 */
import * as v from 'valibot';
import { duelsSchema } from './duelling.ts';
import { voteKey } from './document.ts';
import { limits } from './limits.ts';
import type { RankingLine } from './ranking.ts';
import { refuse, type Refusal } from './refusals.ts';

const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/));
const ids = v.pipe(v.array(id), v.maxLength(limits.cardsPerSession));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const queueSchema = v.object({
  phase: v.pipe(v.string(), v.maxLength(40)),
  run: v.pipe(v.number(), v.integer(), v.minValue(1)),
  waiting: ids,
  /** whose turn it is; in a duel whoever speaks */
  current: v.nullable(id),
  done: ids,
  /** called, and not there */
  absent: ids,
  /** of a drawn order: anybody can compute it again (DOMAIN 4.3) */
  lot: v.nullable(v.object({ seed: hash, commit: hash })),
  duels: v.nullable(duelsSchema),
});

export type Queue = v.InferOutput<typeof queueSchema>;
export type Moved = { ok: true; queue: Queue } | Refusal;

export const queueKey = (phase: string, run: number) => `queue:${voteKey(phase, run)}`;

export function emptyQueue(phase: string, run: number): Queue {
  return { phase, run, waiting: [], current: null, done: [], absent: [], lot: null, duels: null };
}

/** Null when there is none, or none that can be read. */
export function readQueue(live: ReadonlyMap<string, unknown>, phase: string, run: number): Queue | null {
  const read = v.safeParse(queueSchema, live.get(queueKey(phase, run)));
  return read.success ? read.output : null;
}

/** Every queue there is, in no order. */
export function readQueues(live: ReadonlyMap<string, unknown>): Queue[] {
  const values = [...live].filter(([key]) => key.startsWith('queue:')).map(([, value]) => value);
  return values.flatMap((value) => {
    const read = v.safeParse(queueSchema, value);
    return read.success ? [read.output] : [];
  });
}

/** Somebody puts an item in; whoever was called in vain comes again. Being there already is no harm. */
export function signUp(queue: Queue, item: string): Moved {
  if (queue.duels) return refuse('not_now', 'duels');
  if (queue.done.includes(item)) return refuse('pitched');
  if (queue.current === item || queue.waiting.includes(item)) return moved(queue);
  return moved({ ...queue, waiting: [...queue.waiting, item], absent: queue.absent.filter((one) => one !== item) });
}

/** Out of the queue, unless it has been pitched or is now. */
export function signOff(queue: Queue, item: string): Moved {
  if (queue.current === item || queue.done.includes(item)) return refuse('pitched');
  const without = (list: readonly string[]) => list.filter((one) => one !== item);
  return moved({ ...queue, waiting: without(queue.waiting), absent: without(queue.absent) });
}

/** The one whose turn it is has spoken; the next of those that are still there (`there`) comes. */
export function callNext(queue: Queue, there: (item: string) => boolean): Moved {
  const waiting = queue.waiting.filter(there);
  if (queue.current === null && waiting.length === 0) return refuse('not_found', 'next');
  const done = queue.current === null ? queue.done : [...queue.done, queue.current];
  return moved({ ...queue, done, current: waiting[0] ?? null, waiting: waiting.slice(1) });
}

/** The one before comes again; whose turn it was waits in front. */
export function callBack(queue: Queue): Moved {
  const last = queue.done.at(-1);
  if (last === undefined) return refuse('not_found', 'back');
  const waiting = queue.current === null ? queue.waiting : [queue.current, ...queue.waiting];
  return moved({ ...queue, done: queue.done.slice(0, -1), current: last, waiting });
}

/** Passed over: it waits at the end, or is put down as not there. Then the next comes. */
export function passOver(queue: Queue, to: 'end' | 'absent', there: (item: string) => boolean): Moved {
  const { current } = queue;
  if (current === null) return refuse('not_found', 'current');
  const waiting = queue.waiting.filter(there);
  if (to === 'end' && waiting.length === 0) return refuse('not_found', 'next');
  const [next = null, ...rest] = waiting;
  if (to === 'end') return moved({ ...queue, current: next, waiting: [...rest, current] });
  return moved({ ...queue, current: next, waiting: rest, absent: [...queue.absent, current] });
}

/** Those named come in this order; who is not named follows as before. */
export function putInOrder(queue: Queue, order: readonly string[]): Moved {
  const known = new Set(queue.waiting);
  const first = [...new Set(order)].filter((item) => known.has(item));
  return moved({ ...queue, waiting: [...first, ...queue.waiting.filter((item) => !first.includes(item))] });
}

/** How many turns it takes until this one: 0 is now, 1 is next; null when it is not waiting. */
export function turnsUntil(queue: Queue, item: string): number | null {
  if (queue.current === item) return 0;
  const place = queue.waiting.indexOf(item);
  return place === -1 ? null : place + 1;
}

/**
 * What a row of pitches gives to a vote after it: all that were told, and what was still waiting when time was up, for a late
 * evening must not decide; not what nobody came to tell. In the order of the queue.
 */
export function chosenIn(queue: Queue, titleOf: (id: string) => string): RankingLine[] {
  const line = (id: string, wins: boolean) => ({
    id,
    title: titleOf(id),
    rank: wins ? 1 : 2,
    value: wins ? 1 : 0,
    wins,
  });
  const told = queue.current === null ? queue.done : [...queue.done, queue.current];
  return [...[...told, ...queue.waiting].map((id) => line(id, true)), ...queue.absent.map((id) => line(id, false))];
}

function moved(queue: Queue): { ok: true; queue: Queue } {
  return { ok: true, queue };
}
