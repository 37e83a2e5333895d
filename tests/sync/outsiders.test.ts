/** Screens need no name and questions are small: neither can take the room from the people in it. */
import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCard } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { encodeSync, sync } from '../../shared/protocol.ts';
import { openSession, participant } from '../support/fakedesk.ts';
import { FakeRoom } from '../support/fakeroom.ts';
import { openHouse, type House } from '../support/house.ts';
import { makeWorld } from '../support/world.ts';

describe('screens', () => {
  let house: House;
  beforeAll(async () => {
    const world = makeWorld();
    house = await openHouse(Y.encodeStateAsUpdate(world.doc), world.desk);
  });
  afterAll(() => house.close());

  it('are so many at most; people and facilitators come in all the same', async () => {
    const screens = Array.from({ length: limits.screensPerSession }, () => house.raw('?v=1&role=screen'));
    await Promise.all(screens.map(({ opened }) => opened));
    const more = house.raw('?v=1&role=screen');
    expect((await more.closed).reason).toBe('session_full');
    for (const who of ['anna', 'leader']) {
      const stock = house.stock(who);
      await stock.synced;
    }
    screens[0]!.ws.close();
    await screens[0]!.closed;
    const next = house.raw('?v=1&role=screen');
    await next.opened;
    expect(next.refused).toBeNull();
  });
});

describe('asking for the whole board', () => {
  it('counts by what it costs to answer, and honest people never notice', () => {
    const hall = new FakeRoom((doc) => {
      openSession(doc);
      for (let n = 0; n < 1_500; n++) {
        makeCard(doc, {
          id: `card${String(n).padStart(6, '0')}`,
          kind: 'idea',
          title: 'Bankje',
          text: 'x'.repeat(280),
        });
      }
    });
    const ann = hall.enter(participant('anna'));
    expect(ann.refused).toBeNull();
    const vector = (n: number) => Y.encodeStateVector(new Map([[n, 0]]));
    let answers = 0;
    for (; answers < 100 && !ann.refused; answers++) ann.say(encodeSync(sync.step1, vector(answers + 1)));
    expect(ann.refused?.code).toBe('too_fast');
    expect(answers).toBeLessThan(10);

    const ben = hall.enter(participant('ben'));
    for (let n = 0; n < 10; n++) {
      hall.clock.pass(10_000);
      ben.say(encodeSync(sync.step1, vector(n + 1)));
    }
    expect(ben.refused).toBeNull();
  });
});
