import type { Fault } from '../../../../shared/faults.ts';
import type { Words } from '../../../../shared/words.ts';

/** Only what of a format, lawful or not, names its parts. */
interface Named {
  phases?: readonly { title?: Partial<Words> }[];
}

/** Where a fault is: the number and the name of the part it is in, and the rest of the path. */
export function placeOf(
  { path }: Fault,
  format: unknown,
): { part: number | null; title: Partial<Words>; rest: string } {
  const [, place, rest] = /^phases\.(\d+)\.?(.*)$/.exec(path) ?? [];
  if (place === undefined) return { part: null, title: {}, rest: path };
  const phases = (format as Named | null)?.phases;
  const title = Array.isArray(phases) ? (phases[Number(place)]?.title ?? {}) : {};
  return { part: Number(place) + 1, title, rest: rest ?? '' };
}
