/** Rooms whose ticks fall due together share one transaction, and nothing else: not each other's words, nor each other's bugs. */
import { beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../server/store/failure.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { openDoc } from '../../server/sync/doc.ts';
import { Rooms } from '../../server/sync/rooms.ts';
import { limits } from '../../shared/limits.ts';
import { makeCard, readCards } from '../../shared/document.ts';
import { refuse } from '../../shared/refusals.ts';
import { FakeClock } from '../support/fakeclock.ts';
import { FakeDesk, openSession, participant } from '../support/fakedesk.ts';
import { quiet } from '../support/fakeroom.ts';
import { Guest } from '../support/guest.ts';

const codes = ['KRAS-7QXM', 'MEES-2ABC', 'BLIJ-FTHI'];
const idea = (id: string) => ({ id, kind: 'idea', title: 'Bankje', text: 'bij de vijver' });

/** Three rooms, each with a writer and somebody who looks on. */
class Street {
  readonly clock = new FakeClock();
  readonly memory = memoryStore();
  readonly desks = new Map(codes.map((code) => [code, new FakeDesk(() => this.rooms.open(code).doc)]));
  commits = 0;
  fails = false;
  #soon: (() => void)[] = [];
  readonly rooms: Rooms;
  readonly writers: Guest[];
  readonly others: Guest[];

  constructor() {
    const transaction: typeof this.memory.transaction = (work) =>
      this.memory.transaction(() => {
        const value = work();
        if (this.fails) throw new StoreUnavailable('full');
        this.commits++;
        return value;
      });
    const store = { ...this.memory, transaction };
    const soon = (work: () => void) => void this.#soon.push(work);
    this.rooms = new Rooms({ store, clock: this.clock, log: quiet, soon, desk: (code) => this.desks.get(code)! });
    for (const code of codes) {
      this.memory.sessions.add({ code, createdAt: 1, touchedAt: 1, rehearsalOf: null });
      this.rooms.open(code).change((doc) => openSession(doc));
    }
    const enter = (who: string) => (code: string) => {
      const guest = new Guest({
        room: () => this.rooms.open(code),
        clock: this.clock,
        identity: participant(who),
        own: true,
      });
      guest.enter();
      return guest;
    };
    this.writers = codes.map(enter('anna'));
    this.others = codes.map(enter('ben'));
    this.rest();
  }

  /** Everybody's card arrives; then all of it is looked at. */
  write(id: string): void {
    for (const { doc } of this.writers) makeCard(doc, idea(id));
  }

  turn(): void {
    for (const work of this.#soon.splice(0)) work();
  }

  rest(): void {
    for (let i = 0; i < 10; i++) {
      this.turn();
      this.clock.pass(1_000);
    }
    this.commits = 0;
  }

  stored = (code: string) => readCards(openDoc(this.memory.updates.load(code))).map(({ id }) => id);
  seen = () => this.others.map(({ doc }) => readCards(doc).map(({ id, number }) => `${id} ${number}`));
}

let street: Street;
beforeEach(() => (street = new Street()));

describe('rooms that have something to store at the same moment', () => {
  it('are stored in one transaction, before anybody sees anything', () => {
    street.write('newcard01');
    expect([street.commits, street.seen()]).toEqual([0, [[], [], []]]);
    street.turn();
    expect(street.commits).toBe(1);
    expect(street.seen()).toEqual([['newcard01 1'], ['newcard01 1'], ['newcard01 1']]);
    expect(codes.map(street.stored)).toEqual([['newcard01'], ['newcard01'], ['newcard01']]);
    expect(street.writers.map(({ stored, connection }) => stored === connection.received)).toEqual([true, true, true]);
  });

  it('show nothing that could not be stored, and lose none of it', () => {
    street.fails = true;
    street.write('newcard01');
    street.turn();
    street.clock.pass(limits.tick);
    street.write('newcard02');
    street.turn();
    expect([street.seen(), codes.map(street.stored)]).toEqual([
      [[], [], []],
      [[], [], []],
    ]);
    street.fails = false;
    street.rest();
    expect(street.seen()).toEqual(codes.map(() => ['newcard01 1', 'newcard02 2']));
    for (const [n, { doc }] of street.writers.entries()) expect(doc.toJSON()).toEqual(street.others[n]!.doc.toJSON());
  });

  it('do not suffer from a bug in one of them', () => {
    const [bad] = codes;
    street.desks.get(bad!)!.onRecord = () => {
      throw new RangeError('bug');
    };
    street.write('newcard01');
    street.turn();
    expect(street.seen()).toEqual([[], ['newcard01 1'], ['newcard01 1']]);
    expect(street.writers.map(({ closedWith }) => closedWith?.reason)).toEqual(['server_error', undefined, undefined]);
    expect(codes.map(street.stored)).toEqual([[], ['newcard01'], ['newcard01']]);
  });

  it('are left out when they were dropped meanwhile', () => {
    street.write('newcard01');
    street.rooms.drop(codes[0]!, refuse('session_deleted'));
    street.turn();
    expect(codes.map(street.stored)).toEqual([[], ['newcard01'], ['newcard01']]);
  });

  it('are durable at once for whoever reads one of them meanwhile', () => {
    street.write('newcard01');
    expect(readCards(street.rooms.open(codes[0]!).doc)).toHaveLength(1);
    expect(codes.map(street.stored)).toEqual([['newcard01'], [], []]);
    street.turn();
    expect(street.commits).toBe(2);
    expect(street.seen()).toEqual([['newcard01 1'], ['newcard01 1'], ['newcard01 1']]);
  });
});
