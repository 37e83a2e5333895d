import { describe, expect, it } from 'vitest';
import { readCards, readSession } from '../../shared/document.ts';
import { broedplaats } from '../../shared/formats/broedplaats.ts';
import { codeOf, Evening, origin, value, type Person } from './evening.ts';

const plan = { format: 'broedplaats', title: 'Deel twee', question: 'Hoe nu verder?' };

/** Three cards, two of them merged, one withdrawn, a vote held, and the end. */
function ended() {
  const night = new Evening({ open: { anchors: ['Er is 10.000 euro'] } });
  const writer = night.join({ name: 'Ann de Vries' });
  value(night.move('pitch'));
  const card = (title: string, text = '') => night.write(writer, title, text);
  const [bench, tree, swing, gone] = [
    card('Een bankje', 'Bij de bus'),
    card('Een boom'),
    card('Schommel'),
    card('Nee'),
  ];
  value(night.services.cards.withdraw(writer.ask, gone));
  value(night.move('cluster'));
  const both = value(
    night.services.cards.merge(night.lead, { cards: [bench, tree], title: 'Bankje onder een boom' }),
  ).id;
  night.clock.pass(60_000);
  value(night.move('vote'));
  night.cast(writer, { [swing]: 2 });
  value(night.services.votes.close(night.lead, 'vote'));
  value(night.services.votes.reveal(night.lead, 'vote'));
  value(night.services.sessions.end(night.lead));
  return { night, writer, both, swing, gone };
}

const follow = (night: Evening, more: object) =>
  night.services.sessions.follow(night.lead, { ...plan, items: [], ...more }, origin);

function docOf(night: Evening, code: string) {
  return night.server.rooms.open(code).doc;
}

describe('a session that follows from another', () => {
  it('brings the chosen words along as cards of the new format, numbered anew, with what was merged', () => {
    const { night, both, swing } = ended();
    const { code } = value(follow(night, { items: [swing, both], cardKind: 'idee', anchors: true }));
    const session = readSession(docOf(night, code))!;
    expect(session).toMatchObject({
      title: 'Deel twee',
      state: 'prepared',
      anchors: ['Er is 10.000 euro'],
      followsFrom: { code: night.code, title: 'Onze straat' },
    });
    const cards = readCards(docOf(night, code));
    expect(cards.map(({ number, title, kind }) => [number, title, kind])).toEqual([
      [1, 'Schommel', 'idee'],
      [2, 'Bankje onder een boom', 'idee'],
      [3, 'Een bankje', 'idee'],
      [4, 'Een boom', 'idee'],
    ]);
    expect(cards[2]).toMatchObject({ text: 'Bij de bus', mergedInto: cards[1]!.id });
    expect(cards[1]!.mergedFrom).toEqual([cards[2]!.id, cards[3]!.id]);
    expect(value(night.services.sessions.info(code, 'nl')).followsFrom).toEqual({
      code: night.code,
      title: 'Onze straat',
    });
  });

  it('brings a team along as a line under its idea: how many, of which groups, and never who', () => {
    const cardKinds = broedplaats.cardKinds.map((kind) => ({ ...kind, fields: [] }));
    const night = new Evening({ format: { ...broedplaats, cardKinds } });
    const people = ['inwoner', 'inwoner', 'raadslid'].map((group, index) =>
      night.join({ group, name: `Naam${index}` }),
    );
    value(night.move('idee'));
    const [garden, soup] = ['Tuin', 'Soep'].map((title) => night.write(people[0]!, title, 'Samen.'));
    value(night.move('werkgroep'));
    const { teams } = night.services;
    for (const { ask } of people) value(teams.join(ask, 'werkgroep', { item: garden!, show: true }));
    value(teams.lead(people[1]!.ask, 'werkgroep', { item: garden!, lead: true }));
    value(night.services.sessions.end(night.lead));
    const { code } = value(follow(night, { items: [garden, soup] }));
    expect(readCards(docOf(night, code)).map(({ text }) => text)).toEqual([
      'Samen.\n\nWerkgroep: 3 mensen (2 inwoner, 1 raadslid), met een trekker.',
      'Samen.',
    ]);
    expect(JSON.stringify(docOf(night, code).toJSON())).not.toContain('Naam');
  });

  it('brings nothing of people, votes or tokens', () => {
    const { night, writer, both, swing } = ended();
    const { code, facilitatorToken } = value(follow(night, { items: [both, swing] }));
    expect(night.store.participants.of(code)).toEqual([]);
    expect(night.store.authors.cards(code)).toEqual([]);
    expect(night.store.votes.of(code)).toEqual([]);
    expect(night.store.facilitators.of(code)).toHaveLength(1);
    const admit = (bearer: string) => night.server.door.admit(code, { role: null, cookie: '', bearer }, 'hall');
    expect('identity' in admit(facilitatorToken)).toBe(true);
    for (const token of [writer.token, night.facilitatorToken]) expect(admit(token)).toMatchObject({ ok: false });
    const ids = new Set(readCards(night.room.doc).map(({ id }) => id));
    expect(readCards(docOf(night, code)).some(({ id }) => ids.has(id))).toBe(false);
  });

  it('gives newcomers the numbers after those that came along', () => {
    const { night, swing } = ended();
    const { code, facilitatorToken } = value(follow(night, { format: 'ideeenronde', items: [swing] }));
    const lead = { code, identity: night.identity('facilitator', facilitatorToken, code) };
    const { services } = night;
    value(services.sessions.start(lead));
    const { token } = value(services.people.join(code, {}));
    value(services.phases.move(lead, { to: 'pitch' }));
    const bo: Person['ask'] = { code, identity: night.identity('participant', token, code) };
    value(services.cards.add(bo, { title: 'Een vijver' }));
    expect(readCards(docOf(night, code)).map(({ number, title }) => [number, title])).toEqual([
      [1, 'Schommel'],
      [2, 'Een vijver'],
    ]);
  });

  it('is opened by facilitators, after the end, of what is there', () => {
    const { night, writer, gone } = ended();
    expect(codeOf(follow(night, { items: [gone] }))).toBe('not_found');
    expect(codeOf(follow(night, { cardKind: 'koning' }))).toBe('bad_request');
    expect(codeOf(follow(night, { format: 'koning' }))).toBe('bad_request');
    expect(codeOf(night.services.sessions.follow(writer.ask, { ...plan, items: [] }, origin))).toBe('not_allowed');
    const early = new Evening();
    expect(codeOf(follow(early, {}))).toBe('phase_closed');
  });

  it('still says where it came from after an export and an import', () => {
    const { night } = ended();
    const { code, facilitatorToken } = value(follow(night, {}));
    const lead = { code, identity: night.identity('facilitator', facilitatorToken, code) };
    const file = value(night.services.exports.session(lead, false));
    const again = value(night.services.sessions.import(structuredClone(file), origin));
    expect(value(night.services.sessions.info(again.code, 'nl')).followsFrom?.code).toBe(night.code);
  });
});
