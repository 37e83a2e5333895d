/** Exact numbers for counting: a fraction of two whole numbers of any size, always in lowest terms with a positive bottom. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** A fraction as text, the way a result keeps it and a person writes it: `12`, `61/15`, `-1/2`. */
export type Exact = string;

export const zero: Fraction = { top: 0n, bottom: 1n };

/** Throws on a bottom of 0: that is a bug of the caller. */
export function fraction(top: bigint | number, bottom: bigint | number = 1n): Fraction {
  const [up, down] = [BigInt(top), BigInt(bottom)];
  if (down === 0n) throw new RangeError('A fraction with bottom 0.');
  const shared = gcd(up, down) * (down < 0n ? -1n : 1n);
  return { top: up / shared, bottom: down / shared };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

/** Negative when `a` is less, 0 when they are equal, positive when `a` is more. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sum(values: readonly Fraction[]): Fraction {
  return values.reduce(add, zero);
}

/** Of at least one value. */
export function mean(values: readonly Fraction[]): Fraction {
  return divide(sum(values), fraction(values.length));
}

/** The middle value of at least one; of an even number the mean of the two in the middle. */
export function median(values: readonly Fraction[]): Fraction {
  const sorted = [...values].sort(compare);
  const half = Math.floor(sorted.length / 2);
  return mean(sorted.slice(sorted.length % 2 === 0 ? half - 1 : half, half + 1));
}

/** The greatest whole number that is not more. */
export function floor({ top, bottom }: Fraction): bigint {
  return top < 0n && top % bottom !== 0n ? top / bottom - 1n : top / bottom;
}

export function write({ top, bottom }: Fraction): Exact {
  return bottom === 1n ? `${top}` : `${top}/${bottom}`;
}

/** Reads what `write` wrote; throws on anything else. */
export function read(text: Exact): Fraction {
  const [top = '', bottom = '1'] = text.split('/');
  return fraction(BigInt(top), BigInt(bottom));
}

/** Not negative; of 0 and 0 it is 1, so that it can always be divided by. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
