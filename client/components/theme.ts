/** How a theme looks: its letter first, the colour only repeats it. */

const COLOURS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** One of the eight theme colours in tokens.css. */
export type ThemeColour = (typeof COLOURS)[number];

/** 0 is A, 25 is Z, 26 is AA: a session never runs out of letters. */
export function themeLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : themeLetter(Math.floor(index / 26) - 1) + last;
}

/** The colour of a letter. After H the colours start again: I looks as A does. */
export function themeColour(letter: string): ThemeColour {
  let index = 0;
  for (const sign of letter.toUpperCase()) index = index * 26 + (sign.charCodeAt(0) - 64);
  const place = (((index - 1) % COLOURS.length) + COLOURS.length) % COLOURS.length;
  return COLOURS[place] ?? 'a';
}

/** Strong colour for badges and edges; carries white (light) or dark (dim hall) text. */
export const themeInk = (letter: string): string => `var(--kb-theme-${themeColour(letter)})`;

/** Soft colour for areas on phone and laptop; carries the ordinary text colour. */
export const themeTint = (letter: string): string => `var(--kb-theme-${themeColour(letter)}-tint)`;

/** Ground of an area on the wall; carries --kb-on-area. */
export const areaGround = (letter: string): string => `var(--kb-area-${themeColour(letter)})`;
