import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace, type WatchKeys } from '../../client/board/pace.ts';

let done: number;
let pace: Pace;
/** somebody types: ms until the last key is long ago */
let next: number;
let shown: () => void;
const keys: WatchKeys = (after) => {
  shown = after;
  return { next: () => next, stop: () => undefined };
};

beforeEach(() => {
  vi.useFakeTimers();
  done = next = 0;
  pace = new Pace(() => done++, 100, keys);
});
afterEach(() => {
  pace.stop();
  vi.useRealTimers();
});

describe('work at a pace', () => {
  it('is done at once after a quiet moment, and once in a rush', () => {
    pace.soon();
    pace.soon();
    expect(done).toBe(1);
    vi.advanceTimersByTime(100);
    expect(done).toBe(2);
  });

  it('waits for the moment after a key, and is done then', () => {
    next = 300;
    pace.soon();
    expect(done).toBe(0);
    shown();
    expect(done).toBe(1);
  });

  it('is not done after every key, but with the rest in between', () => {
    next = 300;
    pace.soon();
    shown();
    pace.soon();
    shown();
    expect(done).toBe(1);
    vi.advanceTimersByTime(100);
    shown();
    expect(done).toBe(2);
  });

  it('is done when no other key comes', () => {
    next = 300;
    pace.soon();
    next = 0;
    vi.advanceTimersByTime(300);
    expect(done).toBe(1);
  });

  it('is not done after a key when nothing was asked', () => {
    shown();
    expect(done).toBe(0);
  });

  it('leaves a page that is slow a longer rest, which has an end', () => {
    let rounds = 0;
    const late = new Pace(() => {
      rounds++;
      vi.advanceTimersByTime(30);
    }, 100);
    late.now();
    vi.advanceTimersByTime(1);
    late.soon();
    vi.advanceTimersByTime(200);
    expect(rounds).toBe(1);
    vi.advanceTimersByTime(100);
    expect(rounds).toBe(2);
    late.stop();
  });
});
