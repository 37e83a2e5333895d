import { describe, expect, it } from 'vitest';
import { moveCard } from '../../shared/document.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import { addCluster } from '../../shared/stamp.ts';
import { codeOf, Evening, origin, value } from './evening.ts';

/** An evening with everything in it: themes, merged, hidden, withdrawn, held, two runs of the vote. */
function whole() {
  const evening = new Evening({ open: { anchors: ['Budget ligt vast'], organiser: 'De gemeente' } });
  const ann = value(evening.services.people.join(evening.code, { group: 'inwoner', name: 'Ann', id: 'ann-ann-ann' }));
  const ask = { code: evening.code, identity: evening.identity('participant', ann.token) };
  const person = { id: ann.participant.id, token: ann.token, ask };
  evening.people(2);
  value(evening.move('pitch'));
  const ids = ['bankje', '=1+1', 'boom', 'verborgen', 'ingetrokken'].map((title) =>
    evening.write(person, title, 'tekst'),
  );
  value(evening.move('cluster'));
  evening.room.change((doc) => {
    addCluster(doc, {
      id: 'theme000a',
      name: 'Groen; en "meer"',
      letter: 'A',
      order: 1,
      gone: false,
      mergedInto: null,
    });
    moveCard(doc, ids[0]!, 'theme000a');
  });
  const { cards, votes } = evening.services;
  value(cards.merge(ask, { cards: [ids[0]!, ids[2]!], title: 'samen' }));
  value(cards.hide(evening.lead, ids[3]!, 'namen'));
  value(cards.withdraw(ask, ids[4]!));
  evening.clock.pass(20_000);
  value(cards.add(ask, { title: 'te laat', late: true }));
  value(evening.move('vote'));
  value(votes.cast(ask, ann.token, 'vote', { dots: { [ids[1]!]: 2 } }));
  value(votes.close(evening.lead, 'vote'));
  value(votes.reveal(evening.lead, 'vote'));
  value(evening.move('vote'));
  value(votes.close(evening.lead, 'vote'));
  value(evening.move('result'));
  return { evening, ids, person };
}

const exported = (evening: Evening, hidden: boolean, ask = evening.lead) =>
  value(evening.services.exports.session(ask, hidden)) as ExportFile;

describe('session.json', () => {
  it.each([true, false])('makes an equal session again (hidden cards with it: %s)', (hidden) => {
    const { evening } = whole();
    const file = exported(evening, hidden);
    const travelled = JSON.parse(JSON.stringify(file)) as ExportFile;
    evening.clock.pass(1_000);
    const { code, facilitatorToken } = value(evening.services.sessions.import(travelled, origin));
    const lead = { code, identity: evening.identity('facilitator', facilitatorToken, code) };
    const again = exported(evening, hidden, lead);
    const ballots = (one: ExportFile) =>
      one.votes.map((vote) => vote.ballots.map((ballot) => JSON.stringify(ballot)).sort());
    expect(ballots(again)).toEqual(ballots(file));
    const bare = ({ code: _, exportedAt, createdAt, ...rest }: ExportFile) => ({
      ...rest,
      votes: rest.votes.map((vote) => ({ ...vote, ballots: [] })),
      dates: [typeof exportedAt, typeof createdAt],
    });
    expect(bare(again)).toEqual(bare(file));
    expect(value(evening.services.sessions.report(lead))).toMatchObject({ joined: 3 });
    expect(codeOf(evening.services.phases.move(lead, { to: 'vote' }))).toBe('ok');
  });

  it('holds hidden and held words only when asked, withdrawn ones never, and nobody’s name or id', () => {
    const { evening, person, ids } = whole();
    const [without, complete] = [false, true].map((hidden) => JSON.stringify(exported(evening, hidden)));
    for (const word of ['verborgen', 'te laat', 'namen']) {
      expect(without).not.toContain(`"${word}"`);
      expect(complete).toContain(`"${word}"`);
    }
    for (const secret of ['ingetrokken', 'Ann', person.id, person.token]) expect(complete).not.toContain(`"${secret}"`);
    expect(exported(evening, true).votes.map(({ run, ballots }) => [run, ballots])).toEqual([
      [1, [{ dots: { [ids[1]!]: 2 } }]],
    ]);
  });

  it('is for facilitators', () => {
    const { evening, person } = whole();
    expect(codeOf(evening.services.exports.session(person.ask, false))).toBe('not_allowed');
  });
});

describe('a file that is no session', () => {
  it.each([
    ['nothing', () => null, ''],
    ['another version', (file: ExportFile) => ({ ...file, kantelbord: 2 }), 'kantelbord'],
    ['an unknown key', (file: ExportFile) => ({ ...file, extra: 1 }), 'extra'],
    [
      'a card too many characters',
      (file: ExportFile) => ({ ...file, cards: [{ ...file.cards[0], title: 'x'.repeat(121) }] }),
      'cards.0.title',
    ],
    [
      'two cards with one id',
      (file: ExportFile) => ({ ...file, cards: [file.cards[0], file.cards[0]] }),
      'cards: two have the same id',
    ],
    [
      'a phase out of nowhere',
      (file: ExportFile) => ({ ...file, session: { ...file.session, phase: 'elsewhere' } }),
      'session.phase',
    ],
  ])('is refused, and nothing is made: %s', (_, spoil, detail) => {
    const { evening } = whole();
    const before = evening.store.sessions.list().length;
    const answer = evening.services.sessions.import(spoil(exported(evening, true)), origin);
    expect(answer).toMatchObject({ ok: false, code: 'bad_import', detail: expect.stringContaining(detail) as string });
    expect(evening.store.sessions.list()).toHaveLength(before);
  });
});

describe('tables', () => {
  it('of cards open in a Dutch spreadsheet, and hold no formulas', () => {
    const { evening } = whole();
    const csv = value(evening.services.exports.cardsCsv(evening.lead, false));
    expect(csv.startsWith('\uFEFFnumber;title;text;theme;state;merged;via;table;phase\n')).toBe(true);
    const lines = csv.trim().split('\n');
    expect(lines).toContain(`1;bankje;tekst;"A Groen; en ""meer""";merged;> 6;;;Ideeën schrijven`);
    expect(lines).toContain(`2;'=1+1;tekst;;board;;;;Ideeën schrijven`);
    expect(lines).toContain(`6;samen;;"A Groen; en ""meer""";board;< 1 < 3;;;Ideeën ordenen`);
    expect(csv).not.toContain('verborgen');
    expect(value(evening.services.exports.cardsCsv(evening.lead, true))).toContain('verborgen');
  });

  it('of results have only what was revealed', () => {
    const { evening } = whole();
    const [head, first, ...rest] = value(evening.services.exports.resultsCsv(evening.lead)).trimEnd().split('\n');
    expect(head).toBe('\uFEFFphase;run;rank;title;value;voters;wins;method;electorate;ballots;seed;exact;cost;shown');
    expect(first).toMatch(/^Stemmen;1;1;'=1\+1;2;1;1;dots 3\/2;3;1;[0-9a-f]{64};;;$/);
    expect(rest).toHaveLength(1);
  });
});
