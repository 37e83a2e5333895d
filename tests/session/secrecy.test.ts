import { describe, expect, it } from 'vitest';
import { tokenHash } from '../../server/session/secrets.ts';
import { Evening, seeded, value, type Person } from './evening.ts';

/** Everything that leaves the server, for everybody, but one's own ballot. */
function everything(evening: Evening, people: Person[]): unknown {
  const { sessions, people: desk, votes, exports } = evening.services;
  const asks = [evening.lead, ...people.map(({ ask }) => ask)];
  return {
    info: sessions.info(evening.code, 'nl'),
    board: evening.room.doc.toJSON(),
    pulse: evening.server.door.desk(evening.code).pulse(),
    me: asks.map((ask) => desk.me(ask)),
    papers: asks.map((ask) => votes.paper(ask, 'vote')),
    reports: asks.map((ask) => sessions.report(ask)),
    console: sessions.console(evening.lead, 'http://zaal.test'),
    file: exports.session(evening.lead, true),
    cards: exports.cardsCsv(evening.lead, true),
    results: exports.resultsCsv(evening.lead),
  };
}

/** Two evenings that are the same but for what people vote. */
function voted(which: number): { open: unknown; closed: unknown; revealed: unknown } {
  const evening = new Evening({ random: seeded('same') });
  const people = evening.people(6);
  const items = evening.toVote('bankje', 'boom');
  const look = () => everything(evening, people);
  for (const person of people) value(evening.cast(person, { [items[which]!]: 2 }));
  const open = look();
  value(evening.services.votes.close(evening.lead, 'vote'));
  const closed = look();
  value(evening.services.votes.reveal(evening.lead, 'vote'));
  return { open, closed, revealed: look() };
}

describe('until the reveal', () => {
  it('what people voted changes nothing that leaves the server', () => {
    const [one, other] = [voted(0), voted(1)];
    expect(one.open).toEqual(other.open);
    expect(one.closed).toEqual(other.closed);
    expect(one.revealed).not.toEqual(other.revealed);
  });

  it('the result is in the store, and not in the log of the document', () => {
    const evening = new Evening();
    const [ann] = evening.people(1);
    const [card] = evening.toVote('bankje');
    value(evening.cast(ann!, { [card!]: 2 }));
    value(evening.services.votes.close(evening.lead, 'vote'));
    expect(evening.store.results.of(evening.code)).toMatchObject([{ revealed: false }]);
    const log = evening.store.updates.load(evening.code).map((update) => Buffer.from(update).toString('latin1'));
    expect(log.join()).not.toContain('ranking');
  });
});

describe('who voted what', () => {
  it('is nowhere: the box knows a slot that only the raw token gives, and forgets it at the close', () => {
    const evening = new Evening();
    const people = evening.people(5);
    const [card] = evening.toVote('bankje');
    for (const [index, person] of people.entries()) value(evening.cast(person, { [card!]: 1 + (index % 2) }));
    const key = { session: evening.code, phase: 'vote', run: 1 };
    for (const { id, token } of people) {
      expect(evening.store.box.get(key, id)).toBeNull();
      expect(evening.store.box.get(key, tokenHash(token))).toBeNull();
    }
    value(evening.services.votes.close(evening.lead, 'vote'));
    expect(evening.store.box.all(key)).toEqual([]);
    expect(evening.store.roll.count(key)).toBe(5);
    const kept = evening.store.ballots.of(key);
    expect(kept.map(({ ballot }) => ballot).sort()).toEqual(
      [1, 2, 1, 2, 1].map((dots) => `{"dots":{"${card}":${dots}}}`).sort(),
    );
    expect(people.some(({ id }) => kept.some((ballot) => ballot.id === id))).toBe(false);
  });

  it('is not in the audit log, nor is who was removed or what was written', () => {
    const evening = new Evening();
    const [ann] = evening.people(1);
    const [card] = evening.toVote('geheim bankje');
    value(evening.cast(ann!, { [card!]: 1 }));
    value(evening.services.cards.hide(evening.lead, card!, 'noemt een naam'));
    value(evening.services.people.removeAuthor(evening.lead, card!));
    const log = JSON.stringify(evening.store.audit.of(evening.code));
    expect(log).not.toContain('geheim');
    for (const { id } of evening.store.participants.of(evening.code)) expect(log).not.toContain(id);
  });
});
