/** Amounts as Pabulib writes them: whole, or with a point. Read in units, so that none is rounded. */
const amount = /^(\d{1,13})(?:\.(\d{1,9}))?$/;

/** 1, 10, 100 … so that this amount is a whole number of units. */
export function scaleOf(text: string): number {
  return 10 ** (amount.exec(text)?.[2] ?? '').replace(/0+$/, '').length;
}

/** In units; null when it is no amount, or too great to be exact. */
export function readAmount(text: string, scale: number): number | null {
  const [, whole, decimals = ''] = amount.exec(text) ?? [];
  if (whole === undefined) return null;
  const places = Math.round(Math.log10(scale));
  const units = BigInt(whole + decimals.padEnd(places, '0').slice(0, places));
  return units <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(units) : null;
}
