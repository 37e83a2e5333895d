/** Whole numbers as people write them: 1.500 and 1,500. */
const dutch = new Intl.NumberFormat('nl-NL');
const british = new Intl.NumberFormat('en-GB');

export const nl = (n: number): string => dutch.format(n);
export const en = (n: number): string => british.format(n);
