/**
 * From what lands and what is deleted to what somebody means: cards made, edited and moved, themes made and named.
 */
import * as Y from 'yjs';
import type { Fields } from '../../../shared/model.ts';
import { refuse, type Refusal } from '../../../shared/refusals.ts';
import type { Deletions } from './deletions.ts';
import type { Landed } from './landing.ts';
import { settle } from './lastwrite.ts';
import type { AnyType, Holder, ThingRoot } from './place.ts';
import { Row } from './row.ts';
import { formOf, misfit } from './shape.ts';

/** `grows`: by how many characters a shared text becomes longer (or shorter); absent: the text stays as it is. */
export type Change =
  | ({ type: 'card.make'; card: string; kind: string; title: string; text: string } & Rest)
  | { type: 'card.edit'; card: string; title?: string; fields?: Fields; grows?: Growth }
  | { type: 'card.column'; card: string; column: string | null }
  | { type: 'card.move'; card: string; cluster: string | null }
  | { type: 'cluster.make'; cluster: string; name: string }
  | { type: 'cluster.name'; cluster: string; grows: Growth };

/** Present when written. */
export interface Rest {
  fields?: Fields;
  on?: string;
  column?: string | null;
}

export interface Growth {
  added: number;
  /** length of the text when all is done */
  length: number;
}

/** All that an update does to one card or theme. */
interface Touched {
  root: ThingRoot;
  id: string;
  /** the update makes it */
  fresh: boolean;
  /** its map, when a key of it is touched */
  map: AnyType | null;
  writes: Map<string, Y.Item[]>;
  /** letters put into its text, in order of writing */
  letters: string[];
  added: number;
  removed: number;
  text: AnyType | null;
  /** where in its text the letters come */
  row: Row | null;
}

/** `made` comes first: what is made in an update can be changed in it. */
export function readChanges(landed: readonly Landed[], deletions: Deletions): Change[] | Refusal {
  const things = new Map<string, Touched>();
  const touch = (holder: Exclude<Holder, { is: 'root' }>) => touched(things, holder.root, holder.id);
  for (const at of landed) {
    const no = misfit(at) ?? (at.holder === null ? lost(at.item, deletions) : null);
    if (no) return no;
    if (at.holder === null) continue;
    if (at.holder.is === 'root') {
      const { root, type } = at.holder;
      const thing = touched(things, root, at.key ?? '');
      if (thing.fresh || type._map.has(thing.id)) return refuse(root === 'cards' ? 'card_exists' : 'cluster_exists');
      if (deletions.livingLength(at.item) === 0) return refuse('not_allowed', 'delete');
      thing.fresh = true;
    } else if (at.holder.is === 'thing') {
      addWrite(touch(at.holder), at.key ?? '', at.holder.type, at.item);
    } else {
      const thing = touch(at.holder);
      thing.row ??= new Row(at.holder.type._start);
      if (!thing.row.insert(at.item)) return refuse('bad_content', 'place');
      addText(thing, at.item, at.holder.type, deletions);
    }
  }
  for (const { holder, key, item, length } of deletions.deaths) {
    if (holder.is === 'root') return refuse('not_allowed', 'delete');
    const thing = touch(holder);
    if (holder.is === 'text') {
      thing.removed += item.countable ? length : 0;
      thing.text = holder.type;
    } else {
      addWrite(thing, key ?? '', holder.type);
    }
  }
  return collect([...things.values()], deletions);
}

/** Text that arrives where nothing is any more comes back to its writer; anything else was only crossing. */
function lost(item: Y.Item, deletions: Deletions): Refusal | null {
  return item.content instanceof Y.ContentString && deletions.livingLength(item) > 0 ? refuse('card_gone') : null;
}

function touched(things: Map<string, Touched>, root: ThingRoot, id: string): Touched {
  const key = `${root}/${id}`;
  const known = things.get(key);
  if (known) return known;
  const nothing = { fresh: false, map: null, text: null, row: null, added: 0, removed: 0 };
  const thing: Touched = { root, id, ...nothing, writes: new Map(), letters: [] };
  things.set(key, thing);
  return thing;
}

function addWrite(thing: Touched, key: string, map: AnyType, item?: Y.Item): void {
  const items = thing.writes.get(key) ?? [];
  if (item) items.push(item);
  thing.writes.set(key, items);
  thing.map = map;
}

function addText(thing: Touched, item: Y.Item, type: AnyType, deletions: Deletions): void {
  thing.text = type;
  const length = deletions.livingLength(item);
  if (length === 0 || !(item.content instanceof Y.ContentString)) return;
  thing.added += length;
  const { client, clock } = item.id;
  const living = (_: string, offset: number) => !deletions.dies(client, clock + offset);
  thing.letters.push(length === item.length ? item.content.str : item.content.str.split('').filter(living).join(''));
}

function collect(things: readonly Touched[], deletions: Deletions): Change[] | Refusal {
  const made: Change[] = [];
  const changed: Change[] = [];
  for (const thing of things) {
    const written = readKeys(thing, deletions);
    if ('ok' in written) return written;
    if (thing.fresh) {
      const whole = readMade(thing, written);
      if ('ok' in whole) return whole;
      made.push(whole);
    } else {
      changed.push(...readEdit(thing, written));
    }
    const cluster = written.get('cluster');
    if (cluster) changed.push({ type: 'card.move', card: thing.id, cluster: valueOf(cluster) as string | null });
  }
  return [...made, ...changed];
}

/** What each key comes to say. A key that says something is never emptied, and what is made once stays. */
function readKeys(thing: Touched, deletions: Deletions): Map<string, Y.Item> | Refusal {
  const written = new Map<string, Y.Item>();
  for (const [key, items] of thing.writes) {
    const form = formOf(thing.root, key);
    if (form === null) return refuse('server_only', key);
    const once = key === 'kind' || key === 'on' || form === 'text';
    if (once && (!thing.fresh || items.length !== 1)) return refuse('not_allowed', key);
    const settled = settle(thing.map?._map.get(key) ?? null, items, deletions.dies);
    if (settled.before && !settled.after) return refuse('not_allowed', 'delete');
    if (settled.written) written.set(key, settled.written);
  }
  return written;
}

function readMade(thing: Touched, written: ReadonlyMap<string, Y.Item>): Change | Refusal {
  const words = thing.letters.join('');
  const needed = thing.root === 'cards' ? ['kind', 'title', 'text'] : ['name'];
  if (!needed.every((key) => written.has(key))) return refuse('bad_content', 'incomplete');
  if (thing.root === 'clusters') return { type: 'cluster.make', cluster: thing.id, name: words };
  const [kind, title] = ['kind', 'title'].map((key) => valueOf(written.get(key)) as string);
  return { type: 'card.make', card: thing.id, kind: kind ?? '', title: title ?? '', text: words, ...restOf(written) };
}

function restOf(written: ReadonlyMap<string, Y.Item>): Rest {
  const keys = ['fields', 'on', 'column'].filter((key) => written.has(key));
  return Object.fromEntries(keys.map((key) => [key, valueOf(written.get(key))]));
}

function readEdit(thing: Touched, written: ReadonlyMap<string, Y.Item>): Change[] {
  const grows = thing.text && thing.added + thing.removed > 0 ? growth(thing, thing.text) : undefined;
  if (thing.root === 'clusters') return grows ? [{ type: 'cluster.name', cluster: thing.id, grows }] : [];
  const { id: card } = thing;
  const title = valueOf(written.get('title')) as string | undefined;
  const { fields, column } = restOf(written);
  const changes: Change[] = [];
  if (title !== undefined || fields || grows) {
    const words = { ...(title !== undefined && { title }), ...(fields && { fields }) };
    changes.push({ type: 'card.edit', card, ...words, ...(grows && { grows }) });
  }
  if (column !== undefined) changes.push({ type: 'card.column', card, column });
  return changes;
}

function growth({ added, removed }: Touched, text: AnyType): Growth {
  return { added, length: text._length + added - removed };
}

function valueOf(item: Y.Item | undefined): unknown {
  return item?.content instanceof Y.ContentAny ? item.content.arr[0] : undefined;
}
