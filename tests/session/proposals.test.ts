import { describe, expect, it } from 'vitest';
import { readLive } from '../../shared/document.ts';
import type { Phase } from '../../shared/format.ts';
import { broedplaats } from '../../shared/formats/broedplaats.ts';
import { readPlans } from '../../shared/plans.ts';
import { readQueue } from '../../shared/queue.ts';
import { itemsFrom } from '../../shared/sources.ts';
import { addCard, addCluster, setPlan } from '../../shared/stamp.ts';
import { codeOf, Evening, value } from './evening.ts';
import { speaking } from './speaking.ts';
import { Tabling, themes } from './tabling.ts';

const said = { nl: 'Zeg het.', en: 'Say it.' };
const about = { title: said, prompt: said, minutes: 10 };
const plans = { from: 'plans', phase: 'uitwerken' } as const;
const draft = (by: 'table' | 'team'): Phase => ({
  ...about,
  id: 'uitwerken',
  kind: 'draft',
  template: 'voorstel-kort',
  by,
});
const tell = (rules: object): Phase => ({
  ...about,
  id: 'vertellen',
  kind: 'present',
  of: plans,
  order: 'lot',
  seconds: 60,
  ...rules,
});

/** Ten people in pairs, six about one theme and four about another, each table with a proposal. */
function proposed(rules: object) {
  const evening = new Tabling([themes('kiezen', 2), draft('table'), tell(rules)]);
  evening.room.change((doc) => {
    for (const [order, id] of ['themaaaa', 'themabbb'].entries()) {
      addCluster(doc, { id, name: id, letter: 'AB'[order]!, order, gone: false, mergedInto: null });
      const stamp = { number: order + 1, at: 1, phase: 'kiezen', run: 1, table: null, via: null };
      addCard(doc, `kaart${id}`, { kind: 'idea', title: id, text: '', cluster: id }, stamp);
    }
  });
  const people = evening.come(10);
  value(evening.move('kiezen'));
  for (const [at, person] of people.entries()) {
    value(evening.services.tables.choose(person.ask, { option: at < 6 ? 'themaaaa' : 'themabbb' }));
  }
  value(evening.services.tables.draw(evening.lead));
  value(evening.move('uitwerken'));
  const letters = (ids: readonly string[]) => {
    const items = new Map(itemsFrom(evening.room.doc, plans).map((item) => [item.id, item.letter]));
    return ids.map((id) => items.get(id)).sort();
  };
  const waiting = () => readQueue(readLive(evening.room.doc), 'vertellen', evening.session.run)!.waiting;
  return { evening, people, letters, waiting };
}

describe('a proposal of a table', () => {
  it('has the letter of the theme its table chose, also in a file and out of it', () => {
    const { evening, letters } = proposed({});
    const ids = readPlans(evening.room.doc).map(({ id }) => id);
    expect(letters(ids)).toEqual(['A', 'A', 'A', 'B', 'B']);
    const file = value(evening.services.exports.session(evening.lead, false)) as { plans: { theme?: string }[] };
    expect(file.plans.map(({ theme }) => theme).sort()).toEqual([
      'themaaaa',
      'themaaaa',
      'themaaaa',
      'themabbb',
      'themabbb',
    ]);
    const made = value(evening.services.sessions.import(JSON.parse(JSON.stringify(file)), 'http://zaal.test'));
    const { doc } = evening.server.rooms.open(made.code);
    expect(
      itemsFrom(doc, plans)
        .map(({ letter }) => letter)
        .sort(),
    ).toEqual(['A', 'A', 'A', 'B', 'B']);
  });

  it('is told when the lot says so, of each theme so many at most', () => {
    const { evening, letters, waiting } = proposed({ mostPerTheme: 1 });
    value(evening.move('vertellen'));
    expect(letters(waiting())).toEqual(['A', 'B']);
  });

  it('is one proposal, also when it was worked on twice', () => {
    const { evening, waiting } = proposed({});
    value(evening.move('vertellen'));
    value(evening.services.pitches.move(evening.lead, { do: 'next' }));
    const [, second] = waiting();
    const tableOf = (id: string) => readPlans(evening.room.doc).find((plan) => plan.id === id)!.table;
    value(evening.move('previous'));
    expect(readPlans(evening.room.doc)).toHaveLength(10);
    const now = itemsFrom(evening.room.doc, plans).map(({ id }) => id);
    expect(now.map(tableOf).sort()).toEqual([1, 2, 3, 4, 5]);
    value(evening.move('vertellen'));
    expect([...waiting()].sort()).toEqual([...now].sort()); // as they were worked on last, in the order that was drawn
    expect(tableOf(waiting()[2]!)).toBe(tableOf(second!));
  });
});

describe('a queue that is held again', () => {
  it('loses the proposals of tables that are gone, and keeps its order', () => {
    const { evening, waiting } = proposed({});
    value(evening.move('vertellen'));
    const tableOf = (id: string) => readPlans(evening.room.doc).find((plan) => plan.id === id)!.table!;
    const before = waiting().map(tableOf);
    for (const { id, table } of evening.register.people) {
      if (table === 5) evening.register.changeParticipant(id, { table: 4 });
    }
    value(evening.move('uitwerken'));
    value(evening.move('vertellen'));
    expect(waiting().map(tableOf)).toEqual(before.filter((table) => table !== 5));
  });

  it('has what was made since at its end, also when all had been told', () => {
    const { evening, live } = speaking(['Bank', 'Boom'], { order: 'lot' });
    const queue = () => readQueue(live(), 'present', evening.session.run)!;
    value(evening.move('present'));
    for (let n = 0; n < 3; n++) value(evening.services.pitches.move(evening.lead, { do: 'next' }));
    const told = queue().done;
    expect(told).toHaveLength(2);
    value(evening.move('previous'));
    const late = ['Kas', 'Kraan'].map((title) => evening.write(evening.join({}), title));
    value(evening.move('present'));
    expect(queue()).toMatchObject({ done: told, current: null, waiting: late });
  });

  it('takes no more of a theme than may be told', () => {
    const { evening, letters, waiting } = proposed({ mostPerTheme: 1 });
    value(evening.move('vertellen'));
    value(evening.move('uitwerken'));
    value(evening.move('vertellen'));
    expect(letters(waiting())).toEqual(['A', 'B']);
  });
});

describe('a proposal of a team', () => {
  it('is put in the queue by whoever is in the team, and by nobody else', () => {
    const team = broedplaats.phases.find(({ id }) => id === 'werkgroep')!;
    const phases = [...broedplaats.phases.slice(0, 2), team, draft('team'), tell({ order: 'signup' })];
    const cardKinds = broedplaats.cardKinds.map((kind) => ({ ...kind, fields: [] }));
    const evening = new Evening({ format: { ...broedplaats, cardKinds, phases } });
    const [writer, ann, bob, cees, other] = evening.people(5);
    value(evening.move('idee'));
    const item = evening.write(writer!, 'Buurttuin');
    value(evening.move('werkgroep'));
    for (const one of [ann, bob, cees]) value(evening.services.teams.join(one!.ask, 'werkgroep', { item }));
    value(evening.move('uitwerken'));
    const [plan] = readPlans(evening.room.doc);
    evening.room.change((doc) => setPlan(doc, { ...plan!, title: 'Een tuin' }));
    value(evening.move('vertellen'));
    expect(codeOf(evening.services.pitches.sign(other!.ask, plan!.id))).toBe('not_yours');
    expect(codeOf(evening.services.pitches.sign(bob!.ask, plan!.id))).toBe('ok');
  });
});
