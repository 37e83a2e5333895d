/** What came out of the evening so far, as a list to look at: themes, plans, teams or matches. */
import type { PhaseOf } from '../../../shared/format.ts';
import { matchesOf } from '../../../shared/bids.ts';
import { itemOn, itemsOn } from '../../../shared/sources.ts';
import { readTeams, teamKey } from '../../../shared/teams.ts';
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
  return show === 'teams' ? teamsOn(picture) : matchesOn(picture);
}

/** Working groups of the newest run that was held, those with most people first. */
function teamsOn(picture: Picture): Shown[] {
  const newest = readTeams(picture.live).filter(({ phase, run }) => picture.session?.runs[phase] === run);
  return newest
    .sort((a, b) => b.count - a.count)
    .flatMap((team) => {
      const item = itemOn(picture, team.item);
      return item ? [{ id: teamKey(team), title: item.title, letter: item.letter, count: team.count }] : [];
    });
}

/** What was offered to what. */
function matchesOn(picture: Picture): Shown[] {
  return matchesOf(picture.live).flatMap(({ id, lot, text }) => {
    const item = itemOn(picture, lot);
    return item ? [{ id, title: `${item.title}: ${text}`, letter: null, count: null }] : [];
  });
}
