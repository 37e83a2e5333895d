import { describe, expect, it } from 'vitest';
import { runRecount } from '../../server/recounting.ts';
import { randomBallot } from '../../server/rehearsal/ballots.ts';
import { readResults } from '../../shared/document.ts';
import { checkFormat } from '../../shared/faults.ts';
import type { Method } from '../../shared/phases/vote.ts';
import type { Ballot } from '../../shared/vote.ts';
import { everyMethod, formatWith } from '../support/methods.ts';
import type { Random } from '../../shared/ids.ts';
import { codeOf, Evening, origin, seeded, value, type Person } from './evening.ts';

const costs = [900, 400, 1_500, 700, 1_200];

/** An evening in which `people` vote by this method; each sits at a table of two. */
function evening(method: Method, people = 6, random?: Random) {
  const hall = new Evening({ format: formatWith(method), ...(random && { random }) });
  const voters = Array.from({ length: people }, (_, n) =>
    hall.join({ group: n % 2 ? 'inwoner' : 'raadslid', table: 1 + Math.floor(n / 2) }),
  );
  value(hall.move('pitch'));
  const items = costs.map((cost, n) => {
    return value(hall.services.cards.add(voters[0]!.ask, { title: `idee ${n}`, fields: { kosten: `${cost}` } })).id;
  });
  value(hall.move('cluster'));
  hall.clock.pass(60_000);
  value(hall.move('vote'));
  let state = 7;
  const chance = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  const paper = () => value(hall.services.votes.paper(hall.lead, 'vote'));
  return {
    hall,
    voters,
    items,
    paper,
    random: (): Ballot => lawful(randomBallot(method, paper().items, chance)),
    cast: ({ ask, token }: Person, ballot: Ballot) => hall.services.votes.cast(ask, token, 'vote', ballot),
    own: ({ ask, token }: Person) => value(hall.services.votes.ownBallot(ask, token, 'vote')).ballot,
    close: () => value(hall.services.votes.close(hall.lead, 'vote')),
    reveal: () => {
      value(hall.services.votes.reveal(hall.lead, 'vote'));
      return readResults(hall.room.doc)[0]!;
    },
  };

  /** Approval asks for two at least. */
  function lawful(ballot: Ballot): Ballot {
    return 'approve' in ballot && method.kind === 'approval' && ballot.approve.length === 1
      ? { approve: [...new Set([...ballot.approve, items[0]!, items[1]!])].slice(0, 3) }
      : ballot;
  }
}

function recount(file: unknown) {
  let [out, err] = ['', ''];
  const streams = {
    read: () => JSON.stringify(file),
    out: (text: string) => (out += text),
    err: (text: string) => (err += text),
  };
  return { code: runRecount(['session.json'], streams), out, err };
}

describe.each(everyMethod)('%s', (_, method) => {
  it('can be a part of a format', () => expect(checkFormat(formatWith(method)).ok).toBe(true));

  it('is held from the paper to the export, and counted again to the same', async () => {
    const vote = evening(method);
    const { hall, voters } = vote;
    expect(vote.paper()).toMatchObject({ state: 'open', method });
    for (const voter of voters) value(vote.cast(voter, vote.random()));
    const last = value(vote.cast(voters[0]!, vote.random())).ballot;
    hall.restart();
    expect(vote.own(voters[0]!)).toEqual(last);
    vote.close();
    const [result, key] = [vote.reveal(), { session: hall.code, phase: 'vote', run: 1 }];
    const cast = method.kind === 'tables' ? 3 : 6;
    expect([result.ballots, result.electorate, hall.store.ballots.of(key).length]).toEqual([cast, cast, cast]);
    expect(hall.store.box.all(key)).toEqual([]);
    expect(result.ranking).toHaveLength(costs.length);

    const file = value(hall.services.exports.session(hall.lead, false));
    expect(recount(file)).toMatchObject({ code: 0, err: '' });
    const copy = value(hall.services.sessions.import(file, origin));
    const ask = { code: copy.code, identity: hall.identity('facilitator', copy.facilitatorToken, copy.code) };
    expect(readResults(hall.server.rooms.open(copy.code).doc)).toEqual([result]);
    const again = value(hall.services.exports.session(ask, false)) as { votes: unknown };
    expect(recount(again)).toMatchObject({ code: 0, err: '' });
    expect(value(hall.services.exports.resultsCsv(hall.lead)).split('\n').length).toBeGreaterThan(costs.length);

    const ballots = hall.services.exports.ballotsJson(hall.lead, 'vote', 1);
    if (method.kind === 'jury') expect(ballots).toMatchObject({ ok: false, code: 'not_found', detail: 'ballots' });
    else expect(recount(value(ballots))).toMatchObject({ code: 0, err: '' });

    const { steps } = value(await hall.services.votes.steps(voters[0]!.ask, 'vote', 1));
    expect(steps[0]).toMatchObject({ step: 'ballots', cast });
    // jurors of groups so small are counted by group: their ballots stay behind, and with them the steps
    const copied = method.kind === 'jury' ? undefined : steps[0];
    expect(value(await hall.services.votes.steps(ask, 'vote', 1)).steps[0]).toEqual(copied);
  });

  it('lets nothing of what people voted out until the reveal', async () => {
    const voted = async (shift: number) => {
      const vote = evening(method, 6, seeded('same'));
      const ballots = vote.voters.map(() => vote.random());
      for (const [n, voter] of vote.voters.entries()) value(vote.cast(voter, ballots[(n + shift) % 3]!));
      vote.close();
      const { hall } = vote;
      expect(codeOf(await hall.services.votes.steps(hall.lead, 'vote', 1))).toBe('not_found');
      const { exports, sessions } = hall.services;
      const closed = [
        hall.room.doc.toJSON(),
        value(exports.session(hall.lead, true)),
        value(exports.resultsCsv(hall.lead)),
        vote.paper(),
        hall.server.door.desk(hall.code).pulse(),
        value(sessions.console(hall.lead, origin)),
      ];
      return { closed, revealed: vote.reveal() };
    };
    const [one, other] = [await voted(0), await voted(1)];
    expect(one.closed).toEqual(other.closed);
  });

  it('refuses what is not lawful, and loses nothing by it', () => {
    const vote = evening(method);
    const [ann, bob] = [vote.voters[0]!, vote.voters[2]!];
    const mine = value(vote.cast(ann, vote.random())).ballot;
    const wrong = { nonsense: true } as unknown as Ballot;
    expect(codeOf(vote.cast(ann, wrong))).toBe('bad_ballot');
    for (const ballot of unlawful(method, vote.items)) expect(codeOf(vote.cast(ann, ballot))).toBe('bad_ballot');
    expect(codeOf(vote.cast(ann, naming(method, 'zz')))).toBe('unknown_item');
    const { votes } = vote.hall.services;
    expect(codeOf(votes.cast(ann.ask, bob.token, 'vote', vote.random()))).toBe('bad_token');
    const other = new Evening();
    const stranger = other.join();
    expect(() => vote.hall.identity('participant', stranger.token)).toThrow('bad_token');
    expect(vote.own(ann)).toEqual(mine);
    vote.close();
    expect(codeOf(vote.cast(ann, vote.random()))).toBe('vote_not_open');
    expect(vote.reveal().ballots).toBe(1);
  });

  it('loses what is hidden meanwhile, and nothing else', () => {
    const vote = evening(method);
    for (const voter of vote.voters) value(vote.cast(voter, vote.random()));
    const hidden = vote.items[0]!;
    value(vote.hall.services.cards.hide(vote.hall.lead, hidden, 'namen'));
    vote.close();
    const result = vote.reveal();
    expect(result.ranking.map(({ id }) => id).sort()).toEqual(vote.items.slice(1).sort());
    const kept = vote.hall.store.ballots.of({ session: vote.hall.code, phase: 'vote', run: 1 });
    expect(JSON.stringify(kept)).not.toContain(hidden);
    expect(recount(value(vote.hall.services.exports.session(vote.hall.lead, false)))).toMatchObject({ code: 0 });
  });

  it('from two devices at once is one ballot', () => {
    const vote = evening(method);
    const ann = vote.voters[0]!;
    const casts = [vote.random(), vote.random(), vote.random()].map((ballot) => ({ ...ann, phase: 'vote', ballot }));
    const answers = vote.hall.services.votes.castAll(vote.hall.code, casts);
    expect(answers.map(codeOf)).toEqual(['ok', 'ok', 'ok']);
    const last = answers[2]!;
    expect(vote.own(ann)).toEqual(last.ok && last.value.ballot);
    vote.close();
    expect(vote.reveal().ballots).toBe(1);
  });
});

/** A ballot of this method that names this item. */
function naming(method: Method, id: string): Ballot {
  switch (method.kind) {
    case 'approval':
    case 'tables':
      return { approve: [id] };
    case 'single':
      return { choose: id };
    case 'dots':
      return { dots: { [id]: 1 } };
    case 'points':
      return { points: { [id]: 1 } };
    case 'score':
      return { scores: { [id]: 1 } };
    case 'jury':
      return { marks: { [id]: { slim: 1, haalbaar: 1 } } };
    case 'ranked':
      return { ranking: [id] };
    case 'pairwise':
      return { duels: [{ left: id, right: `${id}x`, choice: 'left' }] };
    case 'consent':
      return { answers: { [id]: 'yes' } };
    case 'budget':
      return method.ballot === 'points'
        ? { points: { [id]: 1 } }
        : method.ballot === 'ranking'
          ? { ranking: [id] }
          : { approve: [id] };
    case 'allocate':
      return { percent: { [id]: 100 } };
    case 'vouchers':
      return { vouchers: { [id]: 1 } };
  }
}

/** Past a bound, twice the same, of another method. */
function unlawful(method: Method, items: readonly string[]): Ballot[] {
  const [a, b] = items as [string, string];
  const strange: Ballot = method.kind === 'single' ? { approve: [a] } : { choose: a };
  switch (method.kind) {
    case 'approval':
      return [strange, { approve: [a] }, { approve: items.slice(0, 4) }, { approve: [a, a] }];
    case 'tables':
      return [strange, { approve: items.slice(0, 3) }, { dots: { [a]: 1 } }];
    case 'single':
      return [strange];
    case 'dots':
      return [
        strange,
        { dots: { [a]: 4 } },
        { dots: { [a]: 3, [b]: 3 } },
        { dots: { [a]: -1 } },
        { dots: { [a]: 0.5 } },
      ];
    case 'points':
      return [strange, { points: { [a]: 6, [b]: 5 } }, { points: { [a]: -1, [b]: 5 } }];
    case 'score':
      return [strange, { scores: { [a]: 6 } }, { scores: { [a]: -1 } }];
    case 'jury':
      return [
        strange,
        { marks: { [a]: { slim: 6 } } },
        { marks: { [a]: { mooi: 3 } } },
        { marks: { [a]: { slim: 0 } } },
      ];
    case 'ranked':
      return [strange, { ranking: [a, a] }, ...(method.length < 5 ? [{ ranking: [...items] }] : [])];
    case 'pairwise':
      return [
        strange,
        { duels: [{ left: a, right: a, choice: 'left' }] },
        { duels: [a, b].map((left) => ({ left, right: left === a ? b : a, choice: 'left' as const })) },
        {
          duels: items.flatMap((left, n) =>
            items.slice(n + 1).map((right) => ({ left, right, choice: 'left' as const })),
          ),
        },
      ];
    case 'consent':
      return [strange, { answers: { [a]: 'maybe' } } as unknown as Ballot];
    case 'budget':
      if (method.ballot === 'points') return [strange, { points: { [a]: 6, [b]: 5 } }, { approve: [a] }];
      if (method.ballot === 'ranking') return [strange, { ranking: [...items] }, { approve: [a] }];
      return [
        strange,
        { points: { [a]: 1 } },
        { ranking: [a] },
        { approve: [a, a] },
        ...(method.max || method.maxCost ? [{ approve: [...items] }] : []),
      ];
    case 'allocate':
      return [strange, { percent: { [a]: 60, [b]: 39 } }, { percent: { [a]: 60, [b]: 60 } }];
    case 'vouchers':
      return [strange, { vouchers: { [a]: 6 } }, { vouchers: { [a]: 3, [b]: 3 }, next: a }];
  }
}
