/** What a method gives per item: higher is better, compared from the first number on. */
export type Score = readonly [value: number, voters: number];
