/** Whole numbers as people write them: 1.500 and 1,500. */
const dutch = new Intl.NumberFormat('nl-NL');
const british = new Intl.NumberFormat('en-GB');

export const nl = (n: number): string => dutch.format(n);
export const en = (n: number): string => british.format(n);

export const euroNl = (n: number): string => `€\u00a0${nl(n)}`;
export const euroEn = (n: number): string => `€${en(n)}`;
/** "1 stem", "1.500 stemmen" */
export const manyNl = (n: number, one: string, more: string): string => `${nl(n)} ${n === 1 ? one : more}`;
export const manyEn = (n: number, one: string, more: string): string => `${en(n)} ${n === 1 ? one : more}`;
