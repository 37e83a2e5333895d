/** What the results must be, as data, judged over the medians. */
import type { Results } from './results.ts';
import type { ServerName } from './servers/server.ts';

export interface Bound {
  /** such as `p95 at most 2.0 × raw` */
  text: string;
  /** Null when something that is needed for it was not measured, or not well. */
  judge(results: Results): Verdict | null;
}

export interface Verdict {
  value: number;
  bound: number;
  ok: boolean;
}

/** Nothing missing, nothing differing, in any run. */
export const complete: Bound = {
  text: 'nothing missing',
  judge(results) {
    const runs = results.kantelbord?.runs ?? [];
    const wrong = runs.filter(({ state }) => state === 'missing' || state === 'crashed').length;
    return runs.length === 0 ? null : { value: wrong, bound: 0, ok: wrong === 0 };
  },
};

/** A measure of Kantelbord's own; `text` says it in its unit. */
export function atMost(text: string, measure: string, bound: number): Bound {
  return { text, judge: (results) => verdict(ours(results, measure), bound) };
}

export function atLeast(text: string, measure: string, bound: number): Bound {
  return {
    text,
    judge(results) {
      const value = ours(results, measure);
      return value === null || !Number.isFinite(value) ? null : { value, bound, ok: value >= bound };
    },
  };
}

/** Two measures of Kantelbord's own. */
export function ratio(text: string, measure: string, to: string, bound: number): Bound {
  return { text, judge: (results) => verdict(divide(ours(results, measure), ours(results, to)), bound) };
}

/** The same measure of Kantelbord and of another in the same run. */
export function against(other: ServerName, text: string, measure: string, bound: number): Bound {
  return { text, judge: (results) => verdict(divide(ours(results, measure), theirs(results, other, measure)), bound) };
}

function verdict(value: number | null, bound: number): Verdict | null {
  return value === null || !Number.isFinite(value) ? null : { value, bound, ok: value <= bound };
}

/** Only of runs that count. */
function ours({ kantelbord }: Results, measure: string): number | null {
  return kantelbord?.counts ? (kantelbord.median[measure] ?? null) : null;
}

/** What it lost is its own affair; that the generator was too slow, or the machine busy, is not. */
function theirs(results: Results, other: ServerName, measure: string): number | null {
  const result = results[other];
  const isOurFault = result?.state === 'generator' || result?.state === 'disturbed';
  return result && !isOurFault ? (result.median[measure] ?? null) : null;
}

function divide(value: number | null, by: number | null): number | null {
  return value === null || by === null ? null : value / by;
}
