/** Groups that are too small to be shown apart: what they said would say who said it. */
import { limits } from './limits.ts';

/**
 * Of groups by size, which stay hidden: those below the bound, and while what is hidden adds up to less than the bound the
 * next smallest too. One small group alone would be the total minus the rest.
 */
export function hiddenGroups<Name>(sizes: ReadonlyMap<Name, number>, least: number = limits.leastApart): Set<Name> {
  const hidden = new Set<Name>();
  let together = 0;
  for (const [name, size] of [...sizes].sort(([, a], [, b]) => a - b)) {
    if (size >= least && (together === 0 || together >= least)) break;
    hidden.add(name);
    together += size;
  }
  return hidden;
}
