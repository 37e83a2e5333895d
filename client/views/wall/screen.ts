/** Which of its screens the wall shows. Pure, so that a table of cases can test it. */
import type { Session } from '../../../shared/model.ts';
import { phaseNow } from '../../../shared/programme.ts';

export type ScreenName = 'prepared' | 'lobby' | 'phase' | 'overview' | 'card' | 'black' | 'break' | 'ended';

export function screenOf(
  session: Pick<Session, 'format' | 'state' | 'phase' | 'screen'>,
  spotlight: boolean,
): ScreenName {
  const on = phaseNow(session) !== null;
  if (session.state === 'prepared' && !on) return 'prepared';
  if (session.screen === 'black' || session.screen === 'break') return session.screen;
  if (session.screen === 'overview') return 'overview';
  if (session.screen === 'card' && spotlight) return 'card';
  if (on) return 'phase';
  return session.state === 'ended' ? 'ended' : 'lobby';
}

/** Type size of the one sentence of a wall: the largest of `sizes` at which it fits, by counting signs. */
export function fitLine(
  text: string,
  sizes: readonly (readonly [most: number, size: number])[],
  least: number,
): number {
  return sizes.find(([most]) => text.length <= most)?.[1] ?? least;
}

/** Type size of a name that breaks between words only: the largest up to `most` at which its longest word fits. */
export function fitWord(text: string, width: number, most: number, least = 24): number {
  const longest = Math.max(0.5, ...text.split(/\s+/).map(widthOf));
  return Math.max(least, Math.min(most, Math.floor(width / longest)));
}

/** How many lines a text takes where one may be so many em wide, by counting signs; a long word has a line of its own. */
export function linesIn(text: string, em: number): number {
  let [lines, at] = [1, 0];
  for (const word of text.trim().split(/\s+/)) {
    const width = widthOf(word);
    if (at > 0 && at + 0.28 + width > em) [lines, at] = [lines + 1, width];
    else at += (at > 0 ? 0.28 : 0) + width;
  }
  return lines;
}

/** About how wide a text is in the display face, in em: by three kinds of signs, a little too wide to be safe. */
export function widthOf(text: string): number {
  const narrow = text.match(/[fijlrtI1.,:;'’ -]/g)?.length ?? 0;
  const wide = text.match(/[mwMW]/g)?.length ?? 0;
  return 0.28 * narrow + 0.74 * wide + 0.5 * (text.length - narrow - wide);
}
