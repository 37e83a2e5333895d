/**
 * What an update deletes: in the document as it is, and of what it brings itself.
 */
import * as Y from 'yjs';
import { limits } from '../../../shared/limits.ts';
import { refuse, type Refusal } from '../../../shared/refusals.ts';
import { resync, type Incoming, type Resync, type Run } from './bytes.ts';
import type { AnyType, Holder, Places } from './place.ts';

/** Something of the document that still lives and that the update deletes: `length` characters of a text, or one key. */
export interface Death<H = Holder> {
  holder: H;
  key: string | null;
  item: Y.Item;
  length: number;
}

export interface Deletions<H = Holder> {
  deaths: Death<H>[];
  /** whether the update deletes this id */
  dies(client: number, clock: number): boolean;
  /** how much of a new struct says something after the update */
  livingLength(item: Y.Item): number;
}

export function readDeletions<H extends object>(
  doc: Y.Doc,
  incoming: Incoming,
  places: Places<H>,
): Deletions<H> | Refusal | Resync {
  const no = unknown(doc, incoming);
  if (no) return no;
  const byClient = groupBy(incoming.runs);
  const deaths: Death<H>[] = [];
  let total = dead(incoming);
  for (const run of incoming.runs) {
    for (const { item, length } of living(doc, run)) {
      total += length;
      if (total > limits.deletesPerUpdate) return refuse('too_large', 'deletes');
      const holder = places.of(item.parent as AnyType);
      if ('ok' in holder) return holder;
      deaths.push({ holder, key: item.parentSub, item, length });
    }
  }
  if (total > limits.deletesPerUpdate) return refuse('too_large', 'deletes');
  const overlap = (client: number, clock: number, length: number) =>
    overlapOf(byClient.get(client) ?? [], clock, length);
  return {
    deaths,
    dies: (client, clock) => overlap(client, clock, 1) > 0,
    livingLength: ({ id, length, content }) =>
      content instanceof Y.ContentDeleted ? 0 : length - overlap(id.client, id.clock, length),
  };
}

/** Deletes what neither the document nor the update has. Lengths are numbers an attacker chooses: bounded first. */
function unknown(doc: Y.Doc, { runs, structs }: Incoming): Refusal | Resync | null {
  let beyond = 0;
  for (const { client, clock, len } of runs) {
    const last = structs.get(client)?.at(-1);
    const end = last ? last.id.clock + last.length : Y.getState(doc.store, client);
    beyond += Math.max(0, clock + len - Math.max(clock, end));
  }
  if (beyond > limits.deletesPerUpdate) return refuse('too_large', 'deletes');
  return beyond > 0 ? resync : null;
}

/** New structs that were deleted before they were sent. */
function dead({ structs }: Incoming): number {
  let length = 0;
  for (const list of structs.values()) {
    for (const struct of list) {
      if (struct instanceof Y.GC || (struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted))
        length += struct.length;
    }
  }
  return length;
}

function* living(doc: Y.Doc, { client, clock, len }: Run): Generator<{ item: Y.Item; length: number }> {
  const structs = doc.store.clients.get(client);
  const end = Math.min(clock + len, Y.getState(doc.store, client));
  if (!structs || clock >= end) return;
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const item = structs[i] as Y.Item | Y.GC;
    if (item.id.clock >= end) return;
    const length = Math.min(end, item.id.clock + item.length) - Math.max(clock, item.id.clock);
    if (item instanceof Y.Item && !item.deleted) yield { item, length };
  }
}

function groupBy(runs: readonly Run[]): Map<number, Run[]> {
  const groups = new Map<number, Run[]>();
  for (const run of runs) {
    const group = groups.get(run.client);
    if (group) group.push(run);
    else groups.set(run.client, [run]);
  }
  return groups;
}

/** How much of a stretch lies within runs, which are sorted and apart. */
function overlapOf(runs: readonly Run[], clock: number, length: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as Run;
    if (run.clock + run.len <= clock) low = middle + 1;
    else high = middle;
  }
  let covered = 0;
  for (let i = low; i < runs.length; i++) {
    const run = runs[i] as Run;
    if (run.clock >= clock + length) break;
    covered += Math.min(run.clock + run.len, clock + length) - Math.max(run.clock, clock);
  }
  return covered;
}
