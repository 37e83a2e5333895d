/** Every attack over a real socket: the hostile one is told why and closed, and nobody else’s board has changed. */
import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { encodeSync, sync } from '../../shared/protocol.ts';
import { everyRefusal } from '../../shared/refusals/every.ts';
import { arranging, attacks } from '../support/attacks.ts';
import type { Attack } from '../support/attack.ts';
import { code } from '../support/fakedesk.ts';
import { openHouse, type House, type Stock } from '../support/house.ts';
import { makeWorld, type World } from '../support/world.ts';

/** By session: the attacks that want the board in that state. */
const sessions = new Map<string, Attack[]>();
for (const attack of attacks) {
  const key = JSON.stringify(attack.session ?? {});
  sessions.set(key, [...(sessions.get(key) ?? []), attack]);
}

describe.each([...sessions])('over the wire, session %s', (key, list) => {
  let world: World;
  let house: House;
  let honest: Stock[];

  beforeAll(async () => {
    world = makeWorld(JSON.parse(key) as typeof arranging);
    world.desk.removed.add('removed');
    house = await openHouse(Y.encodeStateAsUpdate(world.doc), world.desk);
    honest = [house.stock('anna'), house.stock('carla')];
    await Promise.all(honest.map(({ synced }) => synced));
  });
  afterAll(() => house.close());

  function expectUntouched(): void {
    const board = world.doc.toJSON();
    expect(house.rooms.open(code).doc.toJSON()).toEqual(board);
    for (const { doc } of honest) expect(doc.toJSON()).toEqual(board);
    for (const { doc } of honest)
      expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(house.rooms.open(code).doc));
  }

  it.each(list)('$name', async ({ gets, by, update }) => {
    const who = by?.who ?? (by ? '' : 'ben');
    const query = by?.role === 'screen' ? '&role=screen' : '';
    const own = house.raw(`?v=1${query}`, who ? { protocol: `bearer.token-${who}` } : {});
    await own.opened;
    await vi.waitFor(() => expect(own.doc.toJSON()).toEqual(world.doc.toJSON()), { interval: 2 });
    const questions = () => own.frames.filter((bytes) => bytes[0] === 0 && bytes[1] === sync.step1).length;
    const asked = questions();
    own.send(sync.update, update(world));
    if (gets === 'resync') {
      await vi.waitFor(() => expect(questions()).toBeGreaterThan(asked), { interval: 2 });
      own.ws.close();
      return expectUntouched();
    }
    expect(await own.closed).toEqual({ code: everyRefusal[gets].close, reason: gets });
    expect(own.refused).toMatchObject({ code: gets });
    expect(own.refused?.message).toBeGreaterThan(0);

    const stock = house.stock(who, query ? { params: { role: 'screen' }, cookie: 'x=y' } : {});
    await stock.synced;
    stock.provider.ws?.send(encodeSync(sync.update, update(world)) as BufferSource);
    expect(await stock.closed).toEqual({ code: everyRefusal[gets].close, reason: gets });
    stock.provider.destroy();
    expectUntouched();
  });
});
