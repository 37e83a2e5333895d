import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join, leave, standing, type Team, type TeamRules } from '../../../shared/draw/teams.ts';
import { crowd, people } from './crowd.ts';

const rules: TeamRules = { min: 3, max: null, maxTeams: 1, mix: [], mixRequired: false };
const empty: Team[] = [
  { id: 'garden', members: [] },
  { id: 'square', members: [] },
];

/** Everybody tries in turn; who is refused stays out. */
function signUp(teams: readonly Team[], id: string, all: readonly { id: string; group: string }[], by: TeamRules) {
  return all.reduce((now, person) => {
    const step = join(now, id, person, by);
    return step.ok ? step.state : now;
  }, teams);
}

describe('signing up', () => {
  const [ans, bob, carla, dirk] = crowd({ resident: 3, official: 1 }) as [Ans, Ans, Ans, Ans];
  type Ans = { id: string; group: string };

  it('is incomplete until there are enough', () => {
    const two = signUp(empty, 'garden', [ans, bob], rules);
    expect(standing(two[0]!, rules)).toEqual({ state: 'incomplete', short: 1, lacking: [] });
    const three = signUp(two, 'garden', [carla], rules);
    expect(standing(three[0]!, rules)).toEqual({ state: 'complete', lacking: [] });
    expect(standing(leave(three, 'garden', bob.id)[0]!, rules)).toMatchObject({ state: 'incomplete', short: 1 });
  });

  it('is for one team, or for as many as the rules say', () => {
    const once = signUp(empty, 'garden', [ans], rules);
    expect(join(once, 'square', ans, rules)).toEqual({ ok: false, why: 'too_many_teams' });
    expect(join(once, 'square', ans, { ...rules, maxTeams: 2 })).toMatchObject({ ok: true });
    expect(join(leave(once, 'garden', ans.id), 'square', ans, rules)).toMatchObject({ ok: true });
  });

  it('twice changes nothing; a full or unknown team says so', () => {
    const most = { ...rules, max: 2 };
    const full = signUp(empty, 'garden', [ans, bob], most);
    expect(join(full, 'garden', ans, most)).toEqual({ ok: true, state: full });
    expect(join(full, 'garden', carla, most)).toEqual({ ok: false, why: 'team_full' });
    expect(join(full, 'gone', carla, most)).toEqual({ ok: false, why: 'not_found' });
  });

  it('tells what the mix lacks, and insists only when it is required', () => {
    const mixed = { ...rules, mix: ['resident', 'official'] };
    const same = signUp(empty, 'garden', [ans, bob, carla], mixed);
    expect(standing(same[0]!, mixed)).toEqual({ state: 'complete', lacking: ['official'] });
    const strict = { ...mixed, mixRequired: true };
    expect(standing(same[0]!, strict)).toEqual({ state: 'incomplete', short: 0, lacking: ['official'] });
    expect(standing(signUp(same, 'garden', [dirk], strict)[0]!, strict)).toEqual({ state: 'complete', lacking: [] });
  });

  it('keeps the last seats for who a required mix lacks', () => {
    const strict = { ...rules, max: 3, mix: ['resident', 'official'], mixRequired: true };
    const two = signUp(empty, 'garden', [ans, bob], strict);
    expect(join(two, 'garden', carla, strict)).toEqual({ ok: false, why: 'seats_kept' });
    expect(join(two, 'garden', dirk, strict)).toMatchObject({ ok: true });
  });

  it('never overfills, and a full team with a required mix is complete', () => {
    const strict = { ...rules, min: 2, max: 4, mix: ['resident', 'official', 'artist'], mixRequired: true };
    fc.assert(
      fc.property(people(0, 40), (all) => {
        const [team] = signUp(empty, 'garden', all, strict) as [Team];
        expect(team.members.length).toBeLessThanOrEqual(4);
        expect(new Set(team.members.map(({ id }) => id)).size).toBe(team.members.length);
        if (team.members.length === 4) expect(standing(team, strict).state).toBe('complete');
      }),
    );
  });
});
