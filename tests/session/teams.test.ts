import { describe, expect, it } from 'vitest';
import { readLive } from '../../shared/document.ts';
import { broedplaats } from '../../shared/formats/broedplaats.ts';
import { itemsFrom } from '../../shared/sources.ts';
import { readTeams, teamsOf } from '../../shared/teams.ts';
import { codeOf, Evening, value, type Person } from './evening.ts';

const phase = 'werkgroep';

/** An evening of a broedplaats with two ideas, up to the sign-up. */
function signUp(groups: readonly string[] = ['inwoner', 'raadslid', 'ambtenaar', 'inwoner']) {
  const evening = new Evening({ open: { format: 'broedplaats' } });
  const people = groups.map((group, index) => evening.join({ group, name: `Naam${index}` }));
  const format = { ...broedplaats, cardKinds: broedplaats.cardKinds.map((kind) => ({ ...kind, fields: [] })) };
  evening.room.change((doc) => doc.getMap('session').set('format', format));
  const writing = format.phases.find((one) => one.kind === 'contribute')!;
  value(evening.move(writing.id));
  const [tuin, soep] = ['Tuin', 'Soep'].map(
    (title) => value(evening.services.cards.add(people[0]!.ask, { title, text: '' })).id,
  ) as [string, string];
  value(evening.move(phase));
  const team = (item: string, run = 1) => teamsOf(readLive(evening.room.doc), phase, run).get(item);
  const join = (person: Person, item: string, show = false) =>
    evening.services.teams.join(person.ask, phase, { item, show });
  return { evening, people: people as [Person, Person, Person, Person], tuin, soep, team, join };
}

describe('signing up for a working group', () => {
  it('counts people and groups, says what is lacking, and tells nobody who they are', () => {
    const { evening, people, tuin, team, join } = signUp();
    value(join(people[0], tuin));
    expect(team(tuin)).toMatchObject({ count: 1, state: 'incomplete', short: 2, lacking: ['raadslid', 'ambtenaar'] });
    value(join(people[1], tuin));
    value(join(people[3], tuin));
    expect(team(tuin)).toMatchObject({
      count: 3,
      state: 'complete',
      groups: { inwoner: 2, raadslid: 1 },
      lacking: ['ambtenaar'],
      names: [],
      lead: null,
    });
    const told = JSON.stringify(evening.room.doc.toJSON());
    for (const { id, token } of people) expect([told.includes(id), told.includes(token)]).toEqual([false, false]);
    expect(told).not.toContain('Naam');
  });

  it('shows a name only of who wants so, and takes it back', () => {
    const { people, tuin, team, join } = signUp();
    value(join(people[0], tuin, true));
    value(join(people[1], tuin));
    expect(team(tuin)?.names).toEqual(['Naam0']);
    value(join(people[0], tuin, false));
    expect(team(tuin)).toMatchObject({ count: 2, names: [] });
  });

  it('follows a name or a group that was changed, and one that was taken away', () => {
    const { evening, people, tuin, team, join } = signUp();
    value(join(people[0], tuin, true));
    const edit = (input: object) => evening.services.people.edit(people[0].ask, input);
    value(edit({ name: 'Ans', group: 'raadslid' }));
    expect(team(tuin)).toMatchObject({ names: ['Ans'], groups: { raadslid: 1 } });
    value(edit({ name: '' }));
    expect(team(tuin)?.names).toEqual([]);
  });

  it('is for one group at a time', () => {
    const { people, tuin, soep, team, join } = signUp();
    value(join(people[0], tuin));
    expect(codeOf(join(people[0], soep))).toBe('too_many_teams');
    expect(team(soep)).toBeUndefined();
  });

  it('leaves nothing behind of who left', () => {
    const { evening, people, tuin, soep, team, join } = signUp();
    value(join(people[0], tuin, true));
    value(evening.services.teams.lead(people[0].ask, phase, { item: tuin, lead: true }));
    value(evening.services.teams.leave(people[0].ask, phase, { item: tuin }));
    expect(team(tuin)).toBeUndefined();
    value(join(people[0], soep));
    expect(team(soep)).toMatchObject({ count: 1 });
    expect(itemsFrom(evening.room.doc, { from: 'cards', kind: 'idee' }).map(({ id }) => id)).toEqual([tuin, soep]);
  });

  it('is led by somebody in it who offers; a second is told, and a name stays unsaid', () => {
    const { evening, people, tuin, team, join } = signUp();
    const lead = (person: Person, on = true, show = false) =>
      evening.services.teams.lead(person.ask, phase, { item: tuin, lead: on, show });
    expect(codeOf(lead(people[0]))).toBe('not_in_team');
    for (const person of people.slice(0, 2)) value(join(person, tuin));
    value(lead(people[1]));
    expect(team(tuin)?.lead).toEqual({ name: '', number: 2 });
    expect(codeOf(lead(people[0]))).toBe('has_lead');
    value(lead(people[1], true, true));
    expect(team(tuin)?.lead).toEqual({ name: 'Naam1', number: 2 });
    value(lead(people[1], false));
    value(lead(people[0]));
    expect(team(tuin)?.lead).toEqual({ name: '', number: 1 });
  });

  it('stays open when the evening goes on, is a new run when held again, and ends with the session', () => {
    const { evening, people, tuin, team, join } = signUp();
    value(join(people[0], tuin));
    value(evening.move('afspraak'));
    value(join(people[1], tuin));
    expect(team(tuin)?.count).toBe(2);
    value(evening.move(phase));
    expect(team(tuin, 2)).toBeUndefined();
    value(join(people[0], tuin));
    expect([team(tuin, 1)?.count, team(tuin, 2)?.count]).toEqual([2, 1]);
    value(evening.services.sessions.end(evening.lead));
    expect(codeOf(join(people[2], tuin))).toBe('ended');
  });

  it('is for people only, and for what is there', () => {
    const { evening, people, tuin, join } = signUp();
    expect(codeOf(evening.services.teams.join(evening.lead, phase, { item: tuin }))).toBe('not_allowed');
    expect(codeOf(join(people[0], 'nergens1'))).toBe('team_gone');
    expect(codeOf(evening.services.teams.join(people[0].ask, 'afspraak', { item: tuin }))).toBe('team_gone');
    value(evening.services.phases.lock(evening.lead, true));
    expect(codeOf(join(people[0], tuin))).toBe('locked');
  });

  it('survives a restart in the middle, with who is in what', () => {
    const { evening, people, tuin, team, join } = signUp();
    value(join(people[0], tuin, true));
    evening.restart();
    value(join(people[1], tuin));
    expect(team(tuin)).toMatchObject({ count: 2, names: ['Naam0'] });
    expect(value(evening.services.people.me(people[0].ask)).matching.teams).toEqual([
      { phase, run: 1, item: tuin, lead: false, show: true },
    ]);
    expect(value(evening.services.people.me(people[2].ask)).matching.teams).toEqual([]);
  });

  it('is taken along by whoever erases themselves', () => {
    const { evening, people, tuin, team, join } = signUp();
    value(join(people[0], tuin, true));
    value(join(people[1], tuin));
    value(evening.services.teams.lead(people[0].ask, phase, { item: tuin, lead: true }));
    value(evening.services.people.erase(people[0].ask));
    expect(team(tuin)).toMatchObject({ count: 1, names: [], lead: null });
    expect(JSON.stringify(evening.store.records.of(evening.code, 'team'))).not.toContain(people[0].id);
  });

  it('leaves the room in the files: numbers, and again the same after an import', () => {
    const { evening, people, tuin, join } = signUp();
    value(join(people[0], tuin, true));
    value(join(people[1], tuin));
    const csv = value(evening.services.exports.teamsCsv(evening.lead));
    expect(csv.split('\n')[1]).toMatch(/^Werkgroepen;1;Tuin;2;"?inwoner 1, raadslid 1"?;incomplete;1;ambtenaar;;Naam0/);
    const file = value(evening.services.exports.session(evening.lead, false));
    const copy = value(evening.services.sessions.import(file, 'http://zaal.test'));
    const doc = evening.server.rooms.open(copy.code).doc;
    expect(readTeams(readLive(doc))).toEqual(readTeams(readLive(evening.room.doc)));
    expect(JSON.stringify(file)).not.toContain(people[0].id);
  });
});
