import { describe, expect, it, vi } from 'vitest';
import { makeCard, makeCluster, readClusters } from '../../shared/document.ts';
import { stampCard, stampCluster } from '../../shared/stamp.ts';
import { Evening, value, type Person } from './evening.ts';

/** As the room does it: the change, and what the desk records and stamps, in one transaction. */
function receive(evening: Evening, { ask: { identity } }: Person, card: string, phase = 'pitch'): void {
  const desk = evening.server.door.desk(evening.code);
  evening.room.change((doc) => {
    makeCard(doc, { id: card, kind: 'idea', title: card, text: '' });
    stampCard(doc, card, desk.recordCard(card, identity, phase));
  });
}

describe('the desk', () => {
  it('numbers cards and letters themes in order of arrival, after a restart too', () => {
    const evening = new Evening();
    const [ann, bob] = evening.people(2);
    value(evening.move('pitch'));
    receive(evening, ann!, 'card0001');
    value(evening.services.cards.add(bob!.ask, { title: 'per opdracht' }));
    evening.restart();
    receive(evening, bob!, 'card0003');
    expect(evening.cards.map(({ number, phase, run, table }) => [number, phase, run, table])).toEqual([
      [1, 'pitch', 1, null],
      [2, 'pitch', 1, null],
      [3, 'pitch', 1, null],
    ]);
    const desk = evening.server.door.desk(evening.code);
    for (const id of ['theme001', 'theme002']) {
      evening.room.change((doc) => {
        makeCluster(doc, id, '');
        stampCluster(doc, id, desk.recordCluster(id));
      });
    }
    expect(readClusters(evening.room.doc).map(({ letter }) => letter)).toEqual(['A', 'B']);
  });

  it('knows whose card it is, how many somebody made, and whose Yjs client', () => {
    const evening = new Evening();
    const [ann, bob] = evening.people(2);
    value(evening.move('pitch'));
    receive(evening, ann!, 'card0001');
    evening.room.change(
      () => undefined,
      () => evening.server.door.desk(evening.code).recordClient(77, ann!.id),
    );
    evening.server.door.forget(evening.code);
    const desk = evening.server.door.desk(evening.code);
    const made = ({ ask }: Person) => {
      const facts = desk.facts(evening.room.doc, ask.identity);
      return facts.made(facts.phase!);
    };
    expect([made(ann!), made(bob!)]).toEqual([1, 0]);
    expect(desk.actor(ann!.ask.identity).owns('card0001')).toBe(true);
    expect(desk.actor(bob!.ask.identity).owns('card0001')).toBe(false);
    expect([desk.writerOf(77), desk.writerOf(78)]).toEqual([ann!.id, undefined]);
    expect(evening.store.participants.of(evening.code).map(({ acted }) => acted)).toEqual([true, false]);
  });

  it('stamps the table only when the session shows tables', () => {
    const evening = new Evening();
    const { participant, token } = value(evening.services.people.join(evening.code, { table: 12 }));
    const ask = { code: evening.code, identity: evening.identity('participant', token) };
    value(evening.move('pitch'));
    receive(evening, { id: participant.id, token, ask }, 'card0001');
    value(evening.services.sessions.edit(evening.lead, { showTables: true }));
    receive(evening, { id: participant.id, token, ask }, 'card0002');
    expect(evening.cards.map(({ table }) => table)).toEqual([null, 12]);
  });
});

describe('whose /me has changed', () => {
  it('is told: one person, or everybody when ballots change', () => {
    const evening = new Evening();
    const [ann] = evening.people(1);
    value(evening.move('pitch'));
    const poke = vi.spyOn(evening.room, 'poke');
    const card = evening.write(ann!, 'bankje');
    expect(poke.mock.calls).toEqual([[ann!.id]]);
    value(evening.move('cluster'));
    evening.clock.pass(20_000);
    value(evening.move('vote'));
    poke.mockClear();
    value(evening.cast(ann!, { [card]: 1 }));
    expect(poke.mock.calls).toEqual([[ann!.id]]);
    value(evening.cast(ann!, { [card]: 2 }));
    expect(poke).toHaveBeenCalledTimes(1);
    value(evening.services.cards.hide(evening.lead, card, 'namen'));
    expect(poke).toHaveBeenLastCalledWith(null);
  });

  it('is told at a table that gets another secretary, for one may write there or not by that', () => {
    const evening = new Evening({ open: { format: 'g1000' } });
    const { people, invitations } = evening.services;
    const [ann, bob, other] = [1, 1, 2].map((table) => evening.join({ table }));
    const there = (person = ann!) => value(people.me(person.ask)).secretary?.there;
    const poke = vi.spyOn(evening.room, 'poke');
    const told = () => {
      const ids = new Set(poke.mock.calls.map(([who]) => who));
      poke.mockClear();
      return [ann!.id, bob!.id, other!.id].map((id) => ids.has(id));
    };
    const { token } = value(invitations.make(evening.lead, { duty: 'secretary' }));
    told();
    value(invitations.accept(bob!.ask, token));
    expect([there(), told()]).toEqual([true, [true, true, false]]);
    value(people.edit(bob!.ask, { table: 2 }));
    expect([there(), there(other), told()]).toEqual([false, true, [true, true, true]]);
    value(people.change(evening.lead, 2, { take: ['secretary'] }));
    expect([there(other), told()]).toEqual([false, [false, true, true]]);
    evening.join({ table: 1, invitation: token });
    expect([there(), told()]).toEqual([true, [true, false, false]]);
  });
});
