/** What is wrong with a format, with the place and the reason: closed words that the client says in sentences. */
import * as v from 'valibot';
import type { Format } from './format.ts';
import { formatSchema, type Unsound } from './sound.ts';

/** missing: not there, or empty. unknown: not one of the words there are. wrong: not of this shape, or out of bounds. */
export type FaultReason = Unsound | 'missing' | 'unknown';

export interface Fault {
  /** `phases.3.prompt.nl`: keys and places, from 0 */
  path: string;
  reason: FaultReason;
}

/** More than anybody reads. */
const most = 10;

export function checkFormat(value: unknown): { ok: true; format: Format } | { ok: false; faults: Fault[] } {
  const read = v.safeParse(formatSchema, value);
  if (read.success) return { ok: true, format: read.output };
  return { ok: false, faults: read.issues.slice(0, most).map(faultOf) };
}

/** As the detail of a refusal: `phases.3.prompt.nl: missing; phases.4.kind: unknown`. */
export function faultText(faults: readonly Fault[]): string {
  return faults.map(({ path, reason }) => `${path}: ${reason}`).join('; ');
}

/** What `faultText` wrote; lines that are none are left out. */
export function readFaults(text: string): Fault[] {
  return text.split('; ').flatMap((line) => {
    const [, path, reason] = /^([\w.-]*): ([a-z]+)$/.exec(line) ?? [];
    return path !== undefined && isReason(reason) ? [{ path, reason }] : [];
  });
}

export function faultOf(issue: v.BaseIssue<unknown>): Fault {
  return { path: v.getDotPath(issue) ?? '', reason: reasonOf(issue) };
}

function reasonOf(issue: v.BaseIssue<unknown>): FaultReason {
  if (issue.type === 'raw_check') return isReason(issue.message) ? issue.message : 'wrong';
  if (issue.received === 'undefined' || issue.received === '""' || issue.type === 'non_empty') return 'missing';
  return issue.type === 'variant' || issue.type === 'picklist' || issue.type === 'literal' ? 'unknown' : 'wrong';
}

const reasons: readonly FaultReason[] = ['twice', 'absent', 'later', 'ring', 'missing', 'unknown', 'wrong'];

function isReason(word: string | undefined): word is FaultReason {
  return reasons.some((reason) => reason === word);
}
