/**
 * The rule book: every action, the door it takes, who may do it, when, and within which limit. The client asks `can` to
 * show and enable, the guard and the commands ask it to decide. A rule is never written twice.
 */
import type { Action, ActionType, Actor, Facts } from './actions.ts';
import { details } from './details.ts';
import { standingOf } from './electorate.ts';
import type { Duty, Phase, PhaseKind, PhaseOf } from './format.ts';
import type { Role, SessionState } from './model.ts';
import { isOn } from './programme.ts';
import { refuse, type Refusal, type RefusalCode, type Yes } from './refusals.ts';

interface Rule {
  door: 'write' | 'command';
  roles: readonly Role[];
  /** on: while a phase goes on; on the day, in the weeks ahead, or afterwards */
  states: readonly (SessionState | 'on')[];
  /** the phase kinds in which it is possible; absent: in any, and in none */
  phases?: readonly PhaseKind[];
  /** of its cards, those that react to what is pitched are made while it is */
  reactions?: true;
  /** counts as done in the phase before while that one's grace runs */
  grace?: true;
  /** the card must be the actor's, or the plan theirs to write */
  owner?: true;
  /** a participant must have one of these duties; a facilitator in `roles` needs none */
  duties?: readonly Duty[];
  /** goes on while the board is locked */
  whileLocked?: true;
}

const everyone = ['participant', 'facilitator'] as const;
const people = ['participant'] as const;
const leaders = ['facilitator'] as const;
const during = ['on'] as const;
const alive = ['prepared', 'lobby', 'running', 'ended'] as const;
const arranging = { roles: everyone, states: during, phases: ['arrange'] } as const;
const auctioning = { door: 'command', roles: everyone, duties: ['auctioneer'], whileLocked: true } as const;
const drafting = { roles: everyone, states: during, phases: ['draft'] } as const;
const leading = { door: 'command', roles: leaders, states: alive, whileLocked: true } as const;

export const rules: Readonly<Record<ActionType, Rule>> = {
  'card.make': { door: 'write', roles: people, states: during, phases: ['contribute'], reactions: true, grace: true },
  'card.edit': {
    door: 'write',
    roles: people,
    states: during,
    phases: ['contribute', 'arrange'],
    grace: true,
    owner: true,
  },
  'card.move': { door: 'write', ...arranging },
  'card.column': { door: 'write', ...arranging },
  'cluster.make': { door: 'write', ...arranging },
  'cluster.name': { door: 'write', ...arranging },

  'card.withdraw': { door: 'command', roles: people, states: during, phases: ['contribute', 'arrange'], owner: true },
  'card.return': { door: 'command', roles: people, states: during, phases: ['contribute', 'arrange'], owner: true },
  'cards.merge': { door: 'command', ...arranging },
  'card.unmerge': { door: 'command', ...arranging },
  'cluster.dissolve': { door: 'command', ...arranging },
  'cluster.restore': { door: 'command', ...arranging },
  'cluster.merge': { door: 'command', ...arranging },
  'inbox.take': { door: 'command', ...arranging, roles: people, duties: ['theme'] },
  'inbox.return': { door: 'command', ...arranging, roles: people, duties: ['theme'], whileLocked: true },
  'themes.push': { door: 'command', ...arranging, duties: ['theme'] },
  'card.handIn': { door: 'command', roles: people, states: ['on', 'ended'], whileLocked: true },
  'plan.make': { door: 'command', ...drafting },
  'plan.read': { door: 'write', roles: everyone, states: alive, owner: true, whileLocked: true },
  'plan.write': { door: 'write', ...drafting, grace: true, owner: true },
  'plan.done': { door: 'command', ...drafting, owner: true },
  'plan.reopen': { door: 'command', ...drafting, owner: true },
  // no phases: a vote may run on after its phase was left; `facts.vote` is the vote the ballot is for
  'ballot.cast': { door: 'command', roles: people, states: during, whileLocked: true },
  'pitch.sign': { door: 'command', roles: everyone, states: during, phases: ['present'] },
  'poll.answer': { door: 'command', roles: people, states: during, phases: ['poll'], whileLocked: true },
  // no phases: a council answers when the day is long over, whatever part was the last
  'reply.give': {
    door: 'command',
    roles: everyone,
    states: ['on', 'ended'],
    duties: ['clerk', 'decider'],
    whileLocked: true,
  },
  // a ballot of whoever sits at the table, on the device of its secretary
  'ballot.seat': { door: 'command', roles: people, states: during, duties: ['secretary'], whileLocked: true },
  'ticket.take': { door: 'command', roles: people, states: ['prepared', 'lobby', 'on'], whileLocked: true },
  'table.choose': { door: 'command', roles: people, states: during, phases: ['assign'], whileLocked: true },
  'lot.decline': { door: 'command', roles: people, states: ['prepared', 'lobby', 'running'], whileLocked: true },
  'name.erase': { door: 'command', roles: people, states: alive, whileLocked: true },
  'invitation.accept': { door: 'command', roles: people, states: alive, whileLocked: true },

  // no phases: a team stays open, and a lot nobody took can be bid on, when the evening has gone on; `facts.match` knows
  'team.join': { door: 'command', roles: people, states: during },
  'team.leave': { door: 'command', roles: people, states: during },
  'team.lead': { door: 'command', roles: people, states: during },
  'bid.place': { door: 'command', roles: everyone, states: during },
  'bid.accept': { door: 'command', roles: everyone, states: during },
  'bid.release': { door: 'command', roles: everyone, states: during },
  'bid.withdraw': { door: 'command', roles: everyone, states: ['on', 'ended'], whileLocked: true },
  'lot.call': { ...auctioning, states: during },
  'match.set': { ...auctioning, states: ['on', 'ended'] },
  'contact.give': { door: 'command', roles: people, states: ['on', 'ended'], whileLocked: true },
  'contact.withdraw': { door: 'command', roles: people, states: ['on', 'ended'], whileLocked: true },

  'session.open': { ...leading, states: ['prepared'] },
  'session.end': { ...leading, states: ['lobby', 'running'] },
  'session.edit': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'session.delete': leading,
  'session.follow': { ...leading, states: ['ended'] },
  'session.rehearse': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'phase.move': leading,
  'timer.set': { ...leading, states: during },
  'screen.set': leading,
  'board.lock': { ...leading, states: ['lobby', 'running'] },
  'doors.set': { ...leading, states: ['lobby', 'running'] },
  announce: leading,
  'card.hide': leading,
  'card.show': leading,
  'card.paper': { ...leading, states: during, phases: ['contribute', 'arrange'] },
  'paper.print': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'paper.enter': { ...leading, states: during },
  'held.judge': { ...leading, states: ['running', 'ended'] },
  'participant.remove': leading,
  'participant.appoint': leading,
  'invitation.make': leading,
  'balance.set': leading,
  'facilitator.invite': leading,
  'format.set': leading,
  'pitch.move': { ...leading, states: during, phases: ['present'] },
  'poll.show': { ...leading, states: during, phases: ['poll'] },
  'check.set': { ...leading, states: during, phases: ['check'] },
  'vote.set': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'vote.collect': { ...leading, states: during },
  'vote.close': { ...leading, states: during },
  'vote.abort': { ...leading, states: during },
  'vote.reveal': { ...leading, states: ['running', 'ended'] },
  'vote.show': { ...leading, states: ['running', 'ended'] },
  'table.draw': { ...leading, states: during },
  'table.move': { ...leading, states: during },
  'lot.draw': { ...leading, states: during, phases: ['assign'] },
  'lot.strike': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'badge.make': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'badge.renew': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'badge.mark': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'ticket.make': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'ticket.withdraw': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'points.list': leading,
  'points.restore': { ...leading, states: ['running', 'ended'] },
  export: leading,
};

/** May this actor do this, now? Pure: the same question has the same answer on both sides. */
export function can(action: Action, actor: Actor, facts: Facts): Yes | Refusal {
  const rule = rules[action.type];
  if (actor.removed) return refuse('removed');
  if (!rule.roles.includes(actor.role)) return refuse('not_allowed', action.type);
  if (!mayByDuty(rule, actor, action.type)) return refuse('not_allowed', action.type);
  if (!rule.states.some((state) => (state === 'on' ? goesOn(facts) : state === facts.state)))
    return refuse(wrongState(facts.state), action.type);
  const phase = phaseFor(rule, facts, action.type === 'card.make' ? action.kind : undefined);
  if (rule.phases && !phase) return refuse('phase_closed', action.type);
  if (facts.locked && !rule.whileLocked && actor.role !== 'facilitator') return refuse('locked');
  if (phase?.kind === 'arrange' && !rule.owner && !mayArrange(phase, action, actor, facts)) {
    return refuse('not_allowed', action.type);
  }
  if (rule.owner && 'card' in action && !actor.owns(action.card)) return refuse('not_yours');
  if (action.type === 'ballot.cast' && action.settings && standingOf(action.settings, actor) === 'none') {
    return refuse(action.settings.tickets && !actor.ticket ? 'ticket_needed' : 'no_right_to_vote');
  }
  if (rule.owner && 'plan' in action && !actor.writes(action.plan)) return refuse('not_your_plan');
  return details(action, facts, phase, actor);
}

/**
 * The phase an action counts for: the current one, or the one before while its grace runs; null when neither fits. `kind`: of
 * the card that is made.
 */
export function phaseFor(rule: Rule, facts: Pick<Facts, 'phase' | 'grace'>, kind?: string): Phase | null {
  const fits = (phase: Phase | null) => phase !== null && takes(rule, phase, kind);
  if (fits(facts.phase)) return facts.phase;
  return rule.grace && fits(facts.grace) ? facts.grace : null;
}

function takes({ phases, reactions }: Rule, phase: Phase, kind: string | undefined): boolean {
  if (reactions && phase.kind === 'present') return phase.reaction !== undefined && phase.reaction === kind;
  return phases?.includes(phase.kind) ?? true;
}

function goesOn({ phase, state }: Pick<Facts, 'phase' | 'state'>): boolean {
  return state === 'running' || (phase !== null && isOn(phase, state));
}

/** Who arranges: everybody, the theme team, each table its own cards; the facilitator always. */
function mayArrange({ who }: PhaseOf<'arrange'>, action: Action, actor: Actor, facts: Facts): boolean {
  if (actor.role === 'facilitator') return true;
  if (who === 'theme') return actor.duties.includes('theme');
  if (who !== 'table') return who === 'everybody';
  const cards = 'cards' in action ? action.cards : 'card' in action ? [action.card] : [];
  return actor.table !== null && cards.every((id) => (facts.card(id)?.table ?? actor.table) === actor.table);
}

/** Somebody who observes does nothing but leave, or follow a link to another duty. */
function mayByDuty(rule: Rule, actor: Actor, type: ActionType): boolean {
  if (actor.role !== 'participant') return true;
  if (actor.duties.includes('observer')) return type === 'name.erase' || type === 'invitation.accept';
  return !rule.duties || rule.duties.some((duty) => actor.duties.includes(duty));
}

function wrongState(state: SessionState): RefusalCode {
  if (state === 'prepared') return 'not_open_yet';
  return state === 'ended' ? 'ended' : 'phase_closed';
}
