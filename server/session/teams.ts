/** Signing up for working groups: who is in which stays in the store, the board shows numbers. */
import type * as Y from 'yjs';
import { join, leave, standing, type Team, type TeamRules } from '../../shared/draw/teams.ts';
import type { PhaseOf } from '../../shared/format.ts';
import { phaseOf } from '../../shared/format.ts';
import { refuse } from '../../shared/refusals.ts';
import { groundOf, itemsOn } from '../../shared/sources.ts';
import { setLive } from '../../shared/stamp.ts';
import { teamKey, type TeamLive } from '../../shared/teams.ts';
import type { Hall, Scene } from './hall.ts';
import type { Register } from './register.ts';
import { answer, type Answer, type Services } from './services.ts';
import { putTeamRow, teamRow, teamRows, type TeamRow } from './teamrows.ts';

type TeamsPhase = Extract<PhaseOf<'match'>, { way: 'teams' }>;

export function makeTeams(hall: Hall): Services['teams'] {
  const { store } = hall.parts;

  return {
    join(ask, phase, { item, show = false }) {
      const scene = hall.may(ask, { type: 'team.join', phase, item });
      if (!scene.ok) return scene;
      const { code, session, register, who, doc } = scene.value;
      const held = heldPhase(scene.value, phase);
      const run = session.runs[phase] ?? 0;
      const rows = teamRows(store, code).filter((row) => row.phase === phase && row.run === run);
      const ids = new Set([...rows.map((row) => row.item), ...itemsOn(groundOf(doc), held.of).map(({ id }) => id)]);
      const teams = [...ids].map((id) => teamFrom(register, rows.find((row) => row.item === id) ?? { item: id }));
      const group = register.participant(who)?.group ?? '';
      const step = join(teams, item, { id: who, group }, rulesOf(held));
      if (!step.ok)
        return refuse(step.why === 'not_found' ? 'team_gone' : step.why === 'team_full' ? 'too_many' : step.why);
      const row = teamRow(store, code, { phase, run, item });
      const there = row.members.some((member) => member.who === who);
      const members = row.members.map((member) => (member.who === who ? { who, show } : member));
      return write(scene.value, { ...row, members: there ? members : [...members, { who, show }] });
    },

    leave(ask, phase, { item }) {
      const scene = hall.may(ask, { type: 'team.leave', phase, item });
      if (!scene.ok) return scene;
      const { code, session, who } = scene.value;
      const row = teamRow(store, code, { phase, run: session.runs[phase] ?? 0, item });
      return write(scene.value, without(row, who));
    },

    lead(ask, phase, { item, lead, show }) {
      const scene = hall.may(ask, { type: 'team.lead', phase, item });
      if (!scene.ok) return scene;
      const { code, session, who } = scene.value;
      const row = teamRow(store, code, { phase, run: session.runs[phase] ?? 0, item });
      const members = row.members.map((one) => (one.who === who ? { who, show: show ?? one.show } : one));
      return write(scene.value, { ...row, members, lead: lead ? who : row.lead === who ? null : row.lead });
    },
  };

  function write(scene: Scene, row: TeamRow): Answer<null> {
    const { code, register, room, who } = scene;
    hall.change(
      scene,
      (doc) => showTeam(doc, scene, row),
      () => {
        putTeamRow(store, code, row);
        register.noteAct(who);
      },
    );
    room.poke(who);
    return answer(null);
  }
}

/** Somebody leaves every team for good: within the transaction that erases them. */
export function leaveTeams(hall: Hall, scene: Scene, doc: Y.Doc, who: string): () => void {
  const { store } = hall.parts;
  const rows = teamRows(store, scene.code).filter(({ members }) => members.some((member) => member.who === who));
  const left = rows.map((row) => without(row, who));
  for (const row of left) showTeam(doc, scene, row);
  return () => left.forEach((row) => putTeamRow(store, scene.code, row));
}

/** Somebody has another name or group: the teams they are in are told anew. */
export function retellTeams(hall: Hall, scene: Scene, doc: Y.Doc, who: string): void {
  for (const row of teamRows(hall.parts.store, scene.code)) {
    if (row.members.some((member) => member.who === who)) showTeam(doc, scene, row);
  }
}

function without(row: TeamRow, who: string): TeamRow {
  const team: Team = { id: row.item, members: row.members.map((member) => ({ id: member.who, group: '' })) };
  const [after] = leave([team], row.item, who);
  const stays = new Set(after?.members.map(({ id }) => id));
  return {
    ...row,
    members: row.members.filter((member) => stays.has(member.who)),
    lead: row.lead === who ? null : row.lead,
  };
}

function showTeam(doc: Y.Doc, scene: Scene, row: TeamRow): void {
  const phase = phaseOf(scene.session.format, row.phase);
  if (phase?.kind !== 'match' || phase.way !== 'teams') return;
  const shown = row.members.length > 0 ? shownTeam(scene.register, row, phase) : null;
  setLive(doc, teamKey(row), shown);
}

function shownTeam(register: Register, row: TeamRow, phase: TeamsPhase): TeamLive {
  const team = teamFrom(register, row);
  const stands = standing(team, rulesOf(phase));
  const groups: Record<string, number> = {};
  for (const { group } of team.members) groups[group] = (groups[group] ?? 0) + 1;
  const nameOf = (who: string) =>
    row.members.some((one) => one.who === who && one.show) ? (register.participant(who)?.name ?? '') : '';
  const lead = row.lead === null ? undefined : register.participant(row.lead);
  return {
    phase: row.phase,
    run: row.run,
    item: row.item,
    count: team.members.length,
    groups,
    state: stands.state,
    short: stands.state === 'incomplete' ? stands.short : 0,
    lacking: stands.lacking,
    lead: lead ? { name: nameOf(lead.id), number: lead.number } : null,
    names: row.members.map(({ who }) => nameOf(who)).filter((name) => name !== ''),
  };
}

function teamFrom(register: Register, row: Pick<TeamRow, 'item'> & Partial<Pick<TeamRow, 'members'>>): Team {
  const members = (row.members ?? []).map(({ who }) => ({ id: who, group: register.participant(who)?.group ?? '' }));
  return { id: row.item, members };
}

function rulesOf({ minTeam, maxTeams = 1, mix = [], mixRequired = false }: TeamsPhase): TeamRules {
  return { min: minTeam, max: null, maxTeams, mix, mixRequired };
}

/** The rule book has looked: it is a phase of teams. */
function heldPhase({ session }: Scene, id: string): TeamsPhase {
  const phase = phaseOf(session.format, id);
  if (phase?.kind !== 'match' || phase.way !== 'teams') throw new Error(`${id} has no teams.`);
  return phase;
}
