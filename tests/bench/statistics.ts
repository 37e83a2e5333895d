/** Of measured values, in any order; NaN of none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

/** What is said of how long something took. */
export function spread(values: readonly number[]): Record<'p50' | 'p95' | 'most', number> {
  return { p50: percentile(values, 50), p95: percentile(values, 95), most: percentile(values, 100) };
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}
