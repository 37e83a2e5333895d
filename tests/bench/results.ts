/** What came of the runs of one scenario. */
import { serverNames, type ServerName } from './servers/server.ts';
import { median } from './statistics.ts';
import { isBottleneck, isDisturbed, type Load } from './window.ts';

/** A run counts only when nothing is missing, no document differs and the generator could keep up. */
export interface Outcome {
  /** deliveries, ballots, … that should have been there */
  missing: number;
  /** verifiers whose document is not the server's */
  differing: number;
  load: Load;
  measured: Record<string, number>;
}

/**
 * `generator`: it was the bottleneck; `disturbed`: something else had the server's core. Either way the figures say little
 * of the server.
 */
export type State = 'counts' | 'generator' | 'disturbed' | 'missing' | 'crashed';

export type Run = (Outcome & { state: Exclude<State, 'crashed'> }) | { state: 'crashed'; why: string };

export interface Result {
  runs: Run[];
  /** the best that any run came to */
  state: State;
  counts: boolean;
  /** of the runs that count; when none does, of those that came to an end */
  median: Record<string, number>;
}

export type Results = Partial<Record<ServerName, Result>>;

export function judgeRun(outcome: Outcome): Run {
  const lost = outcome.missing > 0 || outcome.differing > 0;
  if (lost) return { ...outcome, state: 'missing' };
  if (isBottleneck(outcome.load)) return { ...outcome, state: 'generator' };
  return { ...outcome, state: isDisturbed(outcome.load) ? 'disturbed' : 'counts' };
}

export function crashedRun(error: unknown): Run {
  return { state: 'crashed', why: error instanceof Error ? error.message : String(error) };
}

export function sumUp(runs: Partial<Record<ServerName, Run[]>>): Results {
  const named = serverNames.flatMap((name) => {
    const of = runs[name];
    return of ? [[name, resultOf(of)] as const] : [];
  });
  return Object.fromEntries(named);
}

function resultOf(runs: Run[]): Result {
  const order: State[] = ['counts', 'generator', 'disturbed', 'missing', 'crashed'];
  const state = order.find((one) => runs.some((run) => run.state === one)) ?? 'crashed';
  const ended = runs.filter((run) => run.state !== 'crashed');
  const counting = ended.filter((run) => run.state === 'counts');
  const used = counting.length > 0 ? counting : ended;
  const keys = Object.keys(used[0]?.measured ?? {});
  const medians = keys.map((key) => [key, median(used.map(({ measured }) => measured[key] ?? NaN))] as const);
  return { runs, state, counts: state === 'counts', median: Object.fromEntries(medians) };
}
