/** Working groups as views draw them: those one is in, those there are, and ideas nobody works on yet. */
import { phaseOf, type Format, type PhaseOf } from '../../../shared/format.ts';
import { itemsOn, type Item } from '../../../shared/sources.ts';
import { teamsOf, type TeamLive } from '../../../shared/teams.ts';
import type { Picture } from '../../board/picture.ts';

export type TeamsPhase = Extract<PhaseOf<'match'>, { way: 'teams' }>;

export interface Group {
  item: Item;
  team: TeamLive | null;
}

/** In the order of the items, also those without anybody: nothing moves because somebody signed up. */
export function groupsOf(picture: Picture, phase: TeamsPhase, run: number): Group[] {
  const teams = teamsOf(picture.live, phase.id, run);
  return itemsOn(picture, phase.of).map((item) => ({ item, team: teams.get(item.id) ?? null }));
}

/** Titles of groups of people, as the format calls them. */
export function titlesOf(format: Format, ids: readonly string[], say: (title: Format['title']) => string): string[] {
  return ids.map((id) => {
    const group = format.groups.find((one) => one.id === id);
    return group ? say(group.title) : id;
  });
}

export function mixOf(
  format: Format,
  groups: Readonly<Record<string, number>>,
  say: (title: Format['title']) => string,
  none: string,
): { title: string; count: number }[] {
  const order = [...format.groups.map(({ id }) => id), ''];
  const known = order.filter((id) => (groups[id] ?? 0) > 0);
  return known.map((id) => ({ title: titlesOf(format, [id], say)[0] || none, count: groups[id] ?? 0 }));
}

/** Who showed their name, without whoever leads: that name is said apart. */
export function besideLead({ lead, names }: Pick<TeamLive, 'lead' | 'names'>): string[] {
  const at = lead?.name ? names.indexOf(lead.name) : -1;
  return names.filter((_, index) => index !== at);
}

export function teamsPhase(format: Format | undefined, id: string): TeamsPhase | null {
  const phase = format ? phaseOf(format, id) : null;
  return phase?.kind === 'match' && phase.way === 'teams' ? phase : null;
}
