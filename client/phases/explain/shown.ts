/** What came out of the evening so far, as a list to look at: themes, plans, teams or matches. */
import type { PhaseOf } from '../../../shared/format.ts';
import { itemsOn } from '../../../shared/sources.ts';
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
  return liveOf(picture, show === 'teams' ? 'team:' : 'match:');
}

/** What the match keeps under `live`: whatever has a title can be shown. */
function liveOf({ live, byId }: Picture, start: string): Shown[] {
  return [...live].flatMap(([key, value]) => {
    if (!key.startsWith(start) || typeof value !== 'object' || value === null) return [];
    const { title, item, card, members, size } = value as Record<string, unknown>;
    const about = [item, card].find((id): id is string => typeof id === 'string');
    const name = typeof title === 'string' && title ? title : about ? (byId.get(about)?.title ?? '') : '';
    const count = Array.isArray(members) ? members.length : typeof size === 'number' ? size : null;
    return name ? [{ id: key, title: name, letter: null, count }] : [];
  });
}
