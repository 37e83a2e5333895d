/** So many tiles fit on the wall; more take turns. Pure. */
export const perPage = 12;

/** Which page is shown, at this server time: each as long as it takes to read. */
export function pageAt(count: number, now: number, every = 12_000): number {
  const pages = Math.max(1, Math.ceil(count / perPage));
  return Math.floor(now / every) % pages;
}
