import { once } from 'node:events';
import { connect } from 'node:net';
import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { editCard, makeCard, readCard } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { refuse } from '../../shared/refusals.ts';
import { code } from '../support/fakedesk.ts';
import { openHouse, type House } from '../support/house.ts';
import { annas, makeWorld, type World } from '../support/world.ts';

const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });
const idea = { id: 'newcard01', kind: 'idea', title: 'Moestuin', text: 'op het dak' };

let world: World;
let house: House;
beforeEach(async () => {
  world = makeWorld();
  house = await openHouse(Y.encodeStateAsUpdate(world.doc), world.desk);
});
afterEach(() => house.close());

describe('an unmodified y-websocket client', () => {
  it.each([
    ['its token as subprotocol', {}],
    ['its cookie', { cookie: `x=1; kb_${code}_participant=token-dirk; y=2` }],
  ])('with %s syncs, writes a card that is stamped, and comes back by itself', async (_, options) => {
    const dirk = house.stock('dirk', options);
    const anna = house.stock('anna');
    await Promise.all([dirk.synced, anna.synced]);
    expect(readCard(dirk.doc, annas)).toMatchObject({ title: 'Bankje' });

    makeCard(dirk.doc, idea);
    await soon(() => expect(readCard(dirk.doc, idea.id)).toMatchObject({ number: 10, phase: 'pitch', table: 7 }));
    await soon(() => expect(readCard(anna.doc, idea.id)).toEqual(readCard(dirk.doc, idea.id)));
    expect(world.desk.authors.get(idea.id)).toBe('dirk');

    dirk.provider.ws?.close();
    await once(dirk.provider as never, 'status');
    editCard(dirk.doc, idea.id, { title: 'Moestuin op het dak' }); // while it is away
    await soon(() => expect(readCard(anna.doc, idea.id)).toMatchObject({ title: 'Moestuin op het dak' }));
    await soon(() => expect(dirk.doc.toJSON()).toEqual(house.rooms.open(code).doc.toJSON()));
  });

  it('gets none of our own messages, and none of anybody’s awareness', async () => {
    const dirk = house.stock('dirk');
    const anna = house.stock('anna');
    const types = new Set<number>();
    dirk.provider.ws?.addEventListener('message', ({ data }) =>
      types.add(new Uint8Array(data as ArrayBuffer)[0] ?? -1),
    );
    await Promise.all([dirk.synced, anna.synced]);
    anna.provider.awareness.setLocalState({ writing: true, name: 'Anna' });
    makeCard(dirk.doc, idea);
    await soon(() => expect(readCard(dirk.doc, idea.id)?.number).toBe(10));
    await soon(() => expect(readCard(anna.doc, idea.id)?.number).toBe(10));
    expect([...types]).toEqual([0]);
    expect([...dirk.provider.awareness.getStates().keys()]).toEqual([dirk.doc.clientID]);
  });

  it('comes back after a restart of the server with what it wrote', async () => {
    const dirk = house.stock('dirk');
    await dirk.synced;
    makeCard(dirk.doc, idea);
    await soon(() => expect(readCard(dirk.doc, idea.id)?.number).toBe(10));
    house.rooms.closeAll();
    await soon(() => expect(house.rooms.open(code).connections.size).toBe(1));
    editCard(dirk.doc, idea.id, { title: 'Kas' });
    await soon(() => expect(readCard(house.rooms.open(code).doc, idea.id)).toMatchObject({ title: 'Kas', number: 10 }));
  });
});

describe('the way in', () => {
  const origin = () => `http://${new URL(house.url).host}`;

  it.each([
    [
      'another website',
      '',
      () => ({ origin: 'https://evil.example', protocol: 'bearer.token-ben' }),
      code,
      'wrong_origin',
      4403,
    ],
    [
      'a page without an address',
      '',
      () => ({ origin: 'null', protocol: 'bearer.token-ben' }),
      code,
      'wrong_origin',
      4403,
    ],
    ['another version', '?v=2', () => ({ protocol: 'bearer.token-ben' }), code, 'old_version', 4426],
    ['nobody', '', () => ({}), code, 'no_identity', 4401],
    ['a wrong token', '', () => ({ protocol: 'bearer.wrong' }), code, 'bad_token', 4401],
    ['somebody elsewhere', '', () => ({ protocol: 'bearer.token-ben' }), 'AAAA-BBBB', 'no_session', 4404],
    ['somebody nowhere', '', () => ({ protocol: 'bearer.token-ben' }), 'x/y/z', 'no_session', 4404],
  ])('is closed for %s, and says so', async (_, query, headers, path, reason, close) => {
    expect(await house.raw(query, headers(), path).closed).toEqual({ code: close, reason });
    const own = house.raw(query || '?v=1', headers(), path);
    await own.closed;
    expect(own.refused?.code).toBe(query ? undefined : reason);
    expect(own.frames.length).toBeLessThanOrEqual(1);
  });

  it('is open for our own pages, by either name, and for codes as people type them', async () => {
    for (const from of [origin(), 'https://bord.example']) {
      const raw = house.raw('', { origin: from, protocol: 'bearer.token-ben' }, 'kras7qxm');
      await soon(() => expect(readCard(raw.doc, annas)).not.toBeNull());
      expect(raw.ws.protocol).toBe('bearer.token-ben');
    }
  });

  it('lets a screen read', async () => {
    const screen = house.raw('?v=1&role=screen');
    await soon(() => expect(readCard(screen.doc, annas)).not.toBeNull());
    expect(screen.ws.readyState).toBe(1);
  });

  it('closes somebody’s oldest connection when there are too many', async () => {
    const all = Array.from({ length: limits.connectionsPerParticipant }, () =>
      house.raw('', { protocol: 'bearer.token-ben' }),
    );
    await soon(() => expect(house.rooms.open(code).connections.size).toBe(all.length));
    house.raw('', { protocol: 'bearer.token-ben' });
    expect(await Promise.race(all.map(({ closed }) => closed))).toEqual({ code: 4409, reason: 'too_many' });
    expect(house.rooms.open(code).connections.size).toBe(all.length);
  });

  it('ends a connection when its person is removed', async () => {
    const ben = house.stock('ben');
    await ben.synced;
    house.rooms.open(code).dismiss('ben', refuse('removed'));
    expect(await ben.closed).toEqual({ code: 4403, reason: 'removed' });
  });

  it('survives what is not WebSocket at all', async () => {
    const { hostname, port } = new URL(house.url);
    const socket = connect(Number(port), hostname);
    const head = 'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    socket.write(head);
    socket.resume();
    await once(socket, 'close');
    const huge = house.raw('?v=1', { protocol: 'bearer.token-ben' });
    await huge.opened;
    huge.ws.send(new Uint8Array(5 * limits.messageBytes));
    expect((await huge.closed).code).toBe(1009);
    await house.stock('anna').synced;
  });
});
