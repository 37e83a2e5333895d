import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { codeOf, Evening, value } from './evening.ts';

function late() {
  const evening = new Evening();
  const ann = evening.join();
  value(evening.move('pitch'));
  value(evening.move('cluster'));
  evening.clock.pass(20_000);
  return { evening, ann, cards: evening.services.cards };
}

describe('a card that misses its phase', () => {
  it('waits outside the document until the facilitator admits it', () => {
    const { evening, ann, cards } = late();
    const card = { id: 'latecard1', title: 'nagekomen', text: 'toch nog', late: true };
    expect(codeOf(cards.add(ann.ask, { ...card, late: false }))).toBe('phase_closed');
    value(cards.add(ann.ask, card));
    value(cards.add(ann.ask, card)); // sent again
    expect(evening.cards).toEqual([]);
    expect(value(evening.services.people.me(ann.ask)).held).toMatchObject([{ id: card.id, state: 'waiting' }]);

    value(cards.judgeHeld(evening.lead, card.id, 'admitted'));
    expect(evening.card(card.id)).toMatchObject({ title: 'nagekomen', via: 'late', phase: 'pitch', run: 1, number: 1 });
    const me = value(evening.services.people.me(ann.ask));
    expect(me).toMatchObject({ cards: [card.id], held: [{ state: 'admitted', title: 'nagekomen' }] });
    expect(JSON.stringify(evening.store.held.of(evening.code))).not.toContain('toch nog');
    expect(value(cards.add(ann.ask, card))).toEqual({ id: card.id });
    expect(codeOf(cards.judgeHeld(evening.lead, card.id, 'declined'))).toBe('card_exists');
  });

  it('stays declined until the facilitator thinks again', () => {
    const { evening, ann, cards } = late();
    const { id } = value(cards.add(ann.ask, { title: 'nee', late: true }));
    value(cards.judgeHeld(evening.lead, id, 'declined'));
    expect(value(evening.services.people.me(ann.ask)).held).toMatchObject([{ id, state: 'declined', title: 'nee' }]);
    value(cards.judgeHeld(evening.lead, id, 'admitted'));
    expect(evening.cards).toHaveLength(1);
    expect(codeOf(cards.judgeHeld(evening.lead, 'nosuchcard', 'admitted'))).toBe('not_found');
  });

  it('is bounded per person, and can come after the end', () => {
    const { evening, ann, cards } = late();
    value(evening.services.sessions.end(evening.lead));
    for (let n = 0; n < limits.heldPerParticipant; n++) value(cards.add(ann.ask, { title: `nr ${n}`, late: true }));
    expect(codeOf(cards.add(ann.ask, { title: 'te veel', late: true }))).toBe('too_many_cards');
    expect(codeOf(cards.add(ann.ask, { title: ' '.repeat(3), late: true }))).toBe('bad_request');
  });
});
