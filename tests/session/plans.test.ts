import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../server/store/memory.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { fieldsMap } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { readPlans } from '../../shared/plans.ts';
import { addCard, setSession } from '../../shared/stamp.ts';
import { Drafting, write } from './drafting.ts';
import { codeOf, Evening, value, type Person } from './evening.ts';

const whole = { title: 'Buurttuin', wat: 'Een tuin', waarom: 'Voor elkaar' };

describe('when a phase begins in which plans are drafted', () => {
  it('there is one for each table that has people, in a document of its own', () => {
    const drafting = new Drafting([3, 1, 3]);
    drafting.begin();
    expect(
      drafting
        .plans()
        .map(({ table }) => table)
        .sort(),
    ).toEqual([1, 3]);
    const guest = drafting.open(drafting.people[0]!, drafting.planOf(3));
    expect([...fieldsMap(guest.doc).keys()].sort()).toEqual(['title', 'waarom', 'wat', 'wie']);
    expect(drafting.planOf(3)).toMatchObject({ phase: drafting.phase, run: 1, state: 'open', title: '' });
  });

  it('a table that comes later asks for its own, once', () => {
    const drafting = new Drafting([1]);
    drafting.begin();
    const late = drafting.evening.join({ table: 8 });
    const { plans } = drafting.evening.services;
    expect(value(plans.make(late.ask))).toEqual({ made: 1 });
    expect(value(plans.make(late.ask))).toEqual({ made: 0 });
    expect(drafting.planOf(8).state).toBe('open');
    const without = drafting.evening.join();
    expect(value(plans.make(without.ask))).toEqual({ made: 0 });
  });
});

describe('what is written in a plan', () => {
  it('reaches whoever has it open, and of the others only its title', () => {
    const drafting = new Drafting([1, 1]);
    drafting.begin();
    const [one, two] = drafting.people.map((person) => drafting.open(person, drafting.planOf(1)));
    write(one!, whole);
    drafting.evening.clock.pass(limits.plansTold + 100);
    expect(fieldsMap(two!.doc).get('wat')!.toString()).toBe('Een tuin');
    expect(one!.stored).toBe(one!.connection.received);
    expect(drafting.planOf(1)).toMatchObject({ title: 'Buurttuin', words: {} });
  });

  it('is refused from another table, and stays out', () => {
    const drafting = new Drafting([1, 2]);
    drafting.begin();
    const stranger = drafting.open(drafting.people[1]!, drafting.planOf(1));
    write(stranger, { wat: 'niet van ons' });
    expect(stranger.refused?.code).toBe('not_your_plan');
    expect(
      drafting.evening.server.door.mayOpen(
        drafting.evening.code,
        drafting.planOf(1).id,
        drafting.people[1]!.ask.identity,
      ),
    ).toMatchObject({ code: 'not_your_plan' });
  });

  it('is read by all when it is handed in, and can be opened again', () => {
    const drafting = new Drafting([1]);
    drafting.begin();
    const { plans } = drafting.evening.services;
    const [ann] = drafting.people as [Person];
    const { id } = drafting.planOf(1);
    const guest = drafting.open(ann, drafting.planOf(1));
    write(guest, { title: 'Buurttuin' });
    expect(plans.done(ann.ask, id)).toMatchObject({ code: 'plan_unfinished', detail: 'wat' });
    write(guest, { wat: 'Een tuin', waarom: 'Voor elkaar' });
    value(plans.done(ann.ask, id));
    const { title, ...words } = whole;
    expect(drafting.planOf(1)).toMatchObject({ title, words, state: 'done' });
    value(plans.reopen(ann.ask, id));
    write(guest, { wie: 'Wij' });
    expect(guest.refused).toBeNull();
    value(plans.done(ann.ask, id));
    write(guest, { wie: 'Ook zij' });
    expect(guest.refused?.code).toBe('plan_done');
  });

  it('is all on the board when the phase ends, with what came in the grace', () => {
    const drafting = new Drafting([1]);
    drafting.begin();
    const guest = drafting.open(drafting.people[0]!, drafting.planOf(1));
    write(guest, whole);
    value(drafting.evening.move('next'));
    const plan = drafting.plans()[0]!;
    expect(plan.words).toMatchObject({ wat: 'Een tuin' });
    write(guest, { wie: 'Wij' });
    drafting.evening.clock.pass(limits.plansTold + 100);
    expect(drafting.plans()[0]!.words).toMatchObject({ wie: 'Wij' });
    drafting.evening.clock.pass(limits.grace);
    write(guest, { wie: 'te laat' });
    expect(guest.refused?.code).toBe('phase_closed');
  });

  it('is what a vote right after it is about, with what came in the grace', () => {
    const drafting = new Drafting([1]);
    const { evening } = drafting;
    const { format } = evening.session;
    const phases = format.phases.map((phase) =>
      phase.kind === 'vote' ? { ...phase, of: { from: 'plans' as const, phase: drafting.phase } } : phase,
    );
    evening.room.change((doc) => setSession(doc, { format: { ...format, phases } }));
    drafting.begin();
    const guest = drafting.open(drafting.people[0]!, drafting.planOf(1));
    write(guest, whole);
    value(evening.move('burgerraad'));
    const paper = () => value(evening.services.votes.paper(evening.lead, 'burgerraad'));
    expect(paper()).toMatchObject({ state: 'opening', items: [] });
    evening.clock.pass(limits.grace - 10);
    write(guest, { wie: 'Wij' });
    evening.clock.pass(10);
    expect(paper()).toMatchObject({
      state: 'open',
      items: [{ title: whole.title, text: expect.stringContaining('Wij') as string }],
    });
    write(guest, { wie: 'te laat' });
    expect(guest.refused?.code).toBe('phase_closed');
  });

  it('is where a next run of the phase starts from', () => {
    const drafting = new Drafting([1]);
    drafting.begin();
    write(drafting.open(drafting.people[0]!, drafting.planOf(1)), whole);
    value(drafting.evening.move('next'));
    drafting.begin();
    expect(drafting.plans()).toHaveLength(2);
    const again = drafting.open(drafting.people[0]!, drafting.planOf(1));
    expect(fieldsMap(again.doc).get('wat')!.toString()).toBe('Een tuin');
    write(again, { wat: 'Toch: ' });
    expect(again.refused).toBeNull();
  });

  it.each([
    ['memory', memoryStore],
    ['SQLite', () => openSqlite(':memory:')],
  ])('is there after a crash (%s)', (_, store) => {
    const drafting = new Drafting([1], store());
    drafting.begin();
    write(drafting.open(drafting.people[0]!, drafting.planOf(1)), whole);
    drafting.evening.clock.pass(limits.tick);
    drafting.evening.restart();
    const back = drafting.open(drafting.people[0]!, drafting.planOf(1));
    expect(fieldsMap(back.doc).get('title')!.toString()).toBe('Buurttuin');
    write(back, { wie: 'Wij' });
    expect(back.refused).toBeNull();
    value(drafting.evening.services.sessions.end(drafting.evening.lead));
    expect(drafting.plans()[0]).toMatchObject({ title: 'Buurttuin', words: { wat: 'Een tuin', wie: 'Wij' } });
  });
});

describe('the rooms of plans', () => {
  it('leave memory a while after everybody has left, each as one snapshot', () => {
    const drafting = new Drafting([1, 2]);
    drafting.begin();
    const { evening } = drafting;
    const guests = drafting.people.map((person, n) => drafting.open(person, drafting.planOf(n + 1)));
    for (const guest of guests) for (const letter of 'abcdef') write(guest, { wat: letter });
    evening.clock.pass(limits.plansTold + 1_000);
    for (const guest of guests) guest.leave();
    evening.clock.pass(4 * limits.idleRoom);
    expect(evening.clock.waiting).toBe(0);
    for (const { id } of drafting.plans()) expect(evening.store.updates.count(evening.code, id)).toBe(1);
  });

  it('go with their session', () => {
    const drafting = new Drafting([1]);
    drafting.begin();
    const { evening } = drafting;
    const plan = drafting.planOf(1);
    const guest = drafting.open(drafting.people[0]!, plan);
    write(guest, whole);
    value(evening.services.sessions.delete(evening.lead));
    expect(guest.closedWith?.reason).toBe('session_deleted');
    expect(evening.store.updates.load(evening.code, plan.id)).toEqual([]);
    evening.clock.pass(60_000);
    expect(evening.clock.waiting).toBe(0);
  });

  it('close for whoever is removed', () => {
    const drafting = new Drafting([1]);
    drafting.begin();
    const guest = drafting.open(drafting.people[0]!, drafting.planOf(1));
    drafting.evening.room.dismiss(drafting.people[0]!.id, { ok: false, code: 'removed' });
    expect(guest.closedWith?.reason).toBe('removed');
  });

  it('keep a server’s restart from making a newcomer differ', () => {
    const drafting = new Drafting([1]);
    drafting.begin();
    const first = drafting.open(drafting.people[0]!, drafting.planOf(1));
    write(first, whole);
    drafting.evening.clock.pass(limits.tick);
    drafting.evening.restart();
    const second = drafting.open(drafting.people[0]!, drafting.planOf(1));
    expect(Y.encodeStateAsUpdate(second.doc)).toEqual(Y.encodeStateAsUpdate(first.doc));
    expect(codeOf(drafting.evening.move('next'))).toBe('ok');
  });
});

describe('somebody who takes their own words away', () => {
  it('takes the plan about their idea along, and not a letter of it stays in the file', () => {
    const evening = new Evening({ open: { format: 'ideeenveiling' } });
    const draft = evening.session.format.phases.find((one) => one.kind === 'draft')!;
    const gather = evening.session.format.phases.find((one) => one.kind === 'contribute')!;
    const [ann, bob] = evening.people(2) as [Person, Person];
    value(evening.move(gather.id));
    const by = { ...draft, of: { from: 'cards' } };
    evening.room.change((doc) => {
      const { format } = evening.session;
      const phases = format.phases.map((one) => (one.id === draft.id ? by : one)) as typeof format.phases;
      setSession(doc, { format: { ...format, phases } });
      for (const [id, number] of [
        ['annacard1', 1],
        ['bobscard1', 2],
      ] as const) {
        const stamp = { number, at: 1, phase: gather.id, run: 1, table: null, via: null };
        addCard(doc, id, { kind: format.cardKinds[0]!.id, title: `Van ${id}`, text: '', cluster: null }, stamp);
      }
    });
    evening.server.door.registers.of(evening.code).setAuthor('annacard1', ann.id);
    evening.server.door.registers.of(evening.code).setAuthor('bobscard1', bob.id);
    value(evening.move(draft.id));
    const plans = () => readPlans(evening.room.doc);
    expect(
      plans()
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Van annacard1', 'Van bobscard1']);
    const { id } = plans().find(({ card }) => card === 'annacard1')!;
    value(evening.services.people.erase(ann.ask));
    expect(plans().map(({ card }) => card)).toEqual(['bobscard1']);
    expect(evening.store.updates.load(evening.code, id)).toEqual([]);
    const left = Buffer.concat(evening.store.updates.load(evening.code)).toString('latin1');
    expect(left).toContain('Van bobscard1');
    expect(left).not.toContain('Van annacard1');
  });
});
