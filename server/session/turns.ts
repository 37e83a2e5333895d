/** How a queue of pitches begins, the clock of a turn, and what is kept of who had one. */
import { toHexString } from 'lib0/buffer';
import type * as Y from 'yjs';
import { readLive } from '../../shared/document.ts';
import { shortlist } from '../../shared/draw/pitches.ts';
import { makeDuels, stepsOf } from '../../shared/duelling.ts';
import type { PhaseOf } from '../../shared/format.ts';
import type { Timer } from '../../shared/model.ts';
import { aboutOf, newestOf, readPlans, type Plan } from '../../shared/plans.ts';
import { emptyQueue, readQueues, type Moved, type Queue } from '../../shared/queue.ts';
import { refuse } from '../../shared/refusals.ts';
import { itemsFrom, type Item } from '../../shared/sources.ts';
import { commitment, lotOrder } from '../../shared/tally/lot.ts';
import type { Hall, Scene } from './hall.ts';

export type Present = PhaseOf<'present'>;

/** Gone back to, the queue goes on where it was: nobody who has spoken has to do so again. */
export function beginning(hall: Hall, doc: Y.Doc, phase: Present, run: number): Queue {
  const before = readQueues(readLive(doc)).filter((one) => one.phase === phase.id);
  const last = before.sort((a, b) => b.run - a.run)[0];
  if (last) return grown(phase, resumed(renewed(last, readPlans(doc)), run), itemsFrom(doc, phase.of));
  const empty = emptyQueue(phase.id, run);
  const items = itemsFrom(doc, phase.of);
  if (phase.order === 'signup') return empty;
  const ids = items.map(({ id }) => id);
  if (phase.order === 'agenda') return withDuels(phase, { ...empty, waiting: ids });
  const lot = drawn(hall);
  // Where nothing has a theme, there is nothing to choose by.
  const themes = items.some(({ letter }) => letter !== null);
  const waiting =
    phase.mostPerTheme && themes
      ? shortlist(
          items.map(({ id, letter }) => ({ id, theme: letter })),
          phase.mostPerTheme,
          lot.seed,
        )
      : lotOrder(lot.seed, ids);
  return withDuels(phase, { ...empty, waiting, lot });
}

/** Those who put themselves in meet by lot. */
export function drawDuels(hall: Hall, phase: Present, queue: Queue): Moved {
  if (!isDuel(phase)) return refuse('not_now', 'duels');
  if (queue.waiting.length < 2) return refuse('not_found', 'duels');
  const lot = drawn(hall);
  return { ok: true, queue: withDuels(phase, { ...queue, waiting: lotOrder(lot.seed, queue.waiting), lot }) };
}

/** Whole, and still, until the facilitator starts it. */
export function timerOf(phase: Present, { current, duels }: Queue): Timer {
  if (current === null) return { state: 'off' };
  const seconds = duels?.now ? stepsOf(phase)[duels.now.step]?.seconds : phase.seconds;
  const total = (seconds ?? phase.seconds) * 1_000;
  return { state: 'paused', left: total, total };
}

/** For the balance meter: of which group somebody had the floor, never who. Whoever did not speak after all had no turn. */
export function noteTurn({ parts }: Hall, { code, register }: Scene, before: Queue, now: Queue, what: string): void {
  const { records } = parts.store;
  const idOf = (item: string) => `${now.phase}:${now.run}:${item}`;
  const passed = what === 'later' || what === 'absent' || what === 'back';
  if (passed && before.current !== null) records.remove(code, 'turn', idOf(before.current));
  if (now.current === null) return;
  const group = register.participant(register.authors.of(now.current) ?? '')?.group ?? '';
  const value = { phase: now.phase, run: now.run, group };
  records.put({ session: code, kind: 'turn', id: idOf(now.current), value });
}

function resumed(last: Queue, run: number): Queue {
  if (last.duels || last.current === null) return { ...last, run };
  return { ...last, run, current: null, waiting: [last.current, ...last.waiting] };
}

/** Proposals that were worked on since are told as they are now. */
function renewed(queue: Queue, plans: readonly Plan[]): Queue {
  if (queue.duels) return queue;
  const keyOf = (plan: Plan) => `${plan.phase} ${aboutOf(plan)}`;
  const newest = new Map(newestOf(plans).map((plan) => [keyOf(plan), plan.id]));
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const now = (id: string) => {
    const plan = byId.get(id);
    return plan ? (newest.get(keyOf(plan)) ?? id) : id;
  };
  const { waiting, current, done, absent } = queue;
  return {
    ...queue,
    waiting: waiting.map(now),
    current: current === null ? null : now(current),
    done: done.map(now),
    absent: absent.map(now),
  };
}

/**
 * Without what is gone. What was made since comes last, in order of making, so that the published order stands; of each theme
 * no more than may be told.
 */
function grown(phase: Present, queue: Queue, items: readonly Item[]): Queue {
  if (queue.duels) return queue;
  const themeOf = new Map(items.map(({ id, letter }) => [id, letter]));
  const waiting = queue.waiting.filter((id) => themeOf.has(id));
  const absent = queue.absent.filter((id) => themeOf.has(id));
  if (phase.order === 'signup') return { ...queue, waiting, absent };
  const known = new Set([...queue.done, ...waiting, ...absent]);
  const themes = items.some(({ letter }) => letter !== null);
  const most = themes ? (phase.mostPerTheme ?? Infinity) : Infinity;
  const added: string[] = [];
  for (const { id, letter } of items) {
    if (known.has(id)) continue;
    const told = [...known].filter((one) => themeOf.has(one) && themeOf.get(one) === letter).length;
    if (told >= most) continue;
    known.add(id);
    added.push(id);
  }
  return { ...queue, waiting: [...waiting, ...added], absent };
}

function withDuels(phase: Present, queue: Queue): Queue {
  if (!isDuel(phase) || queue.waiting.length < 2) return queue;
  return { ...queue, duels: makeDuels(phase.form, queue.waiting), waiting: [] };
}

function isDuel(phase: Present): phase is Present & { form: 'knockOut' | 'roundRobin' } {
  return phase.form === 'knockOut' || phase.form === 'roundRobin';
}

function drawn({ parts }: Hall) {
  const seed = toHexString(parts.random(32));
  return { seed, commit: commitment(seed) };
}
