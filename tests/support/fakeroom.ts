/**
 * A room with people in it and no network: sockets that remember what was sent to them, time that stands still, a store in
 * memory that fails when asked.
 */
import type * as Y from 'yjs';
import type { Identity } from '../../server/ports.ts';
import { StoreUnavailable } from '../../server/store/failure.ts';
import { memoryStore } from '../../server/store/memory.ts';
import type { Store } from '../../server/store/store.ts';
import { openDoc } from '../../server/sync/doc.ts';
import type { Log } from '../../server/sync/parts.ts';
import { Rooms } from '../../server/sync/rooms.ts';
import type { Room } from '../../server/sync/room.ts';
import { FakeClock } from './fakeclock.ts';
import { code, FakeDesk, participant } from './fakedesk.ts';
import { Guest } from './guest.ts';

export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What happened to the store and the sockets, in order. */
export type Event = 'begin' | 'commit' | 'rollback' | `sent to ${string}`;

export class FakeRoom {
  readonly clock = new FakeClock();
  readonly store: Store;
  readonly desk = new FakeDesk(() => this.room.doc);
  readonly rooms: Rooms;
  readonly events: Event[] = [];
  /** the store throws: at the beginning of a transaction, or when it is to be made durable */
  fails: 'begin' | 'commit' | null = null;

  /** `write`: what is in the document at first. `state`: the same, as a store from before has it. */
  constructor(write: (doc: Y.Doc) => void, state?: Uint8Array) {
    this.store = this.#spied(memoryStore());
    this.store.sessions.add({ code, createdAt: 1, touchedAt: 1, rehearsalOf: null });
    if (state) this.store.updates.append(code, state);
    const { clock, store } = this;
    this.rooms = new Rooms({ store, clock, log: quiet, desk: () => this.desk });
    this.room.change(write);
    this.rest();
  }

  get room(): Room {
    return this.rooms.open(code);
  }

  /** Somebody comes in, with a document of their own that stays in step. */
  enter(identity: Identity = participant('anna'), own = true, doc?: Y.Doc, from?: string): Guest {
    const guest = new Guest({ room: () => this.room, clock: this.clock, identity, own, doc, from });
    guest.onUpdate = () => this.events.push(`sent to ${String(identity.who)}`);
    guest.enter();
    return guest;
  }

  /** A quiet second; what happened before is forgotten. */
  rest(): void {
    this.clock.pass(1_000);
    this.events.length = 0;
  }

  /** The document as it is on disk. */
  stored(): Y.Doc {
    return openDoc(this.store.updates.load(code));
  }

  #spied(store: Store): Store {
    const transaction: Store['transaction'] = (work) => {
      this.events.push('begin');
      try {
        if (this.fails === 'begin') throw new StoreUnavailable('full');
        const value = store.transaction(() => {
          const value = work();
          if (this.fails === 'commit') throw new StoreUnavailable('full');
          return value;
        });
        this.events.push('commit');
        return value;
      } catch (error) {
        this.events.push('rollback');
        throw error;
      }
    };
    return { ...store, transaction };
  }
}
