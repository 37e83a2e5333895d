/** Exact numbers of a count as people read them; rounded only here (DOMAIN 4.1). Pure. */
import type { Exact } from '../../shared/tally/fraction.ts';

/** Rounded half up to so many decimals, without those that are 0: `{ whole: '3', rest: '4' }` for 17/5. */
function decimal(exact: Exact, decimals: number): { whole: bigint; rest: string } {
  const [top, bottom = 1n] = exact.split('/').map(BigInt) as [bigint, bigint?];
  const scale = 10n ** BigInt(decimals);
  const scaled = (2n * top * scale + bottom) / (2n * bottom);
  const rest = `${scaled % scale}`.padStart(decimals, '0').replace(/0+$/, '');
  return { whole: scaled / scale, rest: decimals === 0 ? '' : rest };
}

/** As a number to write, at most so many decimals; of a share in percents, `times` is 100. */
export function rounded(exact: Exact, decimals = 1, times = 1): number {
  const [top, bottom = '1'] = exact.split('/') as [string, string?];
  const { whole, rest } = decimal(`${BigInt(top) * BigInt(times)}/${bottom}`, decimals);
  return Number(rest === '' ? `${whole}` : `${whole}.${rest}`);
}
