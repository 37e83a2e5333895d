/** Votes, from the items at the opening to the result. Nothing here joins the roll with the box. */
import type { Result } from '../../../shared/model.ts';
import type { VoteRecord } from '../../../shared/vote.ts';
import type { Statements } from '../statements.ts';
import type { Store } from '../store.ts';

type Votes = Pick<Store, 'votes' | 'roll' | 'box' | 'ballots' | 'results'>;

export function voteTables(
  { votes, roll, box, ballots, results }: Statements,
  transaction: Store['transaction'],
): Votes {
  return {
    votes: {
      put: (key, vote) => void votes.put.run({ ...key, vote: JSON.stringify(vote) }),
      get(key) {
        const row = votes.get.get(key);
        return row && parseVote(row);
      },
      of: (session) => votes.of.all({ session }).map(parseVote),
      setElectorate: (key, size) => void votes.setElectorate.run({ ...key, size }),
      electorate: (key) => votes.electorate.get(key)?.size ?? 0,
    },
    roll: {
      add: (key, participant, final = false) => void roll.add.run({ ...key, participant, final: Number(final) }),
      isFinal: (key, participant) => roll.isFinal.get({ ...key, participant }) !== null,
      has: (key, participant) => roll.has.get({ ...key, participant }) !== null,
      count: (key) => roll.count.get(key)?.count ?? 0,
      clear: (key) => void roll.clear.run(key),
    },
    box: {
      put: (key, slot, ballot) => void box.put.run({ ...key, slot, ballot }),
      get: (key, slot) => box.get.get({ ...key, slot })?.ballot ?? null,
      all: (key, mark = '') => box.all.all({ ...key, mark }).map(({ ballot }) => ballot),
      remove: (key, slot) => void box.remove.run({ ...key, slot }),
      clear: (key) => void box.clear.run(key),
    },
    ballots: {
      add(key, added) {
        transaction(() => {
          for (const { id, ballot } of added) ballots.add.run({ ...key, id, ballot });
        });
      },
      of: (key) => ballots.of.all(key),
    },
    results: {
      put(session, result, revealed) {
        const { phase, run } = result;
        results.put.run({ session, phase, run, result: JSON.stringify(result), revealed: Number(revealed) });
      },
      get(key) {
        const row = results.get.get(key);
        return row && parseResult(row);
      },
      of: (session) => results.of.all({ session }).map(parseResult),
    },
  };
}

function parseVote({ vote }: { vote: string }): VoteRecord {
  return JSON.parse(vote) as VoteRecord;
}

function parseResult({ result, revealed }: { result: string; revealed: number }): {
  result: Result;
  revealed: boolean;
} {
  return { result: JSON.parse(result) as Result, revealed: revealed === 1 };
}
