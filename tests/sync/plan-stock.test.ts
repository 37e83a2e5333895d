import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plansMap } from '../../shared/document.ts';
import { readFields } from '../../shared/plans.ts';
import { code } from '../support/fakedesk.ts';
import { openHouse, type House } from '../support/house.ts';
import { annasPlan, bensPlan, field, makePlanWorld, type PlanWorld } from '../support/planworld.ts';

const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });
const path = (plan: string) => `${code}/plans/${plan}`;

let world: PlanWorld;
let house: House;
beforeEach(async () => {
  world = makePlanWorld();
  house = await openHouse(Y.encodeStateAsUpdate(world.board), world.desk);
  house.store.updates.append(code, Y.encodeStateAsUpdate(world.doc), annasPlan);
});
afterEach(() => house.close());

describe('an unmodified y-websocket client on a plan', () => {
  it('syncs, writes together with another, and comes back after a restart with what it wrote', async () => {
    world.desk.plans.set(annasPlan, 'anna');
    const anna = house.stock('anna', { plan: annasPlan });
    const leader = house.stock('leader', { plan: annasPlan, params: { role: 'facilitator' } });
    await Promise.all([anna.synced, leader.synced]);
    field(anna.doc, 'wat').insert(8, ' met bankjes');
    field(leader.doc, 'wie').insert(0, 'de buurt');
    const both = { wat: 'Een tuin met bankjes', wie: 'de buurt' };
    await soon(() => expect(readFields(leader.doc)).toMatchObject(both));
    await soon(() => expect(readFields(anna.doc)).toMatchObject(both));

    house.rooms.closeAll();
    field(anna.doc, 'wie').insert(0, 'wij en ');
    await soon(() => expect(readFields(leader.doc)).toMatchObject({ ...both, wie: 'wij en de buurt' }));
    expect(plansMap(house.rooms.open(code).doc).size).toBe(2);
  });

  it('hears nothing of it on the board', async () => {
    const board = house.stock('anna');
    const anna = house.stock('anna', { plan: annasPlan });
    await Promise.all([board.synced, anna.synced]);
    const before = Y.encodeStateAsUpdate(board.doc);
    field(anna.doc, 'wat').insert(0, 'Nee: ');
    await soon(() => expect(readFields(house.rooms.open(code, annasPlan).doc)['wat']).toBe('Nee: Een tuin'));
    expect(Y.encodeStateAsUpdate(board.doc)).toEqual(before);
  });
});

describe('the way in to a plan', () => {
  it.each([
    ['another’s', 'token-ben', path(annasPlan), 'not_your_plan', 4403],
    ['one that is not there', 'token-leader', `${path('noplan0001')}?role=facilitator`, 'not_found', 4404],
    ['something that can not be one', 'token-anna', path('UPPER/../x'), 'no_session', 4404],
    ['below a plan', 'token-anna', `${path(annasPlan)}/more`, 'no_session', 4404],
    ['another part of the session', 'token-anna', `${code}/boards/${annasPlan}`, 'no_session', 4404],
    ['anybody without a token', '', path(annasPlan), 'no_identity', 4401],
  ])('is closed for %s, and says so', async (_, token, address, reason, close) => {
    const raw = house.raw('', token ? { protocol: `bearer.${token}` } : {}, address);
    expect(await raw.closed).toEqual({ code: close, reason });
  });

  it('is closed for a screen', async () => {
    const raw = house.raw('?role=screen', {}, path(bensPlan));
    expect(await raw.closed).toEqual({ code: 4403, reason: 'not_allowed' });
  });
});
