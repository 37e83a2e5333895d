/**
 * Undo by action, over both doors: the last own actions with their inverse. Undoing is a new action; where somebody built
 * on it since, it does nothing and says so (Yjs's own undo would take the others' work along).
 */
import { sameFields } from '../../shared/document.ts';
import type { Card, Cluster } from '../../shared/model.ts';
import type { Step } from '../connection/journal.ts';

/** A command, as path below the session and body. */
export interface Command {
  path: string;
  body?: unknown;
}

export type Undo = { door: 'write'; step: Step } | { door: 'command'; command: Command };

export interface Done {
  /** several steps that were one act, such as moving five cards */
  undo: Undo[];
  /** true while nobody changed what this act left */
  untouched(board: Seen): boolean;
  /** typing: the next act of the same name joins this one, so that a word is taken back and not its last letter */
  joins?: string;
}

/** What an inverse looks at before it is tried. */
export interface Seen {
  card(id: string): Card | undefined;
  cluster(id: string): Cluster | undefined;
}

/** Enough for an evening's slips; older ones are built upon by then. */
const depth = 50;

export class History {
  #done: Done[] = [];

  add(done: Done): void {
    const last = this.#done.at(-1);
    if (done.joins && last?.joins === done.joins)
      this.#done.splice(-1, 1, { ...done, undo: joined(last.undo, done.undo) });
    else this.#done.push(done);
    if (this.#done.length > depth) this.#done.shift();
  }

  get size(): number {
    return this.#done.length;
  }

  /** Takes the last act off the list. */
  pop(): Done | undefined {
    return this.#done.pop();
  }

  /** At a phase change what was done is done. */
  clear(): void {
    this.#done = [];
  }
}

/** The inverse of steps that were one act through the write door; null where there is none (a made card is withdrawn). */
export function inverseOf(steps: readonly Step[]): Done | null {
  const undo = steps.flatMap((step) => inverse(step) ?? []).reverse();
  if (undo.length < steps.length) return null;
  const [only] = steps;
  const untouched = (seen: Seen) => steps.every((step) => standsAs(step, seen));
  return steps.length === 1 && only?.type === 'cluster.name'
    ? { undo, untouched, joins: `${only.type}:${only.cluster}` }
    : { undo, untouched };
}

/** Back to the name before the first letter, from the name after the last. */
function joined(first: readonly Undo[], last: readonly Undo[]): Undo[] {
  const [from] = last;
  const [to] = first;
  if (from?.door !== 'write' || to?.door !== 'write') return [...last, ...first];
  if (from.step.type !== 'cluster.name' || to.step.type !== 'cluster.name') return [...last, ...first];
  return [{ door: 'write', step: { ...to.step, before: from.step.before } }];
}

function inverse(step: Step): Undo | null {
  switch (step.type) {
    case 'card.make':
      return { door: 'command', command: { path: `/cards/${step.card.id}/withdraw` } };
    case 'card.edit':
      return { door: 'write', step: { ...step, before: step.after, after: step.before } };
    case 'card.move':
    case 'card.column':
      return { door: 'write', step: { ...step, before: step.after, after: step.before } };
    case 'cluster.make':
      return { door: 'command', command: { path: `/clusters/${step.cluster}/dissolve` } };
    case 'cluster.name':
      return { door: 'write', step: { ...step, before: step.after, after: step.before } };
  }
}

function standsAs(step: Step, seen: Seen): boolean {
  switch (step.type) {
    case 'card.make':
      return seen.card(step.card.id)?.gone === null && seen.card(step.card.id)?.mergedInto === null;
    case 'card.edit': {
      const card = seen.card(step.card);
      if (card?.title !== step.after.title || card.text !== step.after.text) return false;
      return !step.after.fields || sameFields(card.fields, step.after.fields);
    }
    case 'card.move':
      return seen.card(step.card)?.gone === null && seen.card(step.card)?.cluster === step.after;
    case 'card.column':
      return seen.card(step.card)?.gone === null && seen.card(step.card)?.column === step.after;
    case 'cluster.make':
      return seen.cluster(step.cluster)?.gone === false;
    case 'cluster.name':
      return seen.cluster(step.cluster)?.name === step.after;
  }
}
