/** A paper is packed once for everybody, and each gets their own: what is unpacked is the JSON that was promised. */
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { BallotPaper } from '../../shared/api.ts';
import { Papers } from '../../server/http/paper.ts';

const item = (id: string) => ({
  id,
  title: `Bankjes ${id} 👩🏽‍🌾`,
  text: 'In het park',
  letter: null,
  originals: [],
  struck: false,
});
const paper: BallotPaper = {
  phase: 'vote',
  run: 1,
  state: 'open',
  opensAt: 0,
  method: { kind: 'dots', dots: 3 },
  commit: 'c0ffee',
  items: ['a', 'b', 'c'].map(item),
  ballot: null,
  eligible: true,
  standing: 'decides',
};
const papers = new Papers();
const read = async (one: BallotPaper, gzip = true): Promise<unknown> => {
  const bytes = await papers.write(one, gzip);
  return JSON.parse((gzip ? gunzipSync(bytes) : bytes).toString());
};

describe('a ballot paper', () => {
  it('is the same packed and plain', async () => {
    expect(await read(paper)).toEqual(paper);
    expect(await read(paper, false)).toEqual(paper);
  });

  it('tells each voter their own ballot and nobody else’s', async () => {
    const [one, other, none] = [
      { ...paper, ballot: { dots: { a: 2 } } },
      { ...paper, ballot: { dots: { b: 1 } } },
      paper,
    ];
    expect(await Promise.all([one, other, none].map((own) => read(own)))).toEqual([one, other, none]);
    expect(await read({ ...paper, eligible: false })).toEqual({ ...paper, eligible: false });
  });

  it('is another one when the vote moves on or an item is struck', async () => {
    const closed = { ...paper, state: 'closed' as const };
    const struck = { ...paper, items: paper.items.map((one) => ({ ...one, title: '', text: '', struck: true })) };
    expect(await read(closed)).toEqual(closed);
    expect(await read(struck)).toEqual(struck);
    expect(await read(paper)).toEqual(paper);
  });

  it('takes out what the API does not promise', async () => {
    const leaky = { ...paper, tally: { a: 7 }, items: paper.items.map((one) => ({ ...one, votes: 7 })) };
    expect(await read(leaky)).toEqual(paper);
  });
});
