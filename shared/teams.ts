/** Working groups as everybody may see them: numbers, never who, but for those who wanted their name shown. */
import * as v from 'valibot';
import { limits } from './limits.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const slugs = v.pipe(v.array(text(40)), v.maxLength(20));

export const teamLive = v.strictObject({
  phase: text(40),
  run: count,
  /** what it is about: a card, a plan, a theme */
  item: text(40),
  count,
  /** capacity → how many; '' is none given */
  groups: v.record(text(40), count),
  state: v.picklist(['incomplete', 'complete']),
  /** how many people are still needed */
  short: count,
  /** groups of the mix that are not there */
  lacking: slugs,
  /** who offered to lead: by name when they wanted so, else by number */
  lead: v.nullable(v.strictObject({ name: text(limits.nameLength), number: count })),
  /** of those who wanted so */
  names: v.pipe(v.array(text(limits.nameLength)), v.maxLength(limits.participantsPerSession)),
});

export type TeamLive = v.InferOutput<typeof teamLive>;

export function teamKey({ phase, run, item }: Pick<TeamLive, 'phase' | 'run' | 'item'>): string {
  return `team:${phase}:${run}:${item}`;
}

/** Every team there is or was, of every run. */
export function readTeams(live: ReadonlyMap<string, unknown>): TeamLive[] {
  return [...live].flatMap(([key, value]) => (key.startsWith('team:') && v.is(teamLive, value) ? [value] : []));
}

/** Item → its team, of one run. */
export function teamsOf(live: ReadonlyMap<string, unknown>, phase: string, run: number): ReadonlyMap<string, TeamLive> {
  const here = readTeams(live).filter((team) => team.phase === phase && team.run === run);
  return new Map(here.map((team) => [team.item, team]));
}
