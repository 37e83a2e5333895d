import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Together } from '../../server/http/together.ts';
import { limits } from '../../shared/limits.ts';

describe('people who ask at the same moment', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setImmediate', 'setTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  function makeDesk(took = 5) {
    const rounds: string[] = [];
    let now = 0;
    const together = new Together<number, string>(
      (key, inputs) => {
        rounds.push(`${key} ${inputs.join()}`);
        now += took; // the disk
        if (inputs.includes(13)) throw new Error('no');
        return inputs.map((input) => `${key}${input}`);
      },
      { now: () => now },
    );
    return { rounds, ask: (key: string, input: number) => together.ask(key, input) };
  }

  it('are answered in one round, each with their own answer', async () => {
    const { rounds, ask } = makeDesk();
    const asked = [ask('a', 1), ask('b', 2), ask('a', 3)];
    await vi.advanceTimersByTimeAsync(0);
    expect(await Promise.all(asked)).toEqual(['a1', 'b2', 'a3']);
    expect(rounds).toEqual(['a 1,3', 'b 2']);
  });

  it('wait nine times as long as the last round took, and not when it was quiet', async () => {
    const { rounds, ask } = makeDesk(6);
    void ask('a', 1);
    await vi.advanceTimersByTimeAsync(0);
    void ask('a', 2);
    await vi.advanceTimersByTimeAsync(53);
    void ask('a', 3);
    expect(rounds).toEqual(['a 1']);
    await vi.advanceTimersByTimeAsync(1);
    expect(rounds).toEqual(['a 1', 'a 2,3']);
    await vi.advanceTimersByTimeAsync(54);
    void ask('a', 4);
    await vi.advanceTimersByTimeAsync(0);
    expect(rounds).toEqual(['a 1', 'a 2,3', 'a 4']);
  });

  it('wait a tick at least, however quick the disk is', async () => {
    const { rounds, ask } = makeDesk(0);
    void ask('a', 1);
    await vi.advanceTimersByTimeAsync(0);
    void ask('a', 2);
    await vi.advanceTimersByTimeAsync(limits.tick - 1);
    expect(rounds).toEqual(['a 1']);
    await vi.advanceTimersByTimeAsync(1);
    expect(rounds).toEqual(['a 1', 'a 2']);
  });

  it('all hear what went wrong, and the next ones are answered', async () => {
    const { ask } = makeDesk();
    const failed = Promise.allSettled([ask('a', 1), ask('a', 13)]);
    const other = ask('b', 2);
    await vi.advanceTimersByTimeAsync(0);
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await other).toBe('b2');
    const next = ask('a', 4);
    await vi.advanceTimersByTimeAsync(90);
    expect(await next).toBe('a4');
  });
});
