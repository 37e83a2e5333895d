import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { editCard, makeCard, readCard } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { encodeMark, frame, parseMark, sync } from '../../shared/protocol.ts';
import { unsortStrings } from '../../shared/sorted.ts';
import { setSession, takeOut } from '../../shared/stamp.ts';
import { openDoc } from '../../server/sync/doc.ts';
import { openSession, participant } from '../support/fakedesk.ts';
import { FakeRoom } from '../support/fakeroom.ts';
import type { Guest } from '../support/guest.ts';

const [anna, ben] = [participant('anna'), participant('ben')];
const idea = (id: string, text = 'bij de vijver') => ({ id, kind: 'idea', title: 'Bankje', text });

let hall: FakeRoom;
beforeEach(() => (hall = new FakeRoom((doc) => openSession(doc))));

/** As Line counts: where the room was when the guest joined, and one for each update message since. */
function markOf(guest: Guest): string {
  const { epoch, tick } = parseMark(guest.hello?.mark ?? '')!;
  const updates = guest.frames.filter(([type, step]) => type === frame.sync && step === sync.update);
  return encodeMark({ epoch, tick: tick + updates.length });
}

/** What the answer to the first question held. */
function answerTo(guest: Guest): Uint8Array {
  const answer = guest.frames.find(([type, step]) => type === frame.sync && step === sync.step2)!;
  const decoder = decoding.createDecoder(answer);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}

function tick(): void {
  hall.clock.pass(limits.tick);
}

describe('who comes back with a mark', () => {
  it('is sent what was missed, and not every deletion of the evening', () => {
    const a = hall.enter(anna);
    for (let i = 0; i < 19; i++) makeCard(a.doc, idea(`card${String(i).padStart(5, '0')}`));
    for (let i = 0; i < 19; i++) {
      // one in two, so that the deletions do not add up to one run
      editCard(a.doc, `card${String(i).padStart(5, '0')}`, { text: `nee, ${i} bij de school` });
      tick();
    }
    const b = hall.enter(ben);
    b.leave();
    makeCard(a.doc, idea('newcard01'));
    tick();
    tick();
    const back = hall.enter(ben, true, b.doc, markOf(b));
    expect(answerTo(back).length).toBeLessThan(400);
    expect(answerTo(hall.enter(ben, true, new Y.Doc())).length).toBeGreaterThan(2_000);
    expect(back.doc.toJSON()).toEqual(a.doc.toJSON());
  });

  it('hears of ticks that only deleted, which no state vector tells apart', () => {
    const a = hall.enter(anna);
    makeCard(a.doc, idea('newcard01', 'weg ermee'));
    const b = hall.enter(ben);
    b.leave();
    a.doc.transact(() => (a.doc.getMap('cards').get('newcard01') as Y.Map<Y.Text>).get('text')?.delete(0, 4));
    tick();
    expect(Y.encodeStateVector(b.doc)).toEqual(Y.encodeStateVector(a.doc));
    const back = hall.enter(ben, true, b.doc, markOf(b));
    expect(readCard(back.doc, 'newcard01')?.text).toBe('ermee');
  });

  it('is sent what is stored but not sent yet by the next tick, once', () => {
    const a = hall.enter(anna);
    const b = hall.enter(ben);
    makeCard(a.doc, idea('newcard01'));
    makeCard(a.doc, idea('newcard02'));
    b.leave();
    const back = hall.enter(ben, true, b.doc, markOf(b));
    tick();
    expect(back.doc.toJSON()).toEqual(a.doc.toJSON());
  });

  it.each([
    ['too long ago', () => Array.from({ length: limits.recentTicks + 1 }, (_, i) => `Bankje ${i}`)],
    ['longer ago than we have room for', () => ['x'.repeat(limits.recentBytes)]],
  ])('gets a full answer when that was %s', (_when, titles) => {
    const a = hall.enter(anna);
    makeCard(a.doc, idea('newcard01'));
    const b = hall.enter(ben);
    b.leave();
    for (const title of titles()) {
      hall.room.change((doc) => setSession(doc, { title }));
      tick();
    }
    const back = hall.enter(ben, true, b.doc, markOf(b));
    expect(back.doc.toJSON()).toEqual(hall.room.doc.toJSON());
  });

  it.each(['', 'x', 'x.1', '..', 'x.-1', `${'x'.repeat(50)}.1`, 'x.99999999999999999999'])(
    'gets a full answer when it is no mark of ours: %j',
    (mark) => {
      hall.enter(anna).doc.transact(() => undefined);
      expect(hall.enter(ben, true, undefined, mark).doc.toJSON()).toEqual(hall.room.doc.toJSON());
    },
  );

  it('gets a full answer when the mark is of a tick that was never sent', () => {
    const { epoch, tick: at } = parseMark(hall.enter(anna).hello!.mark)!;
    const back = hall.enter(ben, true, undefined, encodeMark({ epoch, tick: at + 1 }));
    expect(back.doc.toJSON()).toEqual(hall.room.doc.toJSON());
  });

  it('is not sent what was taken out of sight since', () => {
    const a = hall.enter(anna);
    const b = hall.enter(ben);
    b.leave();
    makeCard(a.doc, idea('newcard01', 'geheim'));
    makeCard(a.doc, idea('newcard02', 'ook geheim'));
    tick();
    for (const id of ['newcard01', 'newcard02']) hall.room.change((doc) => takeOut(doc, id, 'hidden'));
    const back = hall.enter(ben, true, b.doc, markOf(b));
    tick();
    const again = hall.enter(ben, true, b.doc, markOf(b));
    for (const guest of [back, again]) {
      expect(guest.doc.toJSON()).toEqual(hall.room.doc.toJSON());
      expect(guest.frames.some((bytes) => Buffer.from(bytes).includes('geheim'))).toBe(false);
    }
  });
});

describe('a board that is a little behind', () => {
  it('is made once for many changes, and its mark brings the rest', () => {
    const a = hall.enter(anna);
    const near = hall.room.nearState();
    for (let i = 0; i < 10; i++) {
      makeCard(a.doc, idea(`newcard0${i}`));
      tick();
    }
    expect(hall.room.nearState()).toBe(near);
    const b = hall.enter(ben, true, openDoc([Y.convertUpdateFormatV2ToV1(unsortStrings(near.state.raw))]), near.mark);
    tick();
    expect(b.doc.toJSON()).toEqual(a.doc.toJSON());
  });

  it('is made again when too much came after it, or when the server changed something itself', () => {
    const a = hall.enter(anna);
    const near = hall.room.nearState();
    makeCard(a.doc, idea('newcard01'));
    for (let i = 0; i < limits.boardBehind / 250; i++) {
      editCard(a.doc, 'newcard01', { text: `${i}`.repeat(140) });
      tick();
    }
    const later = hall.room.nearState();
    expect(later).not.toBe(near);
    hall.room.change((doc) => setSession(doc, { phase: 'vote' }));
    expect(hall.room.nearState()).not.toBe(later);
  });
});
