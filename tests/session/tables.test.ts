import { describe, expect, it } from 'vitest';
import { addCard, addCluster } from '../../shared/stamp.ts';
import { codeOf, value } from './evening.ts';
import { homes, mostMeetings, Tabling, talk, themes } from './tabling.ts';

describe('a phase that seats people', () => {
  it('gives everybody a table when it begins, and sizes differ by at most one', () => {
    const evening = new Tabling([talk('ronde', 'mixed')]);
    const people = [...evening.come(14), ...evening.come(4, 'raadslid')];
    value(evening.move('ronde'));
    const sizes = evening.notice()!.sizes;
    expect([sizes.length, Math.min(...sizes), Math.max(...sizes)]).toEqual([4, 4, 5]);
    expect(people.map((one) => evening.tableOf(one)).sort()).toEqual(
      evening.tables().flatMap((ids, at) => ids.map(() => at + 1)),
    );
    const councillors = new Set(people.slice(14).map(({ id }) => evening.register.participant(id)!.number));
    for (const table of evening.tables()) expect(table.filter((number) => councillors.has(number))).toHaveLength(1);
  });

  it('uses every table that stands in the hall, also when fewer would do', () => {
    const round = (id: string, way: 'mixed' | 'newNeighbours') => ({
      ...talk(id, way),
      seating: { way, size: 7, tables: 8 },
    });
    const evening = new Tabling([round('een', 'mixed'), round('twee', 'newNeighbours')]);
    evening.come(42);
    for (const phase of ['een', 'twee']) {
      value(evening.move(phase));
      expect(evening.notice()!.sizes.sort()).toEqual([5, 5, 5, 5, 5, 5, 6, 6]);
    }
  });

  it('lets nobody meet twice in three rounds, with a restart in between', () => {
    const evening = new Tabling([talk('een', 'mixed'), talk('twee', 'newNeighbours'), talk('drie', 'newNeighbours')]);
    evening.come(60);
    const rounds = ['een', 'twee', 'drie'].map((phase) => {
      value(evening.move(phase));
      const tables = evening.tables();
      evening.restart();
      expect(evening.tables()).toEqual(tables);
      return tables;
    });
    expect(mostMeetings(rounds)).toBe(1);
    expect(value(evening.services.tables.list(evening.lead)).rounds.map((round) => round.repeats)).toEqual([0, 0, 0]);
  });

  it('stamps the table on a card, and says nothing of who sits where in the document', () => {
    const evening = new Tabling([talk('ronde', 'mixed')]);
    const [writer] = evening.come(11);
    value(evening.move('ronde'));
    const card = evening.write(writer!, 'een bank');
    expect(evening.card(card).table).toBe(evening.tableOf(writer!));
    const text = JSON.stringify(evening.room.doc.toJSON());
    for (const { id } of evening.register.people) expect(text).not.toContain(id);
  });

  it('seats who comes late at the table with fewest people, and tells the numbers a moment later', () => {
    const evening = new Tabling([talk('ronde', 'mixed')]);
    evening.come(9);
    value(evening.move('ronde'));
    const [small] = evening
      .notice()!
      .sizes.map((size, at) => ({ size, at }))
      .sort((a, b) => a.size - b.size);
    expect(evening.tableOf(evening.come(1)[0]!)).toBe(small!.at + 1);
    evening.come(3);
    evening.clock.pass(5_000);
    expect(evening.notice()!.sizes).toEqual([7, 6]); // one more than five each, and nobody alone at a new table
    expect(evening.tables().map((ids) => ids.length)).toEqual(evening.notice()!.sizes);
  });

  it('opens a new table when ever more come one by one, with who came last before', () => {
    const evening = new Tabling([talk('ronde', 'mixed')]);
    evening.come(9);
    value(evening.move('ronde'));
    for (let n = 0; n < 3; n++) evening.come(1);
    const [extra] = evening.come(1);
    const [table] = [evening.tableOf(extra!)];
    const [next] = evening.come(1);
    expect([table, evening.tableOf(extra!), evening.tableOf(next!)]).toEqual([1, 3, 3]);
    evening.come(2);
    evening.clock.pass(5_000);
    expect(evening.notice()!.sizes).toEqual([6, 6, 4]);
    expect(evening.tables().map((ids) => ids.length)).toEqual([6, 6, 4]);
    evening.restart();
    expect(evening.tables().map((ids) => ids.length)).toEqual([6, 6, 4]);
  });

  it('opens a new table for a few who come together, and not for one', () => {
    const together = (count: number) => {
      const evening = new Tabling([talk('ronde', 'mixed')]);
      evening.come(12);
      value(evening.move('ronde'));
      const guests = evening.services.people.joinAll(
        evening.code,
        Array.from({ length: count }, () => ({ group: 'inwoner' })),
      );
      evening.clock.pass(5_000);
      const seats = guests.map((guest) => value(guest));
      for (const { participant, me } of seats) expect(me.participant!.table).toBe(participant.table);
      const told = new Set(seats.map(({ participant }) => participant.table));
      expect(evening.tables().flatMap((ids, at) => (ids.some((id) => id > 12) ? [at + 1] : []))).toEqual(
        [...told].sort(),
      );
      return evening.notice()!.sizes;
    };
    expect(together(6)).toEqual([6, 6, 6]);
    expect(together(7)).toEqual([7, 6, 6]);
    expect(together(8)).toEqual([6, 6, 6, 2]);
  });

  it('keeps people where they sat, and calls that no new meeting', () => {
    const evening = new Tabling([talk('een', 'mixed'), talk('twee', 'keep'), talk('drie', 'newNeighbours')]);
    evening.come(30);
    value(evening.move('een'));
    const first = evening.tables();
    value(evening.move('twee'));
    expect(evening.tables()).toEqual(first);
    value(evening.move('drie'));
    expect(value(evening.services.tables.list(evening.lead)).rounds.map(({ repeats }) => repeats)).toEqual([0, 0, 0]);
  });

  it('leaves a table secretary at their table, outside the count', () => {
    const evening = new Tabling([talk('een', 'mixed'), talk('twee', 'newNeighbours')]);
    const [laptop, second] = evening.come(2);
    evening.register.changeParticipant(laptop!.id, { duties: ['secretary'], table: 2 });
    evening.register.changeParticipant(second!.id, { duties: ['secretary'] });
    evening.come(10);
    for (const phase of ['een', 'twee']) {
      value(evening.move(phase));
      expect(evening.notice()!.sizes).toEqual([5, 5]);
      expect([evening.tableOf(laptop!), evening.tableOf(second!)]).toEqual([2, 1]);
    }
  });

  it('lets the facilitator move somebody, swap two, and draw again', () => {
    const evening = new Tabling([talk('ronde', 'mixed')]);
    const people = evening.come(10);
    const { services, lead } = evening;
    expect(codeOf(services.tables.move(lead, { how: 'to', number: 1, table: 1 }))).toBe('phase_closed');
    value(evening.move('ronde'));
    value(services.tables.move(lead, { how: 'to', number: 1, table: 3 }));
    expect([evening.tableOf(people[0]!), evening.notice()!.sizes[2]]).toEqual([3, 1]);
    const was = evening.tableOf(people[4]!);
    value(services.tables.move(lead, { how: 'swap', number: 1, with: 5 }));
    expect([evening.tableOf(people[0]!), evening.tableOf(people[4]!)]).toEqual([was, 3]);
    expect(codeOf(services.tables.move(lead, { how: 'to', number: 1, table: 9 }))).toBe('not_found');
    expect(codeOf(services.tables.move(lead, { how: 'to', number: 99, table: 1 }))).toBe('not_found');
    value(services.tables.draw(lead));
    expect(evening.notice()!.sizes).toEqual([5, 5]);
    for (const act of [services.tables.draw(people[0]!.ask), services.tables.list(people[0]!.ask)])
      expect(codeOf(act)).toBe('not_allowed');
  });

  it('follows somebody who sits down elsewhere', () => {
    const evening = new Tabling([talk('ronde', 'mixed')]);
    const [person] = evening.come(10);
    value(evening.move('ronde'));
    const to = evening.tableOf(person!) === 1 ? 2 : 1;
    value(evening.services.people.edit(person!.ask, { table: to }));
    expect(evening.tables()[to - 1]).toContain(1);
    expect(codeOf(evening.services.people.edit(person!.ask, { table: 44 }))).toBe('not_found');
  });
});

describe('own choice', () => {
  /** Themes A and B, and six people of whom three chose A, two B. */
  function chosen(least = {}) {
    const evening = new Tabling([themes('kiezen', 5, least), talk('verder', 'theme')]);
    evening.room.change((doc) => {
      for (const [order, id] of ['themaaaa', 'themabbb'].entries()) {
        addCluster(doc, { id, name: id, letter: 'AB'[order]!, order: order + 1, gone: false, mergedInto: null });
        const stamp = { number: order + 1, at: 0, phase: null, run: 0, table: null, via: null };
        addCard(doc, `kaart000${order}`, { kind: 'idea', title: 'x', text: '', cluster: id }, stamp);
      }
    });
    const people = evening.come(6);
    value(evening.move('kiezen'));
    for (const [at, person] of people.slice(0, 5).entries()) {
      value(evening.services.tables.choose(person.ask, { option: at < 3 ? 'themaaaa' : 'themabbb' }));
    }
    evening.clock.pass(5_000);
    return { evening, people };
  }

  it('shows how many chose what, and seats each with who chose the same', () => {
    const { evening, people } = chosen();
    expect(evening.notice()).toMatchObject({ state: 'choosing', sizes: [], options: [{ chosen: 3 }, { chosen: 2 }] });
    expect(value(evening.services.people.me(people[3]!.ask)).choice).toBe('themabbb');
    expect(people.map((one) => evening.tableOf(one))).toEqual([null, null, null, null, null, null]);
    value(evening.services.tables.draw(evening.lead));
    expect(people.map((one) => evening.tableOf(one))).toEqual([1, 1, 1, 2, 2, null]);
    expect(value(evening.services.tables.list(evening.lead)).standing).toEqual([6]);
    expect(evening.notice()!.options.map(({ tables }) => tables)).toEqual([[1], [2]]);
  });

  it('seats who chooses when the others sit, and moves who changes their mind', () => {
    const { evening, people } = chosen();
    value(evening.services.tables.draw(evening.lead));
    value(evening.services.tables.choose(people[5]!.ask, { option: 'themabbb' }));
    value(evening.services.tables.choose(people[0]!.ask, { option: 'themabbb' }));
    expect([evening.tableOf(people[5]!), evening.tableOf(people[0]!)]).toEqual([2, 2]);
    value(evening.move('verder'));
    expect(people.map((one) => evening.tableOf(one))).toEqual([2, 1, 1, 2, 2, 2]);
  });

  it('says which table misses somebody of a group, and sends nobody there', () => {
    const { evening } = chosen({ raadslid: 1 });
    value(evening.services.tables.draw(evening.lead));
    expect(value(evening.services.tables.list(evening.lead)).rounds.at(-1)!.shortages).toEqual([
      { table: 1, group: 'raadslid', missing: 1 },
      { table: 2, group: 'raadslid', missing: 1 },
    ]);
  });

  it('refuses what is not there to choose, and choosing in another phase', () => {
    const { evening, people } = chosen();
    expect(codeOf(evening.services.tables.choose(people[0]!.ask, { option: 'themaccc' }))).toBe('not_found');
    value(evening.services.tables.choose(people[0]!.ask, { option: null }));
    expect(value(evening.services.people.me(people[0]!.ask)).choice).toBeNull();
    value(evening.move('verder'));
    expect(codeOf(evening.services.tables.choose(people[0]!.ask, { option: 'themaaaa' }))).toBe('phase_closed');
  });

  it('seats neighbours together by what they say, and tells nobody else what that is', () => {
    const evening = new Tabling([homes('wijk')]);
    const people = evening.come(5);
    value(evening.move('wijk'));
    for (const [at, name] of ['Noord', 'noord ', 'De Werf', 'de werf'].entries()) {
      value(evening.services.tables.choose(people[at]!.ask, { option: name.trim() }));
    }
    expect(value(evening.services.tables.list(evening.lead)).said).toEqual([
      { option: 'De Werf', count: 2 },
      { option: 'Noord', count: 2 },
    ]);
    value(evening.services.tables.draw(evening.lead));
    expect(people.map((one) => evening.tableOf(one))).toEqual([2, 2, 1, 1, 3]);
    expect(JSON.stringify(evening.room.doc.toJSON())).not.toMatch(/noord|werf/i);
    value(evening.services.people.erase(people[0]!.ask));
    expect(value(evening.services.people.me(people[0]!.ask)).choice).toBeNull();
  });
});
