/** Paper for every way in which people vote for themselves: entered by two, counted with the rest, and counted again to the same. */
import { expect, it } from 'vitest';
import { randomBallot } from '../../server/rehearsal/ballots.ts';
import { runRecount } from '../../server/recounting.ts';
import { isPerTable } from '../../shared/electorate.ts';
import { everyMethod } from '../support/methods.ts';
import { seeded as chanceOf } from '../support/seeded.ts';
import { paperEvening } from './collecting.ts';
import { value } from './evening.ts';

it.each(everyMethod.filter(([, method]) => !isPerTable({ method })))('%s', (_, method) => {
  const { hall, ann, open, print, both, end, collect, turnout } = paperEvening(method);
  const chance = chanceOf(5);
  open();
  const { items } = value(hall.services.votes.paper(ann, 'vote'));
  const codes = print(7);
  for (const code of codes.slice(0, 3)) expect(both(code, randomBallot(method, items, chance))).toBe('counted');
  value(collect());
  for (const code of codes.slice(3)) expect(both(code, randomBallot(method, items, chance))).toBe('counted');
  expect(turnout()?.voted).toBe(7);
  const { ballots, columns, papers } = end();
  expect([ballots, papers]).toEqual([7, { printed: 7, counted: 7, aside: 0, waiting: 0 }]);
  expect(columns!.map(({ of, ballots: cast }) => [of, cast])).toEqual([['paper', 7]]);
  const file = value(hall.services.exports.session(ann, false));
  let [out, err] = ['', ''];
  const code = runRecount(['session.json'], {
    read: () => JSON.stringify(file),
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('paper: 7 ballots');
});
