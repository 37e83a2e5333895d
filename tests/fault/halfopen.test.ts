/** Lines that go dead without a word: each side finds out by itself, and nothing is lost. */
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCards } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { Honest } from '../support/honest.ts';
import { must, openHall, type Hall } from '../support/hall.ts';
import { expectConverged, expectOnce } from '../support/outcome.ts';
import { seeded } from '../support/seeded.ts';

// Before y-websocket is loaded: its watchdog keeps the clock it finds then.
vi.hoisted(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterAll(() => void vi.useRealTimers());

let hall: Hall;
const people: Honest[] = [];

beforeEach(async () => {
  hall = openHall();
  must(hall.services.phases.move(hall.lead, { to: 'pitch' }));
  const chance = seeded(1);
  for (let n = 0; n < 20; n++) people.push(new Honest(hall.join(), chance));
  await Promise.all(people.map((person) => person.open()));
  await pass(1_000);
});
afterEach(() => {
  for (const person of people.splice(0)) person.connection.close();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const room = () => hall.rooms.open(hall.code);
const here = () => must(hall.services.sessions.info(hall.code, 'nl')).counts.here;

describe('people whose device fell asleep', () => {
  it('are missed within two heartbeats, and nobody else is', async () => {
    const [asleep, awake] = [people.slice(0, 8), people.slice(8)];
    await pass(10 * limits.heartbeat);
    expect([here(), room().connections.size]).toEqual([20, 20]);
    const lines = new Set([...room().connections].map(({ number }) => number));

    for (const { seat } of asleep) seat.wire.setSilent(true);
    await pass(2 * limits.heartbeat);
    expect([here(), room().connections.size]).toEqual([12, 12]);
    for (const { number } of room().connections) expect(lines).toContain(number); // nobody awake had to come back
    expect(awake.every(({ connection }) => connection.online)).toBe(true);
  });

  it('come back to their own seat when they wake up, with what they wrote meanwhile', async () => {
    const asleep = people.slice(0, 8);
    for (const person of asleep) {
      person.seat.wire.setSilent(true);
      person.write();
    }
    for (const person of people.slice(8)) person.write();
    await pass(90_000);
    expect(readCards(room().doc)).toHaveLength(12);
    for (const { seat } of asleep) seat.wire.setSilent(false);
    await pass(30_000);
    expect([here(), readCards(room().doc).length]).toEqual([20, 20]);
    expectConverged(people, room().doc);
    expectOnce(people, room().doc);
  });
});

describe('a server that fell silent', () => {
  it('is given up by everybody who waits for it, and nothing they wrote is lost', async () => {
    for (const { seat } of people) seat.wire.setSilent(true);
    for (const person of people) person.write();
    await pass(8_000);
    expect(people.filter(({ connection }) => connection.online)).toEqual([]);
    for (const person of people) person.write();
    for (const { seat } of people) seat.wire.setSilent(false);
    await pass(20_000);
    expect(readCards(room().doc)).toHaveLength(40);
    expectConverged(people, room().doc);
    expectOnce(people, room().doc);
  });

  it('is given up within a minute by who only looks on', async () => {
    for (const { seat } of people) seat.wire.setSilent(true);
    await pass(60_000);
    expect(people.filter(({ connection }) => connection.online)).toEqual([]);
  });

  it('is dialled again when it took the call and said nothing', async () => {
    for (const { seat } of people) seat.wire.setSilent(true);
    for (const person of people) person.write();
    await pass(120_000);
    for (const { seat } of people) seat.wire.setSilent(false);
    await pass(20_000);
    expectConverged(people, room().doc);
  });
});
