import type { Card } from '../../shared/model.ts';
import type { Entry } from '../connection/journal.ts';

/** Cards the journal still has to bring to the board, as cards without a number. */
export function unlanded(entries: readonly Entry[]): Card[] {
  return entries.flatMap(({ step }) => {
    if (step.type !== 'card.make') return [];
    const empty = { cluster: null, number: 0, at: 0, phase: null, run: 0, table: null, via: null, gone: null } as const;
    const { fields = {}, on = null, column = null } = step.card;
    return [{ ...step.card, fields, on, column, ...empty, mergedFrom: [], mergedInto: null }];
  });
}
