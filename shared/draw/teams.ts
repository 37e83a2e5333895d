/** Signing up for teams and working groups (DOMAIN 4.17, `aanmelden`). */
import type { Person } from './seating.ts';
import { done, not, type Step } from './step.ts';

export interface TeamRules {
  /** below this a team is "nog niet compleet", and stays open */
  min: number;
  max: number | null;
  /** how many teams one person may join; 1 for working groups */
  maxTeams: number;
  /** groups that a team should have somebody of */
  mix: readonly string[];
  /** else the mix is a warning */
  mixRequired: boolean;
}

export interface Team {
  /** the item it is about: an idea, a chosen proposal */
  id: string;
  /** in order of sign-up */
  members: readonly Person[];
}

/** `lacking`: groups of the mix that are not there. `short`: how many people are still needed for the minimum. */
export type Standing =
  { state: 'incomplete'; short: number; lacking: string[] } | { state: 'complete'; lacking: string[] };

export type JoinRefusal = 'not_found' | 'too_many_teams' | 'team_full' | 'seats_kept';

/**
 * Joining the same team twice changes nothing. `seats_kept`: the seats that are left are for groups that a required mix
 * still lacks; otherwise a full team could never be complete.
 */
export function join(
  teams: readonly Team[],
  id: string,
  person: Person,
  rules: TeamRules,
): Step<readonly Team[], JoinRefusal> {
  const team = teams.find((other) => other.id === id);
  if (!team) return not('not_found');
  if (isIn(team, person.id)) return done(teams);
  if (teams.filter((other) => isIn(other, person.id)).length >= rules.maxTeams) return not('too_many_teams');
  const joined = { ...team, members: [...team.members, person] };
  if (rules.max !== null) {
    const left = rules.max - joined.members.length;
    if (left < 0) return not('team_full');
    if (rules.mixRequired && left < lacking(joined, rules).length && !helps(team, person, rules))
      return not('seats_kept');
  }
  return done(teams.map((other) => (other === team ? joined : other)));
}

/** Leaving a team one is not in changes nothing. */
export function leave(teams: readonly Team[], id: string, person: string): readonly Team[] {
  return teams.map((team) =>
    team.id === id ? { ...team, members: team.members.filter((member) => member.id !== person) } : team,
  );
}

/** A required mix counts for being complete; another is only told. */
export function standing(team: Team, rules: TeamRules): Standing {
  const short = Math.max(0, rules.min - team.members.length);
  const groups = lacking(team, rules);
  if (short > 0 || (rules.mixRequired && groups.length > 0)) return { state: 'incomplete', short, lacking: groups };
  return { state: 'complete', lacking: groups };
}

function lacking(team: Team, rules: TeamRules): string[] {
  return rules.mix.filter((group) => !team.members.some((member) => member.group === group));
}

function helps(team: Team, person: Person, rules: TeamRules): boolean {
  return lacking(team, rules).includes(person.group);
}

function isIn(team: Team, person: string): boolean {
  return team.members.some(({ id }) => id === person);
}
