/** What is loaded when a board is opened is bounded, whatever happened to it before; and rewriting the log loses nothing. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreUnavailable } from '../../server/store/failure.ts';
import { editCard, makeCard, readCard } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { setSession } from '../../shared/stamp.ts';
import { code, openSession, participant } from '../support/fakedesk.ts';
import { FakeRoom } from '../support/fakeroom.ts';
import type { Guest } from '../support/guest.ts';

const anna = participant('anna');

let hall: FakeRoom;
beforeEach(() => (hall = new FakeRoom((doc) => openSession(doc))));

const log = () => hall.store.updates.load(code);
const bytesOf = (updates: readonly Uint8Array[]) => updates.reduce((bytes, update) => bytes + update.length, 0);

/** Somebody who changes the text of one card so many times, a tick each. */
function busy(times: number): Guest {
  const guest = hall.enter(anna);
  makeCard(guest.doc, { id: 'newcard01', kind: 'idea', title: 'Bankje', text: 'eerste woorden' });
  for (let i = 0; i < times; i++) {
    editCard(guest.doc, 'newcard01', { text: `versie ${i}` });
    hall.clock.pass(limits.tick);
  }
  return guest;
}

/** The announcement is as long as that. */
const announce = (letters: number) =>
  hall.room.change((doc) => setSession(doc, { announcement: { id: 'news0001', text: 'x'.repeat(letters) } }));

describe('opening a board', () => {
  it('loads one snapshot and a bounded number of updates, with all that is on the board and nothing of what was deleted', () => {
    const guest = busy(limits.compactAfterUpdates + 50);
    expect(log().length).toBeGreaterThan(1);
    expect(log().length).toBeLessThan(60);
    expect(Buffer.concat(log()).includes('eerste woorden')).toBe(false);
    expect(readCard(hall.stored(), 'newcard01')?.text).toBe(`versie ${limits.compactAfterUpdates + 49}`);
    expect(hall.enter(participant('ben')).doc.toJSON()).toEqual(guest.doc.toJSON());
  });

  it('loads a bounded number of bytes', () => {
    let most = 0;
    for (let i = 1; i <= 20; i++) {
      announce(limits.compactAfterBytes / 8 + i);
      hall.clock.pass(limits.tick);
      most = Math.max(most, bytesOf(log().slice(1)));
    }
    expect(most).toBeGreaterThan(limits.compactAfterBytes / 2);
    expect(most).toBeLessThanOrEqual(limits.compactAfterBytes);
    expect(hall.stored().toJSON()).toEqual(hall.room.doc.toJSON());
  });

  it('loads one snapshot when the room left memory by itself, without what was deleted, and has it ready for who comes', () => {
    const guest = busy(30);
    expect(Buffer.concat(log()).includes('eerste woorden')).toBe(true);
    guest.leave();
    hall.clock.pass(2 * limits.idleRoom);
    const [snapshot, ...rest] = log();
    expect(rest).toEqual([]);
    expect(Buffer.from(snapshot!).includes('eerste woorden')).toBe(false);
    const load = vi.spyOn(hall.store.updates, 'load');
    expect(hall.room.state().raw).toBe(load.mock.results[0]?.value[0]); // as it was read: nothing is encoded anew
    expect(load).toHaveBeenCalledTimes(1);
    expect(hall.enter(anna).doc.toJSON()).toEqual(guest.doc.toJSON());
  });

  it('writes nothing when nothing was written', () => {
    busy(1).leave();
    hall.clock.pass(2 * limits.idleRoom);
    const compact = vi.spyOn(hall.store.updates, 'compact');
    hall.enter(anna).leave();
    hall.clock.pass(2 * limits.idleRoom);
    expect(compact).not.toHaveBeenCalled();
  });
});

describe('a log that can not be rewritten', () => {
  it('goes on growing, is not tried again at every tick, and is rewritten when it can be', () => {
    const compact = vi.spyOn(hall.store.updates, 'compact').mockImplementation(() => {
      throw new StoreUnavailable('full');
    });
    const guest = busy(limits.compactAfterUpdates + 100);
    expect(compact).toHaveBeenCalledTimes(1);
    expect(log().length).toBeGreaterThan(limits.compactAfterUpdates + 99);
    expect(readCard(guest.doc, 'newcard01')).toEqual(readCard(hall.stored(), 'newcard01'));
    guest.leave();
    hall.clock.pass(2 * limits.idleRoom);
    compact.mockRestore();
    hall.enter(anna).leave();
    hall.clock.pass(2 * limits.idleRoom);
    expect(log()).toHaveLength(1);
    expect(hall.stored().toJSON()).toEqual(guest.doc.toJSON());
  });
});
