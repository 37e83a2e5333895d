import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../shared/exportfile.ts';
import { limits } from '../../shared/limits.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { formatWith } from '../support/methods.ts';
import { Evening, origin, value } from './evening.ts';

function voting(ideas: number, voters = 5) {
  const store = memoryStore();
  const evening = new Evening({ store, format: formatWith({ kind: 'dots', dots: 3, maxPerItem: 1 }) });
  const people = evening.people(voters);
  value(evening.move('pitch'));
  const ids = Array.from({ length: ideas }, (_, n) => evening.write(people[n % voters]!, `Idee ${n}`, ''));
  value(evening.move('vote'));
  evening.clock.pass(limits.grace + 1);
  const first = (...who: number[]) =>
    evening.services.votes.first(
      evening.code,
      who.map((n) => ({ ask: people[n]!.ask, phase: 'vote' })),
    );
  const close = () => {
    value(evening.services.votes.close(evening.lead, 'vote'));
    value(evening.services.votes.reveal(evening.lead, 'vote'));
  };
  const exported = () => value(evening.services.exports.session(evening.lead, false)) as ExportFile;
  return { evening, store, people, ids, first, close, exported };
}

describe('a vote on a long list', () => {
  it('gives everybody another part first, the same each time, also after a restart', () => {
    const { evening, first } = voting(90);
    const [a, b] = first(0, 1);
    expect(a).toHaveLength(30);
    expect(a!.filter((place) => b!.includes(place))).toEqual([]);
    evening.restart();
    expect(first(1, 0, 2)).toEqual([b, a, expect.any(Array)]);
    const all = [...a!, ...b!, ...first(2)[0]!].sort((x, y) => x - y);
    expect(all).toEqual([...all.keys()]);
  });

  it('says in the result how often each came first, and keeps of nobody what they saw', () => {
    const { evening, store, people, ids, first, close, exported } = voting(90);
    first(0, 1);
    value(evening.services.votes.cast(people[0]!.ask, people[0]!.token, 'vote', { dots: { [ids[4]!]: 1 } }));
    expect(store.records.of(evening.code, 'dealt')).toHaveLength(2);
    expect(store.records.of(evening.code, 'turn')).toEqual([]); // those are turns to speak
    close();
    expect(store.records.of(evening.code, 'dealt')).toEqual([]);
    expect(first(0)).toEqual([null]);
    const [vote] = exported().votes;
    expect(vote!.exposure).toEqual({ opened: 2, least: 0, most: 1 });
    const csv = value(evening.services.exports.resultsCsv(evening.lead)).trimEnd().split('\n').slice(1);
    const shown = csv.map((line) => Number(line.split(';').at(-1)));
    expect(shown.filter((times) => times === 1)).toHaveLength(60);
    expect(shown.filter((times) => times === 0)).toHaveLength(30);
    const copy = value(evening.services.sessions.import(JSON.parse(JSON.stringify(exported())), origin));
    const lead = { code: copy.code, identity: evening.identity('facilitator', copy.facilitatorToken, copy.code) };
    expect((value(evening.services.exports.session(lead, false)) as ExportFile).votes[0]!.exposure).toEqual(
      vote!.exposure,
    );
    expect(value(evening.services.exports.resultsCsv(lead)).trimEnd().split('\n').slice(1)).toEqual(csv);
  });

  it('says nothing of an imported list that is too short to be dealt out', () => {
    const { evening, close, exported } = voting(3);
    close();
    const file = exported();
    file.votes[0]!.exposure = { opened: 4, least: 1, most: 2 };
    const { code, facilitatorToken } = value(evening.services.sessions.import(file, origin));
    const lead = { code, identity: evening.identity('facilitator', facilitatorToken, code) };
    expect(value(evening.services.exports.resultsCsv(lead))).not.toMatch(/Infinity|NaN/);
    expect(
      value(evening.services.sessions.import(value(evening.services.exports.session(lead, false)), origin)),
    ).toBeTruthy();
  });

  it('is destroyed with what people saw first when it is broken off', () => {
    const { evening, store, first } = voting(60);
    first(0, 1);
    value(evening.services.votes.abort(evening.lead, 'vote'));
    expect(store.records.of(evening.code, 'dealt')).toEqual([]);
  });

  it('of few ideas is nothing of the kind', () => {
    const { first, close, exported } = voting(59);
    expect(first(0, 1)).toEqual([null, null]);
    close();
    expect(exported().votes[0]).not.toHaveProperty('exposure');
  });
});
