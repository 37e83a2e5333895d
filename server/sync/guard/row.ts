/**
 * A row of items as Yjs orders them: the letters of a text, or the writes of one key of which the last one shows. Says where
 * new items would come, without touching the document (`Item.integrate` in Yjs, item by item).
 */
import * as Y from 'yjs';

/** A stretch of one client's clock that lies together; Yjs joins and splits items as it goes, and so does this. */
export interface Stretch {
  client: number;
  clock: number;
  length: number;
  origin: Y.ID | null;
  rightOrigin: Y.ID | null;
  /** the item it is, or is a part of */
  item: Y.Item;
  isNew: boolean;
  left: Stretch | null;
  right: Stretch | null;
}

/** Steps that honest updates never come near: who writes, writes between two neighbours. */
const mostSteps = 100_000;

export class Row {
  #first: Stretch | null = null;
  #last: Stretch | null = null;
  #steps = 0;
  /** per client, in order of clock */
  readonly #byClient = new Map<number, Stretch[]>();

  /** `first`: the leftmost item of the row as it is. */
  constructor(first: Y.Item | null) {
    for (let item = first; item; item = item.right) this.#link(stretch(item, false), this.#last);
    for (const list of this.#byClient.values()) list.sort((a, b) => a.clock - b.clock);
  }

  get last(): Stretch | null {
    return this.#last;
  }

  /** From the last to the first. */
  *fromLast(): Generator<Stretch> {
    for (let at = this.#last; at; at = at.left) yield at;
  }

  /**
   * Puts a new item where Yjs would. False when it names its neighbours the wrong way round (replicas would differ for
   * ever), or so far apart that finding out costs too much.
   */
  insert(item: Y.Item): boolean {
    const end = item.rightOrigin && this.#startingAt(item.rightOrigin);
    const origin = item.origin && this.#endingAt(item.origin);
    if (origin && end && !this.#isBefore(origin, end)) return false;
    this.#link(stretch(item, true), this.#leftOf(item, origin, end));
    return this.#steps < mostSteps;
  }

  #leftOf(item: Y.Item, origin: Stretch | null, end: Stretch | null): Stretch | null {
    let left = origin;
    const passed = new Set<Stretch>();
    const crossing = new Set<Stretch>();
    for (let other = origin ? origin.right : this.#first; other && other !== end; other = other.right) {
      if (++this.#steps > mostSteps) break;
      passed.add(other);
      crossing.add(other);
      const otherOrigin = other.origin && this.#holding(other.origin);
      if (Y.compareIDs(item.origin, other.origin)) {
        if (other.client >= item.id.client) {
          if (Y.compareIDs(item.rightOrigin, other.rightOrigin)) break;
          continue;
        }
      } else if (!otherOrigin || !passed.has(otherOrigin)) {
        break;
      } else if (crossing.has(otherOrigin)) {
        continue;
      }
      left = other;
      crossing.clear();
    }
    return left;
  }

  #isBefore(one: Stretch, two: Stretch): boolean {
    let at = one.right;
    while (at && at !== two && ++this.#steps < mostSteps) at = at.right;
    return at === two;
  }

  #link(added: Stretch, left: Stretch | null): void {
    added.left = left;
    added.right = left ? left.right : this.#first;
    if (added.right) added.right.left = added;
    else this.#last = added;
    if (left) left.right = added;
    else this.#first = added;
    const list = this.#byClient.get(added.client);
    if (!list) this.#byClient.set(added.client, [added]);
    else if (added.isNew) list.splice(indexIn(list, added.clock) + 1, 0, added);
    else list.push(added);
  }

  #holding({ client, clock }: Y.ID): Stretch | null {
    const list = this.#byClient.get(client) ?? [];
    const found = list[indexIn(list, clock)];
    return found && clock < found.clock + found.length ? found : null;
  }

  #endingAt(id: Y.ID): Stretch | null {
    const found = this.#holding(id);
    if (found && found.clock + found.length - 1 > id.clock) this.#split(found, id.clock + 1);
    return found;
  }

  #startingAt(id: Y.ID): Stretch | null {
    const found = this.#holding(id);
    return found && found.clock < id.clock ? this.#split(found, id.clock) : found;
  }

  #split(whole: Stretch, clock: number): Stretch {
    const { client, item, rightOrigin } = whole;
    const origin = Y.createID(client, clock - 1);
    const length = whole.clock + whole.length - clock;
    const rest: Stretch = { client, clock, length, origin, rightOrigin, item, isNew: true, left: null, right: null };
    whole.length -= length;
    this.#link(rest, whole);
    rest.isNew = whole.isNew;
    return rest;
  }
}

function stretch(item: Y.Item, isNew: boolean): Stretch {
  const { id, length, origin, rightOrigin } = item;
  return { client: id.client, clock: id.clock, length, origin, rightOrigin, item, isNew, left: null, right: null };
}

/** Index of the last stretch that starts at or before this clock; -1 when there is none. */
function indexIn(list: readonly Stretch[], clock: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Stretch).clock <= clock) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
