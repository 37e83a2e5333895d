import { expect, it, vi } from 'vitest';
import type { VotePhase } from '../../shared/format.ts';
import type { Crew } from '../../server/rehearsal/crew.ts';
import { Refused } from '../../server/rehearsal/doors.ts';
import { vote } from '../../server/rehearsal/voting.ts';

it('a rehearsal waits for a vote that is counted in the thread', async () => {
  vi.useFakeTimers();
  const asked: string[] = [];
  const command = (_: string, path: string) => {
    asked.push(path);
    const counting = path.endsWith('/reveal') && asked.length < 4;
    return counting ? Promise.reject(new Refused('POST: 409 vote_counting')) : Promise.resolve();
  };
  const nothing = () => Promise.resolve();
  const crew = { session: { run: 1 }, people: [], lead: { command, line: { until: nothing } } };
  const held = vote({ id: 'v' } as VotePhase, { ...crew, pace: { crowd: nothing, dwell: nothing } } as unknown as Crew);
  await vi.runAllTimersAsync();
  await held;
  vi.useRealTimers();
  expect(asked).toEqual(['/votes/v/close', '/votes/v/reveal', '/votes/v/reveal', '/votes/v/reveal']);
});
