/** "Thema's tot nu toe": what the theme team sends to the wall while it works, and how many cards and tables each theme has. */
import { voteKey } from './document.ts';

export interface PushedTheme {
  id: string;
  letter: string;
  name: string;
  cards: number;
  /** different tables with a card in it; 0 where nobody sat at tables */
  tables: number;
}

export interface Pushed {
  /** server time */
  at: number;
  themes: readonly PushedTheme[];
}

export const pushedKey = (phase: string, run: number) => `themes:${voteKey(phase, run)}`;

/** Null when nothing was pushed, or it was taken away. */
export function readPushed(live: ReadonlyMap<string, unknown>, phase: string, run: number): Pushed | null {
  const value = live.get(pushedKey(phase, run)) as Partial<Pushed> | null | undefined;
  if (typeof value?.at !== 'number' || !Array.isArray(value.themes)) return null;
  return { at: value.at, themes: value.themes.filter(isTheme) };
}

function isTheme(value: unknown): value is PushedTheme {
  const theme = value as Partial<PushedTheme> | null;
  return typeof theme?.id === 'string' && typeof theme.name === 'string' && typeof theme.cards === 'number';
}
