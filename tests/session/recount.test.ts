import { describe, expect, it } from 'vitest';
import { runRecount } from '../../server/recounting.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import { Evening, value } from './evening.ts';

/** An evening with a vote that was revealed, as its export. */
function exported(): ExportFile {
  const evening = new Evening();
  const people = evening.people(5);
  value(evening.move('pitch'));
  const ids = ['bankje', 'boom', 'brug'].map((title) => evening.write(people[0]!, title, 'tekst'));
  value(evening.move('cluster'));
  value(evening.move('vote'));
  evening.clock.pass(20_000);
  const { votes, exports } = evening.services;
  for (const [index, { ask, token }] of people.entries()) {
    value(votes.cast(ask, token, 'vote', { dots: { [ids[index % 3]!]: 2, [ids[0]!]: 1 } }));
  }
  value(votes.close(evening.lead, 'vote'));
  value(votes.reveal(evening.lead, 'vote'));
  return value(exports.session(evening.lead, false)) as ExportFile;
}

function recount(file: ExportFile, ...options: string[]) {
  let [out, err] = ['', ''];
  const streams = {
    read: () => JSON.stringify(file),
    out: (text: string) => (out += text),
    err: (text: string) => (err += text),
  };
  const code = runRecount(['session.json', ...options], streams);
  return { code, out, err };
}

describe('recounting the export of a session', () => {
  it('gives what the wall showed', () => {
    const file = exported();
    const { code, out, err } = recount(file);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('vote 1: dots\n5 ballots, 0 of them blank.');
    expect(out).toContain('Equal to the result in the file.');
    const { votes } = JSON.parse(recount(file, '--json').out) as { votes: { winners: string[]; phase: string }[] };
    const won = file.votes[0]!.ranking.filter(({ wins }) => wins).map(({ id }) => id);
    expect(votes).toMatchObject([{ phase: 'vote', run: 1, method: 'dots', winners: won }]);
  });

  it('finds what was changed since', () => {
    const [changed, blank, lot] = [exported(), exported(), exported()];
    changed.votes[0]!.ballots.pop();
    expect(recount(changed).code).toBe(1);
    blank.votes[0]!.blank = 3;
    expect(recount(blank).err).toContain('Of blank ballots the file says 3; counted again it is 0.');
    lot.votes[0]!.seed = 'c'.repeat(64);
    expect(recount(lot).err).toContain('promised before the vote');
  });
});
