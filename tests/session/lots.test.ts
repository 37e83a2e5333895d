import { describe, expect, it } from 'vitest';
import { readLive } from '../../shared/document.ts';
import { placeIn, readLot } from '../../shared/lots.ts';
import { commitment } from '../../shared/tally/lot.ts';
import { codeOf, value } from './evening.ts';
import { lot, Tabling, talk } from './tabling.ts';

function drawing() {
  const evening = new Tabling([lot('loting', { inwoner: 4, raadslid: 2 }), talk('ronde', 'mixed', 3)]);
  const people = [...evening.come(7), ...evening.come(2, 'raadslid'), evening.join()];
  value(evening.move('loting'));
  const seen = () => readLot(readLive(evening.room.doc), 'loting', 1)!;
  return { evening, people, seen };
}

describe('the lot per group', () => {
  it('is sealed before, drawn once, and can be drawn again by anybody after', () => {
    const { evening, seen } = drawing();
    const { commit, seed } = seen();
    expect([seed, seen().groups]).toEqual([null, []]);
    evening.restart();
    value(evening.services.lots.draw(evening.lead));
    expect(commitment(seen().seed!)).toBe(commit);
    const [residents, councillors] = seen().groups;
    expect([residents!.pool, residents!.drawn.length, residents!.reserve.length]).toEqual([7, 4, 3]);
    expect([...residents!.drawn, ...residents!.reserve].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([[...councillors!.drawn].sort(), councillors!.reserve]).toEqual([[8, 9], []]);
    expect(placeIn(seen(), 10)).toBeNull();
    expect(codeOf(evening.services.lots.draw(evening.lead))).toBe('lot_drawn');
  });

  it('lets the next reserve of the same group move up when somebody declines', () => {
    const { evening, people, seen } = drawing();
    value(evening.services.lots.draw(evening.lead));
    const [{ drawn, reserve }] = seen().groups as [ReturnType<typeof seen>['groups'][number]];
    value(evening.services.lots.decline(people[drawn[0]! - 1]!.ask, {}));
    value(evening.services.lots.decline(people[drawn[0]! - 1]!.ask, {}));
    expect(seen().groups[0]).toMatchObject({
      drawn: [...drawn.slice(1), reserve[0]],
      reserve: reserve.slice(1),
      declined: [drawn[0]],
    });
    value(evening.services.lots.decline(evening.lead, { number: 8 }));
    expect(seen().groups[1]).toMatchObject({ drawn: [9], reserve: [], declined: [8] });
    expect(codeOf(evening.services.lots.decline(people[0]!.ask, { number: 2 }))).toBe('not_allowed');
    expect(codeOf(evening.services.lots.decline(evening.lead, { number: 10 }))).toBe('not_in_lot');
  });

  it('gives a table to who was drawn and to who took no part, and to no reserve', () => {
    const { evening, people, seen } = drawing();
    value(evening.services.lots.draw(evening.lead));
    value(evening.move('ronde'));
    const lost = new Set(seen().groups.flatMap(({ reserve }) => reserve));
    for (const [at, person] of people.entries()) expect(evening.tableOf(person) === null).toBe(lost.has(at + 1));
  });

  it('has nothing to draw from when nobody is there, and is for facilitators', () => {
    const evening = new Tabling([lot('loting', { inwoner: 4 })]);
    value(evening.move('loting'));
    expect(codeOf(evening.services.lots.draw(evening.lead))).toBe('nobody_to_draw');
    const [person] = evening.come(1);
    expect(codeOf(evening.services.lots.draw(person!.ask))).toBe('not_allowed');
    expect(codeOf(evening.services.lots.decline(person!.ask, {}))).toBe('not_in_lot');
  });
});
