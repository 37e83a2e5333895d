import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../shared/exportfile.ts';
import { limits } from '../../shared/limits.ts';
import { formatWith } from '../support/methods.ts';
import { codeOf, Evening, origin, value } from './evening.ts';

const secret = 'De speeltuin moet open blijven voor Ans';

function voting(reasons: boolean) {
  const evening = new Evening({ format: formatWith({ kind: 'consent', ...(reasons && { reasons: true }) }) });
  const people = evening.people(5);
  value(evening.move('pitch'));
  const ids = ['zin een', 'zin twee'].map((title) => evening.write(people[0]!, title, ''));
  value(evening.move('vote'));
  evening.clock.pass(limits.grace + 1);
  return {
    evening,
    people,
    a: ids[0]!,
    b: ids[1]!,
    cast: (n: number, ballot: object) =>
      evening.services.votes.cast(people[n]!.ask, people[n]!.token, 'vote', ballot as never),
    own: (n: number) => value(evening.services.votes.ownBallot(people[n]!.ask, people[n]!.token, 'vote')).ballot,
    exported: (hidden: boolean) => value(evening.services.exports.session(evening.lead, hidden)) as ExportFile,
  };
}

describe('why somebody says no', () => {
  it('is asked, kept with the ballot until the close, and then apart from every ballot', () => {
    const { evening, people, a, b, cast, own, exported } = voting(true);
    const ballot = { answers: { [a]: 'no', [b]: 'yes' }, reasons: { [a]: `  ${secret} ` } };
    value(cast(0, ballot));
    value(cast(1, { answers: { [a]: 'no', [b]: 'no' }, reasons: { [b]: 'Te duur' } }));
    value(cast(2, { answers: { [a]: 'yes' } }));
    evening.restart();
    expect(own(0)).toEqual({
      answers: { [a]: 'no', [b]: 'yes' },
      reasons: { [a]: expect.stringContaining(secret) as string },
    });
    expect(codeOf(evening.services.votes.reasons(evening.lead, 'vote', 1))).not.toBe('ok');
    value(evening.services.votes.close(evening.lead, 'vote'));
    expect(codeOf(evening.services.votes.reasons(evening.lead, 'vote', 1))).not.toBe('ok');
    value(evening.services.votes.reveal(evening.lead, 'vote', { publish: 'ballots' }));

    const told = value(evening.services.votes.reasons(evening.lead, 'vote', 1)).items;
    expect(told.map(({ id, title, reasons }) => [id, title, reasons.map((one) => one.trim())])).toEqual([
      [a, 'zin een', [secret]],
      [b, 'zin twee', ['Te duur']],
    ]);
    expect(codeOf(evening.services.votes.reasons(people[0]!.ask, 'vote', 1))).toBe('not_allowed');
    const key = { session: evening.code, phase: 'vote', run: 1 };
    const seen = [
      evening.store.ballots.of(key),
      value(evening.services.votes.published(people[1]!.ask, 'vote', 1, 0)),
      exported(false),
    ];
    expect(JSON.stringify(seen)).not.toMatch(/speeltuin|Te duur/);

    const copy = value(evening.services.sessions.import(JSON.parse(JSON.stringify(exported(true))), origin));
    const ask = { code: copy.code, identity: evening.identity('facilitator', copy.facilitatorToken, copy.code) };
    expect(value(evening.services.votes.reasons(ask, 'vote', 1)).items).toEqual(told);
  });

  it.each([
    ['where it was not asked', false, { answers: 'no' }, 'waarom'],
    ['with a yes', true, { answers: 'yes' }, 'waarom'],
    ['longer than anybody reads', true, { answers: 'no' }, 'x'.repeat(limits.fieldLength + 1)],
    ['that says nothing', true, { answers: 'no' }, ' '],
  ])('is refused %s', (_, asked, { answers }, text) => {
    const { a, cast, own } = voting(asked);
    expect(codeOf(cast(0, { answers: { [a]: answers }, reasons: { [a]: text } }))).toBe('bad_ballot');
    expect(own(0)).toBeNull();
  });

  it('is gone when the vote is broken off', () => {
    const { evening, a, cast } = voting(true);
    value(cast(0, { answers: { [a]: 'no' }, reasons: { [a]: secret } }));
    value(evening.services.votes.abort(evening.lead, 'vote'));
    expect(evening.store.records.of(evening.code, 'reasons')).toEqual([]);
    expect(evening.store.box.all({ session: evening.code, phase: 'vote', run: 1 })).toEqual([]);
  });
});
