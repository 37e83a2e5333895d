import { describe, expect, it } from 'vitest';
import { readResults, readVote } from '../../shared/document.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { commitment } from '../../shared/tally/lot.ts';
import { codeOf, Evening, value } from './evening.ts';

const paper = (evening: Evening, ask = evening.lead) => value(evening.services.votes.paper(ask, 'vote'));

describe('opening', () => {
  it('waits for the grace of the writing before, then fixes what is voted on', () => {
    const evening = new Evening();
    const writer = evening.join();
    value(evening.move('pitch'));
    evening.write(writer, 'op tijd');
    value(evening.move('vote'));
    expect(paper(evening)).toMatchObject({ state: 'opening', items: [], opensAt: evening.clock.now() + 10_000 });
    expect(codeOf(evening.cast(writer, {}))).toBe('vote_not_open');
    evening.clock.pass(5_000);
    evening.write(writer, 'op het nippertje');
    evening.clock.pass(5_000);
    expect(paper(evening).items.map(({ title }) => title)).toEqual(['op tijd', 'op het nippertje']);
    expect(readVote(evening.room.doc, 'vote', 1)?.state).toBe('open');
    expect(codeOf(evening.services.cards.add(writer.ask, { title: 'te laat' }))).toBe('phase_closed');
  });

  it('happens at once after anything else, and by itself after a restart', () => {
    const evening = new Evening();
    evening.toVote('bankje');
    expect(paper(evening).state).toBe('open');

    const other = new Evening();
    value(other.move('pitch'));
    value(other.move('vote'));
    other.restart();
    other.room.pulse(); // somebody is back: the session is in memory
    other.join();
    other.clock.pass(10_000);
    expect(readVote(other.room.doc, 'vote', 1)?.state).toBe('open');
  });

  it('counts everybody with the right to vote, and those who come while it is open', () => {
    const evening = new Evening();
    const [one, two] = evening.people(2);
    const [card] = evening.toVote('bankje');
    value(evening.services.people.removeAuthor(evening.lead, card!));
    evening.people(2);
    value(evening.services.votes.close(evening.lead, 'vote'));
    value(evening.services.votes.reveal(evening.lead, 'vote'));
    expect(readResults(evening.room.doc)[0]).toMatchObject({ electorate: 5, ballots: 0 });
    expect([one, two].every(Boolean)).toBe(true);
  });

  it('is not written again with all its items for everybody who joins', () => {
    const store = memoryStore();
    let written = 0;
    const put: typeof store.votes.put = (...args) => {
      written++;
      store.votes.put(...args);
    };
    const evening = new Evening({ store: { ...store, votes: { ...store.votes, put } } });
    evening.toVote('bankje');
    const before = written;
    evening.people(20);
    expect(written).toBe(before);
    evening.restart();
    expect(evening.server.door.desk(evening.code).pulse().turnout).toEqual({ voted: 0, of: 21 });
  });
});

describe('a ballot', () => {
  it('can be changed until the close, also after a restart; the last one counts', () => {
    const evening = new Evening();
    const [ann, bob] = evening.people(2);
    const [first, second] = evening.toVote('bankje', 'boom');
    expect(value(evening.cast(ann!, { [first!]: 2, [second!]: 0 })).ballot).toEqual({ dots: { [first!]: 2 } });
    value(evening.cast(bob!, { [first!]: 1 }));
    evening.restart();
    expect(value(evening.services.votes.ownBallot(ann!.ask, ann!.token, 'vote')).ballot).toEqual({
      dots: { [first!]: 2 },
    });
    value(evening.cast(ann!, { [second!]: 2 }));
    expect(value(evening.services.people.me(ann!.ask)).voted).toEqual(['vote:1']);
    expect(evening.server.door.desk(evening.code).pulse()).toEqual({ joined: 3, turnout: { voted: 2, of: 3 } });

    value(evening.services.votes.close(evening.lead, 'vote'));
    expect(codeOf(evening.cast(ann!, { [first!]: 1 }))).toBe('vote_not_open');
    value(evening.services.votes.reveal(evening.lead, 'vote'));
    const [result] = readResults(evening.room.doc);
    expect(result!.ranking.map(({ id, value: dots, voters }) => [id, dots, voters])).toEqual([
      [second, 2, 1],
      [first, 1, 1],
    ]);
    expect(result!.commit).toBe(commitment(result!.seed));
  });

  it('that comes at the same moment as others is stored with them, and has an answer of its own', () => {
    let transactions = 0;
    const store = memoryStore();
    const transaction = <T>(work: () => T) => (transactions++, store.transaction(work));
    const evening = new Evening({ store: { ...store, transaction } });
    const [ann, bob] = evening.people(2);
    const [first, second] = evening.toVote('bankje', 'boom');
    const cast = ({ ask, token }: typeof ann & object, dots: Record<string, number>) => ({
      ask,
      token,
      phase: 'vote',
      ballot: { dots },
    });
    const before = transactions;
    const answers = evening.services.votes.castAll(evening.code, [
      cast(ann!, { [first!]: 1 }),
      cast(bob!, { [first!]: 3 }),
      cast(ann!, { [second!]: 2 }),
    ]);
    expect(transactions - before).toBe(1);
    expect(answers.map((one) => (one.ok ? one.value.ballot : one.code))).toEqual([
      { dots: { [first!]: 1 } },
      'bad_ballot',
      { dots: { [second!]: 2 } },
    ]);
    expect(evening.server.door.desk(evening.code).pulse().turnout).toEqual({ voted: 1, of: 3 });
    expect(value(evening.services.votes.ownBallot(ann!.ask, ann!.token, 'vote')).ballot).toEqual({
      dots: { [second!]: 2 },
    });
  });

  it('is refused when it is not lawful, or not from a voter', () => {
    const evening = new Evening();
    const [ann, bob] = evening.people(2);
    const [card] = evening.toVote('bankje');
    const { votes } = evening.services;
    expect(codeOf(evening.cast(ann!, { [card!]: 3 }))).toBe('bad_ballot');
    expect(codeOf(evening.cast(ann!, { nothing: 1 }))).toBe('unknown_item');
    expect(codeOf(votes.cast(ann!.ask, ann!.token, 'vote', { approve: [card!] }))).toBe('bad_ballot');
    expect(codeOf(votes.cast(ann!.ask, bob!.token, 'vote', { dots: {} }))).toBe('bad_token');
    expect(codeOf(votes.cast(evening.lead, evening.facilitatorToken, 'vote', { dots: {} }))).toBe('not_allowed');
    expect(codeOf(votes.cast(ann!.ask, ann!.token, 'pitch', { dots: {} }))).toBe('vote_not_open');
  });

  it('loses what is hidden meanwhile, and gets it back when it is shown again', () => {
    const evening = new Evening();
    const [ann] = evening.people(1);
    const [first, second] = evening.toVote('bankje', 'boom');
    value(evening.cast(ann!, { [first!]: 2, [second!]: 1 }));
    value(evening.services.cards.hide(evening.lead, first!, 'namen'));
    expect(paper(evening).items).toMatchObject([
      { id: first, title: '', struck: true },
      { id: second, struck: false },
    ]);
    value(evening.services.cards.show(evening.lead, first!));
    expect(paper(evening).items[0]).toMatchObject({ title: 'bankje', struck: false });
    value(evening.services.cards.hide(evening.lead, first!, 'namen'));
    value(evening.services.votes.close(evening.lead, 'vote'));
    value(evening.services.votes.reveal(evening.lead, 'vote'));
    expect(readResults(evening.room.doc)[0]!.ranking).toMatchObject([{ id: second, value: 1 }]);
  });
});

describe('leaving an open vote', () => {
  it('asks', () => {
    const evening = new Evening();
    evening.toVote('bankje');
    expect(codeOf(evening.move('next'))).toBe('vote_open');
    expect(evening.session.phase).toBe('vote');
  });

  it('lets it run on: ballots still count, also when the vote is come back to', () => {
    const evening = new Evening();
    const [ann, bob] = evening.people(2);
    const [card] = evening.toVote('bankje');
    value(evening.move('next', { vote: 'runOn' }));
    value(evening.cast(ann!, { [card!]: 1 }));
    expect(value(evening.move('vote'))).toMatchObject({ phase: 'vote', run: 1 });
    value(evening.cast(bob!, { [card!]: 2 }));
    value(evening.move('next', { vote: 'runOn' }));
    value(evening.services.votes.close(evening.lead, 'vote'));
    value(evening.services.votes.reveal(evening.lead, 'vote'));
    expect(readResults(evening.room.doc)[0]!.ranking[0]).toMatchObject({ value: 3, voters: 2 });
  });

  it('aborts it: ballots and roll are destroyed, and a new run begins empty', () => {
    const evening = new Evening();
    const [ann] = evening.people(1);
    const [card] = evening.toVote('bankje');
    value(evening.cast(ann!, { [card!]: 1 }));
    value(evening.move('next', { vote: 'abort' }));
    const key = { session: evening.code, phase: 'vote', run: 1 };
    expect([evening.store.box.all(key), evening.store.roll.count(key)]).toEqual([[], 0]);
    expect(readVote(evening.room.doc, 'vote', 1)?.state).toBe('aborted');
    expect(codeOf(evening.services.votes.close(evening.lead, 'vote'))).toBe('vote_not_open');
    expect(value(evening.move('vote')).run).toBe(2);
    expect(value(evening.services.votes.ownBallot(ann!.ask, ann!.token, 'vote'))).toMatchObject({
      run: 2,
      ballot: null,
    });
  });
});

describe('closing and revealing', () => {
  it('go in order, once', () => {
    const evening = new Evening();
    evening.toVote('bankje');
    const { votes } = evening.services;
    expect(codeOf(votes.reveal(evening.lead, 'vote'))).toBe('vote_not_closed');
    value(votes.close(evening.lead, 'vote'));
    expect(codeOf(votes.close(evening.lead, 'vote'))).toBe('vote_not_open');
    value(votes.reveal(evening.lead, 'vote'));
    expect(codeOf(votes.reveal(evening.lead, 'vote'))).toBe('vote_not_closed');
    expect(codeOf(votes.abort(evening.lead, 'vote'))).toBe('vote_not_open');
  });

  it('reveal the run that is closed, also when a new one is open', () => {
    const evening = new Evening();
    evening.toVote('bankje');
    value(evening.services.votes.close(evening.lead, 'vote'));
    value(evening.move('vote'));
    value(evening.services.votes.reveal(evening.lead, 'vote'));
    expect(readResults(evening.room.doc).map(({ run }) => run)).toEqual([1]);
  });

  it('do nothing at all when the store fails in the middle', () => {
    const evening = new Evening();
    const [ann] = evening.people(1);
    const [card] = evening.toVote('bankje');
    value(evening.cast(ann!, { [card!]: 1 }));
    const { put } = evening.store.results;
    evening.store.results.put = () => {
      throw new Error('disk');
    };
    expect(() => evening.services.votes.close(evening.lead, 'vote')).toThrow('disk');
    evening.store.results.put = put;
    expect(paper(evening).state).toBe('open');
    expect(readVote(evening.room.doc, 'vote', 1)?.state).toBe('open');
    expect(value(evening.services.votes.ownBallot(ann!.ask, ann!.token, 'vote')).ballot).not.toBeNull();
    value(evening.services.votes.close(evening.lead, 'vote'));
  });
});
