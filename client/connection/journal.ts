/**
 * The copy of unsent work that survives a reload, a crash and a refusal: the shared document is never the only one.
 * An entry lives from the moment somebody acts until the server says it is stored, or until it comes back as a draft.
 */
import type { NewCard } from '../../shared/document.ts';
import type { Fields } from '../../shared/model.ts';
import type { RefusalCode } from '../../shared/refusals.ts';

/** One action through the write door, with what was there before. */
export type Step =
  | { type: 'card.make'; card: NewCard }
  | { type: 'card.edit'; card: string; before: CardWords; after: CardWords }
  | { type: 'card.move'; card: string; before: string | null; after: string | null }
  | { type: 'card.column'; card: string; before: string | null; after: string | null }
  | { type: 'cluster.make'; cluster: string; name: string }
  | { type: 'cluster.name'; cluster: string; before: string; after: string };

/** What its writer may change of a card. Fields absent: as they are. */
export interface CardWords {
  title: string;
  text: string;
  fields?: Fields;
}

export interface Entry {
  id: string;
  at: number;
  step: Step;
}

/** A text that is only on this device: being written, or come back with a reason. */
export interface Draft {
  id: string;
  at: number;
  /** the card it was going to be or to change */
  card: string | null;
  title: string;
  text: string;
  /** absent: it has none */
  fields?: Fields;
  /** of a card that was going to be: absent where it is not known */
  kind?: string;
  on?: string | null;
  column?: string | null;
  reason: RefusalCode | null;
}

/** A plan with something in it that is not stored yet, or that came back. */
export interface KeptPlan {
  id: string;
  /** its whole document as it is here; null: all of it is stored */
  update: Uint8Array | null;
  /** field → text that was refused */
  back: { code: RefusalCode; texts: Record<string, string> } | null;
}

/** Where entries and drafts are kept: IndexedDB in a browser, memory where that is refused and in tests. */
export interface Shelf {
  load(): Promise<{ entries: Entry[]; drafts: Draft[] }>;
  putEntry(entry: Entry): Promise<void>;
  removeEntry(id: string): Promise<void>;
  putDraft(draft: Draft): Promise<void>;
  removeDraft(id: string): Promise<void>;
  loadPlan(id: string): Promise<KeptPlan | null>;
  putPlan(plan: KeptPlan): Promise<void>;
  removePlan(id: string): Promise<void>;
  /** The session was deleted, or the device is handed on: nothing stays. */
  wipe(): Promise<void>;
}

export function memoryShelf(): Shelf {
  const entries = new Map<string, Entry>();
  const drafts = new Map<string, Draft>();
  const plans = new Map<string, KeptPlan>();
  const done = Promise.resolve();
  return {
    load: () => Promise.resolve({ entries: [...entries.values()], drafts: [...drafts.values()] }),
    putEntry: (entry) => (entries.set(entry.id, entry), done),
    removeEntry: (id) => (entries.delete(id), done),
    putDraft: (draft) => (drafts.set(draft.id, draft), done),
    removeDraft: (id) => (drafts.delete(id), done),
    loadPlan: (id) => Promise.resolve(plans.get(id) ?? null),
    putPlan: (plan) => (plans.set(plan.id, plan), done),
    removePlan: (id) => (plans.delete(id), done),
    wipe: () => (entries.clear(), drafts.clear(), plans.clear(), done),
  };
}

/** One database per session and role. Falls back to memory where the browser refuses storage (private windows). */
export async function browserShelf(name: string, factory: IDBFactory = indexedDB): Promise<Shelf> {
  let database: IDBDatabase;
  try {
    database = await openDatabase(factory, `kantelbord:${name}`);
  } catch {
    // A refusal to store is the browser's right; writing goes on and is lost only by a reload while offline.
    return memoryShelf();
  }
  let wiped = false;
  const write = (store: Store, change: (target: IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      if (wiped) return resolve(); // a view that is taken down after a wipe still wants to keep its draft
      const transaction = database.transaction(store, 'readwrite');
      change(transaction.objectStore(store));
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the browser refused to store this'));
    });
  const all = <T>(store: Store) =>
    new Promise<T[]>((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result as T[]);
      request.onerror = () => reject(request.error ?? new Error('the browser could not read this'));
    });
  return {
    async load() {
      const [entries, drafts] = await Promise.all([all<Entry>('entries'), all<Draft>('drafts')]);
      return { entries: entries.sort(inOrder), drafts: drafts.sort(inOrder) };
    },
    putEntry: (entry) => write('entries', (store) => store.put(entry)),
    removeEntry: (id) => write('entries', (store) => store.delete(id)),
    putDraft: (draft) => write('drafts', (store) => store.put(draft)),
    removeDraft: (id) => write('drafts', (store) => store.delete(id)),
    async loadPlan(id) {
      return (await all<KeptPlan>('plans')).find((plan) => plan.id === id) ?? null;
    },
    putPlan: (plan) => write('plans', (store) => store.put(plan)),
    removePlan: (id) => write('plans', (store) => store.delete(id)),
    wipe: async () => {
      const emptied = Promise.all([
        write('entries', (store) => store.clear()),
        write('drafts', (store) => store.clear()),
        write('plans', (store) => store.clear()),
      ]);
      wiped = true;
      await emptied;
    },
  };
}

const stores = ['entries', 'drafts', 'plans'] as const;
type Store = (typeof stores)[number];

function openDatabase(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 2);
    request.onupgradeneeded = () => {
      const known = request.result.objectStoreNames;
      for (const store of stores)
        if (!known.contains(store)) request.result.createObjectStore(store, { keyPath: 'id' });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close(); // a newer page must not wait for this one
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('the browser refused storage'));
    request.onblocked = () => reject(new Error('another tab holds an older version'));
  });
}

function inOrder(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
