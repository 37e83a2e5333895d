/** Cards that nobody may see yet, or whose writer nobody may know; and cards that a table writes together. */
import { describe, expect, it } from 'vitest';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { Format, PhaseOf } from '../../shared/format.ts';
import { Evening, codeOf, value, type Person } from './evening.ts';

const pitch = ideeenronde.phases[0] as PhaseOf<'contribute'>;
const [idea] = ideeenronde.cardKinds;
const help = { nl: 'Wat doe ik zelf?', en: 'What do I do myself?' };

/** Pitching with these settings. */
function evening(change: Partial<PhaseOf<'contribute'>>, kind: Partial<Format['cardKinds'][number]> = {}): Evening {
  const phases = ideeenronde.phases.map((phase) => (phase.id === 'pitch' ? { ...pitch, ...change } : phase));
  const held = new Evening({ format: { ...ideeenronde, cardKinds: [{ ...idea!, ...kind }], phases } });
  value(held.move('pitch'));
  return held;
}

const heldOf = (held: Evening, { ask }: Person) => value(held.services.people.me(ask)).held;

describe('silent writing', () => {
  it('keeps cards from everybody but their writer until the phase is over', () => {
    const held = evening({ visible: 'after' });
    const [ann, ben] = held.people(2) as [Person, Person];
    const id = held.write(ann, 'Bankje', 'bij de vijver');
    expect(held.cards).toEqual([]);
    expect(heldOf(held, ann)).toMatchObject([{ id, title: 'Bankje', reason: 'after', state: 'waiting' }]);
    expect(heldOf(held, ben)).toEqual([]);
    expect(value(held.services.sessions.console(held.lead, '')).silent).toBe(1);
    expect(value(held.services.sessions.console(held.lead, '')).held).toEqual([]);

    held.restart();
    value(held.move('cluster'));
    expect(held.card(id)).toMatchObject({ title: 'Bankje', text: 'bij de vijver', phase: 'pitch', run: 1, via: null });
    expect(value(held.services.people.me(ann.ask))).toMatchObject({ cards: [id], held: [] });
  });

  it('lets what comes in the grace be seen at once, and shows all when the session ends', () => {
    const held = evening({ visible: 'after' });
    const [ann] = held.people(1) as [Person];
    held.write(ann, 'Op tijd');
    value(held.move('cluster'));
    held.write(ann, 'Net te laat');
    expect(held.cards.map(({ title }) => title)).toEqual(['Op tijd', 'Net te laat']);

    const short = evening({ visible: 'after' });
    short.write(short.join(), 'Nog gezien');
    value(short.services.sessions.end(short.lead));
    expect(short.cards).toMatchObject([{ title: 'Nog gezien' }]);
  });

  it('counts what waits for the limit', () => {
    const held = evening({ visible: 'after', maxPerPerson: 1 });
    const ann = held.join();
    const card = { id: 'firstcard1', title: 'Een' };
    value(held.services.cards.add(ann.ask, card));
    expect(value(held.services.cards.add(ann.ask, card))).toEqual({ id: card.id }); // sent again
    expect(codeOf(held.services.cards.add(ann.ask, { title: 'Twee' }))).toBe('too_many_cards');
    expect(value(held.services.people.me(ann.ask)).made).toMatchObject({ pitch: 1 });
  });
});

describe('a moderated card', () => {
  it('waits for the facilitator, and comes with its fields', () => {
    const fields = [{ id: 'help', title: help, max: 100 }];
    const held = evening({ moderated: true }, { fields });
    const ann = held.join();
    const { id } = value(held.services.cards.add(ann.ask, { title: 'Bankje', fields: { help: 'schilderen' } }));
    expect(value(held.services.sessions.console(held.lead, '')).held).toMatchObject([
      { id, reason: 'moderated', fields: { help: 'schilderen' } },
    ]);
    value(held.services.cards.judgeHeld(held.lead, id, 'admitted'));
    expect(held.card(id)).toMatchObject({ fields: { help: 'schilderen' }, via: null, phase: 'pitch' });
    expect(heldOf(held, ann)).toMatchObject([{ state: 'admitted', title: 'Bankje' }]);
  });

  it('that was let through in a silent phase is seen when that is over', () => {
    const held = evening({ moderated: true, visible: 'after' });
    const id = held.write(held.join(), 'Bankje');
    value(held.services.cards.judgeHeld(held.lead, id, 'admitted'));
    expect(held.cards).toEqual([]);
    const other = held.write(held.join(), 'Niet bekeken');
    value(held.move('cluster'));
    expect(held.cards.map((card) => card.id)).toEqual([id]);
    value(held.services.cards.judgeHeld(held.lead, other, 'admitted'));
    expect(held.cards).toHaveLength(2);
  });
});

describe('an anonymous card', () => {
  it('is nobody’s: not in the store, and not to be edited or withdrawn', () => {
    const held = evening({ anonymous: true });
    const ann = held.join();
    const id = held.write(ann, 'Eerlijk gezegd');
    expect(held.card(id).title).toBe('Eerlijk gezegd');
    expect(held.store.authors.cards(held.code)).toEqual([]);
    expect(value(held.services.people.me(ann.ask))).toMatchObject({ cards: [], made: { pitch: 1 } });
    expect(codeOf(held.services.cards.withdraw(ann.ask, id))).toBe('not_yours');
    expect(codeOf(held.services.people.removeAuthor(held.lead, id))).not.toBe('ok');
  });

  it('that waited leaves no trace of its writer when it is released', () => {
    const held = evening({ anonymous: true, moderated: true });
    const ann = held.join();
    const id = held.write(ann, 'Eerlijk gezegd');
    value(held.services.cards.judgeHeld(held.lead, id, 'admitted'));
    expect(held.card(id).title).toBe('Eerlijk gezegd');
    expect(held.store.held.of(held.code)).toEqual([]);
    expect(held.store.authors.cards(held.code)).toEqual([]);
  });
});

describe('where a table writes together', () => {
  const seat = (held: Evening, table: number, duties: 'secretary'[] = []) => {
    const person = held.join({ table });
    if (duties.length > 0) {
      held.store.participants.change(held.code, person.id, { duties });
      held.server.door.forget(held.code);
    }
    return person;
  };

  it('its secretary writes, and at a table without one whoever sits there', () => {
    const held = evening({ by: 'table' });
    const [secretary, other, lone, standing] = [
      seat(held, 1, ['secretary']),
      seat(held, 1),
      seat(held, 2),
      held.join(),
    ];
    const add = ({ ask }: Person) => codeOf(held.services.cards.add(ask, { title: 'Van ons' }));
    expect([add(secretary), add(other), add(lone), add(standing)]).toEqual(['ok', 'secretary_writes', 'ok', 'no_seat']);
    expect(value(held.services.people.me(other.ask)).secretary).toEqual({ table: 1, there: true });
    expect(held.cards.map(({ table }) => table)).toEqual([1, 2]);
  });

  it('the limit is the table’s, whoever writes', () => {
    const held = evening({ by: 'table', maxPerPerson: 2 });
    const [ann, ben, cees] = [seat(held, 3), seat(held, 3), seat(held, 4)];
    held.write(ann, 'Een');
    held.write(ben, 'Twee');
    expect(codeOf(held.services.cards.add(ann.ask, { title: 'Drie' }))).toBe('too_many_cards');
    expect(codeOf(held.services.cards.add(cees.ask, { title: 'Een' }))).toBe('ok');
    expect(value(held.services.people.me(ben.ask)).made).toMatchObject({ pitch: 2 });
  });
});

describe('fields', () => {
  const fields = [
    { id: 'help', title: help, max: 20, required: true },
    { id: 'cost', title: { nl: 'Kosten', en: 'Costs' }, max: 9, kind: 'money' as const },
  ];

  it('are asked for, bounded, and amounts are whole euros', () => {
    const held = evening({}, { fields });
    const ann = held.join();
    const add = (said?: Record<string, string>) =>
      codeOf(held.services.cards.add(ann.ask, { title: 'x', fields: said }));
    expect(add()).toBe('field_missing');
    expect(add({ help: '  ' })).toBe('field_missing');
    expect(add({ help: 'x'.repeat(21) })).toBe('too_large');
    expect(add({ help: 'ja', cost: '12,50' })).toBe('bad_request');
    expect(add({ help: 'ja', cost: '1250', extra: 'van een ander format' })).toBe('ok');
  });

  it('go along when a card is withdrawn, merged, put back and exported', () => {
    const held = evening({}, { fields });
    const ann = held.join();
    const ids = ['schilderen', 'timmeren'].map(
      (said) => value(held.services.cards.add(ann.ask, { title: said, fields: { help: said, cost: '10' } })).id,
    );
    value(held.services.cards.withdraw(ann.ask, ids[0]!));
    expect(held.card(ids[0]!)).toMatchObject({ fields: {}, gone: 'withdrawn' });
    value(held.services.cards.return(ann.ask, ids[0]!));
    expect(held.card(ids[0]!).fields).toEqual({ help: 'schilderen', cost: '10' });

    value(held.move('cluster'));
    const { id } = value(held.services.cards.merge(ann.ask, { cards: ids, title: 'Samen' }));
    expect(held.card(id).fields).toEqual({ help: 'schilderen\ntimmeren', cost: '10' });
    expect(value(held.services.exports.cardsCsv(held.lead, false))).toContain('Wat doe ik zelf? (help)');

    const file = value(held.services.exports.session(held.lead, false));
    const again = value(held.services.sessions.import(JSON.parse(JSON.stringify(file)), 'http://zaal.test'));
    const lead = { code: again.code, identity: held.identity('facilitator', again.facilitatorToken, again.code) };
    const copy = value(held.services.exports.session(lead, false)) as { cards: { id: string; fields: unknown }[] };
    expect(copy.cards.find((card) => card.id === id)?.fields).toEqual(held.card(id).fields);
  });
});
