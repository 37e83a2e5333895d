import type { Result } from '../../../shared/model.ts';
import type { Method } from '../../../shared/phases/vote.ts';

/** Whole numbers that are drawn as dots: what the first votes of the product were. The others are told by their exact values. */
export type Plain = Extract<Method, { kind: 'dots' | 'approval' }>;
export type PlainResult = Result & { method: Plain };

export function isPlain(result: Result): result is PlainResult {
  return result.method.kind === 'dots' || result.method.kind === 'approval';
}
