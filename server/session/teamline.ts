/** A team in one line, for a session that follows: how many and of which groups, never who. */
import type { Session } from '../../shared/model.ts';
import { readTeams } from '../../shared/teams.ts';
import { say } from '../../shared/words.ts';

const phrases = {
  team: { nl: 'Werkgroep', en: 'Working group' },
  one: { nl: 'mens', en: 'person' },
  more: { nl: 'mensen', en: 'people' },
  lead: { nl: 'met een trekker', en: 'with somebody who leads' },
};

/** Of the newest team about this item; null when nobody is in one. */
export function teamLine(
  { format, language }: Pick<Session, 'format' | 'language'>,
  live: ReadonlyMap<string, unknown>,
  item: string,
): string | null {
  const teams = readTeams(live).filter((team) => team.item === item);
  const [team] = teams.sort((a, b) => b.run - a.run);
  if (!team || team.count === 0) return null;
  const groups = format.groups.flatMap(({ id, title }) => {
    const count = team.groups[id] ?? 0;
    return count > 0 ? [`${count} ${say(title, language)}`] : [];
  });
  const people = `${team.count} ${say(team.count === 1 ? phrases.one : phrases.more, language)}`;
  const mix = groups.length > 0 ? ` (${groups.join(', ')})` : '';
  const lead = team.lead ? `, ${say(phrases.lead, language)}` : '';
  return `${say(phrases.team, language)}: ${people}${mix}${lead}.`;
}
