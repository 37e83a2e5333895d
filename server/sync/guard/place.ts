/**
 * Where something lies in the shared document: in a root, in a thing of a root (one card, one theme), or in its text.
 */
import * as Y from 'yjs';
import { cardsMap, clientKeys, clustersMap, roots, type Root } from '../../../shared/document.ts';
import { refuse, type Refusal } from '../../../shared/refusals.ts';

export type ThingRoot = keyof typeof clientKeys;
export type AnyType = Y.AbstractType<unknown>;

/** A Yjs type, and the words for it. */
export type Holder =
  | { is: 'root'; root: ThingRoot; type: AnyType }
  | { is: 'thing'; root: ThingRoot; id: string; type: AnyType }
  | { is: 'text'; root: ThingRoot; id: string; key: string; type: AnyType };

/** Finds holders by their Yjs type, also of things that this update makes itself. */
export interface Places<H> {
  /** The root of this name, when clients may write in it. */
  root(name: string): AnyType | Refusal;
  /** What this type is, by walking up to its root. */
  of(type: AnyType): H | Refusal;
  /** What a type is that lies (or comes to lie) under `key` of `parent`. */
  inside(parent: H, key: string | null, type: AnyType): H | Refusal;
}

/** In a session's document. */
export class BoardPlaces implements Places<Holder> {
  readonly #known = new Map<AnyType, Holder>();
  readonly #doc: Y.Doc;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#known.set(cardsMap(doc) as AnyType, { is: 'root', root: 'cards', type: cardsMap(doc) as AnyType });
    this.#known.set(clustersMap(doc) as AnyType, { is: 'root', root: 'clusters', type: clustersMap(doc) as AnyType });
  }

  root(name: string): AnyType | Refusal {
    if (name === 'cards') return cardsMap(this.#doc) as AnyType;
    if (name === 'clusters') return clustersMap(this.#doc) as AnyType;
    return roots.includes(name as Root) ? refuse('server_only', name) : refuse('bad_content', 'root');
  }

  of(type: AnyType): Holder | Refusal {
    const known = this.#known.get(type);
    if (known) return known;
    const item = type._item;
    if (item === null) return refuse('server_only', 'root');
    const parent = this.of(item.parent as AnyType);
    return 'ok' in parent ? parent : this.inside(parent, item.parentSub, type);
  }

  inside(parent: Holder, key: string | null, type: AnyType): Holder | Refusal {
    if (key === null || parent.is === 'text') return refuse('bad_content', 'nested');
    const { root } = parent;
    const holder: Holder =
      parent.is === 'root' ? { is: 'thing', root, id: key, type } : { ...parent, is: 'text', key, type };
    this.#known.set(type, holder);
    return holder;
  }
}
