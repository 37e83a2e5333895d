/** Typing in a text that others change at the same time: what changed, and where that leaves the caret. Pure. */

/** One deletion and one insertion that turn one text into another. */
interface Change {
  at: number;
  gone: number;
  come: string;
}

function changeOf(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at++;
  let end = 0;
  while (end < most - at && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { at, gone: before.length - at - end, come: after.slice(at, after.length - end) };
}

/** Where a caret goes when the text around it changes: before the change it stays, behind it moves along. */
export function moveCaret(caret: number, before: string, after: string): number {
  const { at, gone, come } = changeOf(before, after);
  if (caret <= at) return caret;
  return caret >= at + gone ? caret + come.length - gone : at + come.length;
}

/** My change from `base` to `mine`, made on `theirs`: what others typed meanwhile (during an accent, say) stays. */
export function rebase(base: string, mine: string, theirs: string): string {
  if (base === theirs) return mine;
  const { at, gone, come } = changeOf(base, mine);
  const start = moveCaret(at, base, theirs);
  const end = Math.max(start, moveCaret(at + gone, base, theirs));
  return theirs.slice(0, start) + come + theirs.slice(end);
}
