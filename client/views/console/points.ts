/** How a restore point is called in the console. */
import { phaseOf, type Format } from '../../../shared/format.ts';
import type { Point } from '../../../shared/points.ts';
import { clockTime, shortDate } from '../../text/dates.ts';
import { language, said, words } from '../../text/language.svelte.ts';
import { pointWords } from '../../text/points.ts';

/** "20.05 uur"; of another day than `now` with its date. */
export function timeOf({ at }: Pick<Point, 'at'>, now: number): string {
  const time = clockTime(at, language.current);
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? time : `${shortDate(at, language.current)}, ${time}`;
}

/** "Na ideeën schrijven", "Voor het opheffen van een thema" */
export function whyOf({ why, phase }: Pick<Point, 'why' | 'phase'>, format: Format): string {
  const t = words(pointWords);
  if (why !== 'phase.move') return t.why[why];
  if (phase === null) return t.beforeStart;
  const before = phaseOf(format, phase);
  return before ? t.after(said(before.title)) : t.why[why];
}
