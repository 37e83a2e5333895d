/** What came out of the evening so far, as a list to look at: themes, plans, teams or matches. */
import type { PhaseOf } from '../../../shared/format.ts';
import { itemOn, itemsOn } from '../../../shared/sources.ts';
import type { Picture } from '../../board/picture.ts';

export interface Shown {
  id: string;
  title: string;
  letter: string | null;
  /** how many are in it; null: nobody counts */
  count: number | null;
}

type Show = PhaseOf<'explain'>['show'];
export type List = Exclude<Show, 'text' | 'anchors' | 'results'>;

export function isList(show: Show): show is List {
  return show === 'themes' || show === 'plans' || show === 'teams' || show === 'matches';
}

export function shownOf(picture: Picture, show: List): Shown[] {
  if (show === 'themes') {
    const themes = itemsOn(picture, { from: 'clusters' });
    return themes.map(({ id, title, letter, originals }) => ({ id, title, letter, count: originals.length }));
  }
  if (show === 'plans') {
    return itemsOn(picture, { from: 'plans' }).map(({ id, title }) => ({ id, title, letter: null, count: null }));
  }
  return liveOf(picture, show);
}

/** Under `live` a team says what it is about and how many are in it; a match is a bid that was accepted, and says what it gives. */
function liveOf(picture: Picture, show: 'teams' | 'matches'): Shown[] {
  const start = show === 'teams' ? 'team:' : 'bid:';
  return [...picture.live].flatMap(([key, value]) => {
    if (!key.startsWith(start) || typeof value !== 'object' || value === null) return [];
    const { item, lot, count, text, state } = value as Record<string, unknown>;
    const about = show === 'teams' ? item : state === 'accepted' ? lot : null;
    const title = typeof about === 'string' ? itemOn(picture, about)?.title : undefined;
    if (!title) return [];
    const gives = typeof text === 'string' && text ? `${title}: ${text}` : title;
    return [{ id: key, title: gives, letter: null, count: typeof count === 'number' ? count : null }];
  });
}
