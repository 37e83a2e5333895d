import { expect, it } from 'vitest';
import { runRecount } from '../../server/recounting.ts';
import { limits } from '../../shared/limits.ts';
import { checkFormat } from '../../shared/faults.ts';
import { formatWith } from '../support/methods.ts';
import { codeOf, Evening, origin, value } from './evening.ts';

const choices = [
  { nl: 'Ja', en: 'Yes' },
  { nl: 'Nee', en: 'No' },
  { nl: 'Blanco', en: 'Blank' },
];
const method = { kind: 'single' as const, choices };

it('a vote with fixed answers is on those, whatever is on the board, and is counted again from its export', () => {
  const evening = new Evening({ format: formatWith(method, { top: 1 }) });
  const people = evening.people(4);
  value(evening.move('pitch'));
  evening.write(people[0]!, 'bankje', '');
  value(evening.move('vote'));
  evening.clock.pass(limits.grace + 1);
  const { votes, exports, sessions } = evening.services;
  const { items } = value(votes.paper(evening.lead, 'vote'));
  expect(items.map(({ title }) => title)).toEqual(['Ja', 'Nee', 'Blanco']);
  const cast = (n: number, choose: string) => votes.cast(people[n]!.ask, people[n]!.token, 'vote', { choose });
  for (const [n, at] of [0, 1, 0, 2].entries()) value(cast(n, items[at]!.id));
  expect(codeOf(cast(0, 'bankje'))).toBe('unknown_item');
  value(votes.close(evening.lead, 'vote'));
  value(votes.reveal(evening.lead, 'vote'));
  const file = value(exports.session(evening.lead, false));
  expect(file).toMatchObject({ votes: [{ ranking: [{ title: 'Ja', value: 2, wins: true }, {}, {}] }] });
  const streams = { read: () => JSON.stringify(file), out: () => undefined, err: () => undefined };
  expect(runRecount(['sessie.json'], streams)).toBe(0);
  const copy = value(sessions.import(JSON.parse(JSON.stringify(file)), origin));
  const ask = { code: copy.code, identity: evening.identity('facilitator', copy.facilitatorToken, copy.code) };
  const { votes: told } = file as { votes: { ranking: unknown }[] };
  expect(value(exports.session(ask, false))).toMatchObject({ votes: [{ ranking: told[0]!.ranking, items }] });
});

it.each([
  ['one answer', choices.slice(0, 1)],
  ['an answer without words', [choices[0]!, { nl: '', en: 'No' }]],
  ['more answers than anybody reads', Array.from({ length: 21 }, (_, n) => ({ nl: `${n}`, en: `${n}` }))],
])('with %s it is refused', (_, few) => {
  expect(checkFormat(formatWith({ kind: 'single', choices: few })).ok).toBe(false);
});
