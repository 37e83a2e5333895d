/** Pieces of the schemas that settings and ballots of several methods share. */
import * as v from 'valibot';
import { limits } from '../limits.ts';

export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Item ids, each at most once. */
export const ids = v.pipe(
  v.array(v.string()),
  v.maxLength(limits.itemsPerVote),
  v.check((list) => new Set(list).size === list.length, 'the same item twice'),
);

/** Item id → how many. */
export const amounts = (most: number) => v.record(v.string(), whole(0, most));

/** A whole amount of money, in the unit of the poll. */
export const money = whole(0, Number.MAX_SAFE_INTEGER);
