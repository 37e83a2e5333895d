/**
 * Where each new struct of an update lands. Structs are walked in an order in which Yjs can take them in: each after all
 * that it names. What can never be reached that way is a ring (refused) or builds on something unknown (resync).
 */
import * as Y from 'yjs';
import { refuse, type Refusal } from '../../../shared/refusals.ts';
import { resync, type Incoming, type Resync, type Struct } from './bytes.ts';
import type { AnyType, Holder, Places } from './place.ts';

/** `holder` null: it was named after something garbage-collected, and becomes garbage itself. */
export type Landed<H = Holder> = { item: Y.Item; holder: H; key: string | null } | { item: Y.Item; holder: null };

type Spot = { type: AnyType; key: string | null } | 'gone';

export function landAll<H extends object>(
  doc: Y.Doc,
  incoming: Incoming,
  places: Places<H>,
): Landed<H>[] | Refusal | Resync {
  return new Landing(doc, incoming, places).run();
}

class Landing<H extends object> {
  readonly #landed: Landed<H>[] = [];
  readonly #spots = new Map<Struct, Spot>();
  /** per client: which of its structs is next */
  readonly #next = new Map<number, number>();
  readonly #doc: Y.Doc;
  readonly #structs: Incoming['structs'];
  readonly #places: Places<H>;

  constructor(doc: Y.Doc, { structs }: Incoming, places: Places<H>) {
    this.#doc = doc;
    this.#structs = structs;
    this.#places = places;
  }

  run(): Landed<H>[] | Refusal | Resync {
    for (let moved = true; moved;) {
      moved = false;
      for (const client of this.#structs.keys()) {
        for (let head = this.#head(client); head && this.#isReady(head); head = this.#head(client)) {
          const no = head instanceof Y.Item ? this.#land(head) : null;
          if (no) return no;
          this.#next.set(client, (this.#next.get(client) ?? 0) + 1);
          moved = true;
        }
      }
    }
    return this.#blocked() ?? this.#landed;
  }

  #head(client: number): Struct | undefined {
    return this.#structs.get(client)?.[this.#next.get(client) ?? 0];
  }

  #isReady(struct: Struct): boolean {
    return references(struct).every(({ client, clock }) => clock < this.#reached(client));
  }

  /** How far this client's clock would be after what has landed so far. */
  #reached(client: number): number {
    return this.#head(client)?.id.clock ?? this.#end(client);
  }

  #end(client: number): number {
    const last = this.#structs.get(client)?.at(-1);
    return last ? last.id.clock + last.length : Y.getState(this.#doc.store, client);
  }

  #blocked(): Refusal | Resync | null {
    const heads = [...this.#structs.keys()].flatMap((client) => this.#head(client) ?? []);
    if (heads.length === 0) return null;
    const own = heads.some((head) =>
      references(head).some((id) => id.client === head.id.client && id.clock >= head.id.clock),
    );
    const unknown = heads.some((head) => references(head).some(({ client, clock }) => clock >= this.#end(client)));
    return unknown && !own ? resync : refuse('bad_message', 'order');
  }

  #land(item: Y.Item): Refusal | null {
    const spot = this.#spotFor(item);
    if (typeof spot === 'object' && 'ok' in spot) return spot;
    this.#spots.set(item, spot);
    if (spot === 'gone') {
      this.#landed.push({ item, holder: null });
      return null;
    }
    const holder = this.#places.of(spot.type);
    if ('ok' in holder) return holder;
    this.#landed.push({ item, holder, key: spot.key });
    if (!(item.content instanceof Y.ContentType)) return null;
    const inside = this.#places.inside(holder, spot.key, item.content.type as AnyType);
    return 'ok' in inside ? inside : null;
  }

  /** All that a struct names must lie in one place: Yjs itself looks at the first only. */
  #spotFor(item: Y.Item): Spot | Refusal {
    const spots = [item.origin, item.rightOrigin].flatMap((id) => (id === null ? [] : [this.#spotOf(id)]));
    if (spots.includes('gone')) return 'gone';
    const [first, second] = spots;
    if (first === undefined) return this.#spotUnder(item);
    const together = !second || (first !== 'gone' && second !== 'gone' && same(first, second));
    return together ? first : refuse('bad_content', 'place');
  }

  #spotUnder(item: Y.Item): Spot | Refusal {
    // Y.decodeUpdate leaves a root's name here
    const parent = item.parent as string | Y.ID | null;
    if (typeof parent === 'string') {
      const type = this.#places.root(parent);
      return 'ok' in type ? type : { type, key: item.parentSub };
    }
    if (parent === null) return refuse('bad_message', 'parent');
    const holding = this.#find(parent);
    if (!(holding instanceof Y.Item) || this.#spots.get(holding) === 'gone') return 'gone';
    if (holding.content instanceof Y.ContentType) return { type: holding.content.type as AnyType, key: item.parentSub };
    return holding.content instanceof Y.ContentDeleted ? 'gone' : refuse('bad_content', 'parent');
  }

  /** Where the struct with this id lies, in the document or in this update. */
  #spotOf(id: Y.ID): Spot {
    const struct = this.#find(id);
    if (!(struct instanceof Y.Item)) return 'gone';
    return this.#spots.get(struct) ?? { type: struct.parent as AnyType, key: struct.parentSub };
  }

  #find(id: Y.ID): Struct {
    if (id.clock < Y.getState(this.#doc.store, id.client)) return Y.getItem(this.#doc.store, id);
    const list = this.#structs.get(id.client) as (Y.Item | Y.GC)[];
    return list[Y.findIndexSS(list, id.clock)] as Struct;
  }
}

function references(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  return [struct.origin, struct.rightOrigin, struct.parent].filter((id): id is Y.ID => id instanceof Y.ID);
}

function same(a: Exclude<Spot, 'gone'>, b: Exclude<Spot, 'gone'>): boolean {
  return a.type === b.type && a.key === b.key;
}
