import { describe, expect, it } from 'vitest';
import { readSession } from '../../shared/document.ts';
import { codeOf, Evening, origin, value } from './evening.ts';

const meter = (night: Evening) => value(night.services.sessions.console(night.lead, origin)).balance;

describe('the balance meter', () => {
  it('counts who was expected, who came, cards and turns, per group, also after a restart', () => {
    const night = new Evening();
    const [first, second] = night.session.format.groups.map(({ id }) => id);
    const ann = night.join({ group: first });
    night.join({ group: first });
    const bo = night.join();
    value(night.services.balance.set(night.lead, { expected: { [first!]: 40 } }));
    value(night.move('pitch'));
    night.write(ann, 'Een bankje');
    value(night.services.cards.withdraw(ann.ask, night.write(ann, 'Toch niet')));
    night.write(bo, 'Een boom');
    night.store.records.put({ session: night.code, kind: 'turn', id: 'a', value: { group: second } });
    night.restart();
    const { groups } = meter(night);
    expect(groups.find(({ group }) => group === first)).toEqual({
      group: first,
      expected: 40,
      present: 2,
      cards: 1,
      turns: 0,
    });
    expect(groups.find(({ group }) => group === second)).toMatchObject({ expected: 0, present: 0, turns: 1 });
    expect(groups.find(({ group }) => group === '')).toMatchObject({ expected: 0, present: 1, cards: 1 });
  });

  it('starts from what the format expects, and goes back to it', () => {
    const night = new Evening({ open: { format: 'g1000' } });
    const [group] = night.session.format.groups;
    const expected = () => meter(night).groups.find((line) => line.group === group!.id)?.expected;
    expect(expected()).toBe(group!.expected);
    value(night.services.balance.set(night.lead, { expected: { [group!.id]: 12 } }));
    expect(expected()).toBe(12);
    value(night.services.balance.set(night.lead, { expected: { [group!.id]: null } }));
    expect(expected()).toBe(group!.expected);
  });

  it('keeps whose interests ought to be heard, and of those only who is spoken for', () => {
    const night = new Evening();
    const { balance } = night.services;
    value(balance.set(night.lead, { interests: ['huurders', 'jongeren', 'huurders'], there: ['jongeren', 'vissers'] }));
    expect(meter(night)).toMatchObject({ interests: ['huurders', 'jongeren'], there: ['jongeren'] });
    value(balance.set(night.lead, { interests: ['huurders'] }));
    expect(meter(night)).toMatchObject({ interests: ['huurders'], there: [] });
  });

  it('is for facilitators only, and leaves nothing in the document', () => {
    const night = new Evening();
    const ann = night.join();
    expect(codeOf(night.services.balance.set(ann.ask, { interests: ['huurders'] }))).toBe('not_allowed');
    expect(codeOf(night.services.balance.set(night.lead, { expected: { koning: 1 } }))).toBe('bad_request');
    value(night.services.balance.set(night.lead, { interests: ['huurders in de flat'] }));
    expect(JSON.stringify(readSession(night.room.doc))).not.toContain('huurders in de flat');
    expect(JSON.stringify(night.store.audit.of(night.code))).not.toContain('huurders in de flat');
  });
});
