/** On a slow line somebody presses on: every press is sent, in order, and none is lost without a word. */
import { describe, expect, it } from 'vitest';
import { Presses } from '../../client/board/presses.svelte.ts';
import { Acting } from '../../client/phases/match/acting.svelte.ts';
import type { Board } from '../../client/board/board.svelte.ts';

/** Answers when it is told to. */
function slowLine() {
  const waiting: { path: string; answer: (reply: unknown) => void }[] = [];
  const send = (_method: string, path: string) => new Promise((answer) => waiting.push({ path, answer }));
  const board = { code: 'C', role: 'facilitator', api: { send } } as unknown as Board;
  const answer = async (reply: unknown) => {
    waiting.shift()?.answer(reply);
    await new Promise((done) => setTimeout(done));
  };
  return { board, answer, sent: () => waiting.map(({ path }) => path) };
}
const ok = { ok: true, value: {} };

describe('a view on a slow line', () => {
  it('sends a second, different press when the first was answered', async () => {
    const { board, answer, sent } = slowLine();
    const acting = new Acting(board);
    const first = acting.do('call', '/call', { call: 'once' });
    const second = acting.do('call', '/call', { call: 'twice' });
    const other = acting.do('clock', '/clock', {});
    await Promise.resolve();
    expect(sent()).toEqual(['/sessions/C/call']);
    expect([acting.isBusy('call'), acting.isBusy('clock')]).toEqual([true, true]);
    await answer(ok);
    expect(sent()).toEqual(['/sessions/C/call']);
    await answer(ok);
    expect(sent()).toEqual(['/sessions/C/clock']);
    await answer(ok);
    expect(await Promise.all([first, second, other])).toEqual([true, true, true]);
    expect(acting.isBusy('call')).toBe(false);
  });

  it('takes the same press twice for one', async () => {
    const { board, answer } = slowLine();
    const acting = new Acting(board);
    const first = acting.do('bid:1', '/bids', { text: 'soep' });
    expect(await acting.do('bid:1', '/bids', { text: 'soep' })).toBe(false);
    await Promise.resolve();
    await answer(ok);
    expect(await first).toBe(true);
  });

  it('still says what was refused when the press after it went through', async () => {
    const { board, answer } = slowLine();
    const acting = new Acting(board);
    const first = acting.do('call', '/call', { call: 'once' });
    const second = acting.do('clock', '/clock');
    await Promise.resolve();
    await answer({ ok: false, code: 'phase_closed' });
    await answer(ok);
    expect(await Promise.all([first, second])).toEqual([false, true]);
    expect(acting.refused).toBe('phase_closed');
    const third = acting.do('clock', '/clock');
    await Promise.resolve();
    await answer(ok);
    await third;
    expect(acting.refused).toBe(null);
  });

  it('goes on after a press that broke', async () => {
    const presses = new Presses();
    const broken = presses.take('a', 1, () => Promise.reject(new Error('gone')));
    const next = presses.take('b', 1, () => Promise.resolve('done'));
    await expect(broken).rejects.toThrow('gone');
    expect(await next).toBe('done');
    expect(presses.idle).toBe(true);
  });
});
