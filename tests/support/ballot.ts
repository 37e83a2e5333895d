/** A ballot in a test: a paper, a board that answers, and a shelf that remembers. */
import type { BallotPaper } from '../../shared/api.ts';
import type { Method } from '../../shared/phases/vote.ts';
import type { Ballot } from '../../shared/vote.ts';
import type { Reply } from '../../client/connection/api.ts';
import type { BallotShelf, Kept } from '../../client/phases/vote/kept.ts';
import { Paper, type VotingBoard } from '../../client/phases/vote/paper.svelte.ts';
import { emptyPicture } from '../../client/board/picture.ts';

export const dots: Method = { kind: 'dots', dots: 3, maxPerItem: 2 };
export const approval: Method = { kind: 'approval', max: 2 };

export function ballotBox(method: Method, titles = ['Bankjes', 'Soep', 'Licht'], kept: Kept | null = null) {
  const answers: Reply<unknown>[] = [];
  const sent: Ballot[] = [];
  let onShelf = kept;
  let taken: Ballot | null = null;
  const items = titles.map((title) => ({ id: title, title, text: '', letter: null, originals: [], struck: false }));
  const served: BallotPaper = {
    phase: 'vote',
    run: 1,
    state: 'open',
    opensAt: 0,
    method,
    commit: '',
    items,
    ballot: null,
    eligible: true,
    standing: 'decides',
  };
  const shelf: BallotShelf = {
    load: () => onShelf,
    keep: (what) => void (onShelf = what),
    sent: (ballot) => void (taken = ballot),
    wipe: (all) => {
      onShelf = null;
      if (all) taken = null;
    },
  };
  const api = {
    get: <T>() => Promise.resolve({ ok: true, value: structuredClone(served) } as Reply<T>),
    send: <T>(_method: string, _path: string, body?: unknown) => {
      sent.push(body as Ballot);
      return Promise.resolve((answers.shift() ?? { ok: true, value: {} }) as Reply<T>);
    },
  };
  const me = { participant: { id: 'ans', number: 1, name: '', group: '', table: null, duties: [] }, voted: [] };
  const board = { code: 'KRAS-7QXM', api, picture: emptyPicture, me } as unknown as VotingBoard;
  return {
    paper: new Paper(board, 'vote', 1, shelf),
    served,
    sent,
    /** What the next sends get. */
    answer: (...replies: Reply<unknown>[]) => answers.push(...replies),
    kept: () => onShelf,
    taken: () => taken,
  };
}

export const offline: Reply<never> = { ok: false, code: 'offline', detail: null };
