/**
 * The rule book: every action, the door it takes, who may do it, when, and within which limit. The client asks `can` to
 * show and enable, the guard and the commands ask it to decide. A rule is never written twice.
 */
import { cardKindOf, type Format, type Phase, type PhaseKind } from './format.ts';
import { limits } from './limits.ts';
import type { Role, SessionState, VoteState } from './model.ts';
import { refuse, yes, type Refusal, type RefusalCode, type Yes } from './refusals.ts';

/** What somebody wants to do. Only what a rule looks at is here; the rest of a command is checked by its schema. */
export type Action =
  | { type: 'card.make'; kind: string; title: string; text: string }
  | { type: 'card.edit'; card: string; title?: string; text?: string }
  | { type: 'card.move'; card: string; cluster: string | null }
  | { type: 'cluster.make'; name: string }
  | { type: 'cluster.name'; cluster: string; name?: string }
  | { type: 'card.withdraw' | 'card.return'; card: string }
  | { type: 'cards.merge'; cards: readonly string[] }
  | { type: 'card.unmerge'; card: string }
  | { type: 'cluster.dissolve' | 'cluster.restore'; cluster: string }
  | { type: 'cluster.merge'; cluster: string; into: string }
  | { type: 'card.handIn' }
  | { type: 'ballot.cast' }
  | { type: 'name.erase' }
  | { type: Lead };

/** What only facilitators do, whatever the phase. */
export type Lead =
  | 'session.open'
  | 'session.end'
  | 'session.edit'
  | 'session.delete'
  | 'session.rehearse'
  | 'phase.move'
  | 'timer.set'
  | 'screen.set'
  | 'board.lock'
  | 'doors.set'
  | 'announce'
  | 'card.hide'
  | 'card.show'
  | 'card.paper'
  | 'held.judge'
  | 'participant.remove'
  | 'facilitator.invite'
  | 'vote.set'
  | 'vote.close'
  | 'vote.abort'
  | 'vote.reveal'
  | 'points.list'
  | 'points.restore'
  | 'export';

export type ActionType = Action['type'];

export interface Actor {
  role: Role;
  removed: boolean;
  owns(card: string): boolean;
}

export interface CardFacts {
  kind: string;
  gone: boolean;
  mergedInto: string | null;
  merged: boolean;
}

/** What a rule may know of the session: the same answers from the server's registry and from a client's document. */
export interface Facts {
  state: SessionState;
  format: Format;
  phase: Phase | null;
  /** the phase before, while its grace runs (grace.ts) */
  grace: Phase | null;
  locked: boolean;
  /** of the vote in question: that of the current phase, or the one a command names */
  vote: VoteState | null;
  card(id: string): CardFacts | null;
  cluster(id: string): { gone: boolean } | null;
  /** cards this actor made in the phase the card would belong to */
  made(phase: Phase): number;
  cardCount: number;
  clusterCount: number;
}

interface Rule {
  door: 'write' | 'command';
  roles: readonly Role[];
  states: readonly SessionState[];
  /** the phase kinds in which it is possible; absent: in any, and in none */
  phases?: readonly PhaseKind[];
  /** counts as done in the phase before while that one's grace runs */
  grace?: true;
  /** the actor must have written the card */
  owner?: true;
  /** goes on while the board is locked */
  whileLocked?: true;
}

const everyone = ['participant', 'facilitator'] as const;
const people = ['participant'] as const;
const leaders = ['facilitator'] as const;
const running = ['running'] as const;
const alive = ['prepared', 'lobby', 'running', 'ended'] as const;
const arranging = { roles: everyone, states: running, phases: ['arrange'] } as const;
const leading = { door: 'command', roles: leaders, states: alive, whileLocked: true } as const;

export const rules: Readonly<Record<ActionType, Rule>> = {
  'card.make': { door: 'write', roles: people, states: running, phases: ['contribute'], grace: true },
  'card.edit': {
    door: 'write',
    roles: people,
    states: running,
    phases: ['contribute', 'arrange'],
    grace: true,
    owner: true,
  },
  'card.move': { door: 'write', ...arranging },
  'cluster.make': { door: 'write', ...arranging },
  'cluster.name': { door: 'write', ...arranging },

  'card.withdraw': { door: 'command', roles: people, states: running, phases: ['contribute', 'arrange'], owner: true },
  'card.return': { door: 'command', roles: people, states: running, phases: ['contribute', 'arrange'], owner: true },
  'cards.merge': { door: 'command', ...arranging },
  'card.unmerge': { door: 'command', ...arranging },
  'cluster.dissolve': { door: 'command', ...arranging },
  'cluster.restore': { door: 'command', ...arranging },
  'cluster.merge': { door: 'command', ...arranging },
  'card.handIn': { door: 'command', roles: people, states: ['running', 'ended'], whileLocked: true },
  // no phases: a vote may run on after its phase was left; `facts.vote` is the vote the ballot is for
  'ballot.cast': { door: 'command', roles: people, states: running, whileLocked: true },
  'name.erase': { door: 'command', roles: people, states: alive, whileLocked: true },

  'session.open': { ...leading, states: ['prepared'] },
  'session.end': { ...leading, states: ['lobby', 'running'] },
  'session.edit': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'session.delete': leading,
  'session.rehearse': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'phase.move': { ...leading, states: ['lobby', 'running'] },
  'timer.set': { ...leading, states: running },
  'screen.set': leading,
  'board.lock': { ...leading, states: ['lobby', 'running'] },
  'doors.set': { ...leading, states: ['lobby', 'running'] },
  announce: leading,
  'card.hide': leading,
  'card.show': leading,
  'card.paper': { ...leading, states: running, phases: ['contribute', 'arrange'] },
  'held.judge': { ...leading, states: ['running', 'ended'] },
  'participant.remove': leading,
  'facilitator.invite': leading,
  'vote.set': { ...leading, states: ['prepared', 'lobby', 'running'] },
  'vote.close': { ...leading, states: running },
  'vote.abort': { ...leading, states: running },
  'vote.reveal': { ...leading, states: ['running', 'ended'] },
  'points.list': leading,
  'points.restore': { ...leading, states: ['running', 'ended'] },
  export: leading,
};

/** May this actor do this, now? Pure: the same question has the same answer on both sides. */
export function can(action: Action, actor: Actor, facts: Facts): Yes | Refusal {
  const rule = rules[action.type];
  if (actor.removed) return refuse('removed');
  if (!rule.roles.includes(actor.role)) return refuse('not_allowed', action.type);
  if (!rule.states.includes(facts.state)) return refuse(wrongState(facts.state), action.type);
  const phase = phaseFor(rule, facts);
  if (rule.phases && !phase) return refuse('phase_closed', action.type);
  if (facts.locked && !rule.whileLocked && actor.role !== 'facilitator') return refuse('locked');
  if (phase?.kind === 'arrange' && phase.who === 'facilitator' && !rule.owner && actor.role !== 'facilitator') {
    return refuse('not_allowed', action.type);
  }
  if (rule.owner && 'card' in action && !actor.owns(action.card)) return refuse('not_yours');
  return details(action, facts, phase);
}

/** The phase an action counts for: the current one, or the one before while its grace runs; null when neither fits. */
export function phaseFor(rule: Rule, facts: Pick<Facts, 'phase' | 'grace'>): Phase | null {
  const fits = (phase: Phase | null) => phase !== null && (rule.phases?.includes(phase.kind) ?? true);
  if (fits(facts.phase)) return facts.phase;
  return rule.grace && fits(facts.grace) ? facts.grace : null;
}

/** What depends on the thing itself: is it there, does it fit, is there room. */
function details(action: Action, facts: Facts, phase: Phase | null): Yes | Refusal {
  switch (action.type) {
    case 'card.make':
      return makeCard(action, facts, phase);
    case 'card.edit': {
      const card = facts.card(action.card);
      const kind = cardKindOf(facts.format, card?.kind ?? '');
      return (kind && fits(action, kind)) ?? gone(card);
    }
    case 'card.move':
      return gone(facts.card(action.card));
    case 'cluster.make':
      if (action.name.length > limits.clusterNameLength) return refuse('too_large', 'name');
      return facts.clusterCount < limits.clustersPerSession ? yes : refuse('too_many_clusters');
    case 'cluster.name':
      if ((action.name?.length ?? 0) > limits.clusterNameLength) return refuse('too_large', 'name');
      return facts.cluster(action.cluster) ? yes : refuse('cluster_gone');
    case 'card.withdraw':
      return gone(facts.card(action.card));
    case 'cards.merge':
      if (facts.cardCount >= limits.cardsPerSession) return refuse('board_full');
      return firstNo(action.cards, (id) => unmerged(facts.card(id)));
    case 'card.unmerge':
      return facts.card(action.card)?.merged ? gone(facts.card(action.card)) : refuse('card_gone');
    case 'cluster.dissolve':
    case 'cluster.restore':
      return facts.cluster(action.cluster) ? yes : refuse('cluster_gone');
    case 'cluster.merge':
      if (action.cluster === action.into) return refuse('bad_request', 'into');
      return facts.cluster(action.cluster) && facts.cluster(action.into)?.gone === false ? yes : refuse('cluster_gone');
    case 'card.paper':
      return facts.cardCount < limits.cardsPerSession ? yes : refuse('board_full');
    case 'ballot.cast':
      return facts.vote === 'open' ? yes : refuse('vote_not_open');
    case 'vote.close':
    case 'vote.abort':
      return facts.vote === 'open' || facts.vote === 'opening' ? yes : refuse('vote_not_open');
    case 'points.restore': // the items are fixed until the close
      return facts.vote === 'open' || facts.vote === 'opening' ? refuse('board_fixed') : yes;
    case 'vote.reveal':
      return facts.vote === 'closed' ? yes : refuse('vote_not_closed');
    default:
      return yes;
  }
}

function makeCard(action: Action & { type: 'card.make' }, facts: Facts, phase: Phase | null): Yes | Refusal {
  if (phase?.kind !== 'contribute' || action.kind !== phase.cardKind) return refuse('bad_content', 'kind');
  const kind = cardKindOf(facts.format, action.kind);
  if (!kind) return refuse('bad_content', 'kind');
  const bad = fits(action, kind);
  if (bad) return bad;
  if (facts.cardCount >= limits.cardsPerSession) return refuse('board_full');
  return facts.made(phase) < phase.maxPerPerson ? yes : refuse('too_many_cards', String(phase.maxPerPerson));
}

/** The form's bounds. Titles are never empty: a card nobody can name can not be talked about. */
export function fits(
  words: { title?: string; text?: string },
  kind: { titleMax: number; textMax: number },
): Refusal | null {
  if (words.title !== undefined && words.title.trim() === '') return refuse('bad_request', 'title');
  if ((words.title?.length ?? 0) > kind.titleMax) return refuse('too_large', 'title');
  if ((words.text?.length ?? 0) > kind.textMax) return refuse('too_large', 'text');
  return null;
}

function gone(card: CardFacts | null): Yes | Refusal {
  return card && !card.gone ? yes : refuse('card_gone');
}

function unmerged(card: CardFacts | null): Yes | Refusal {
  if (!card || card.gone) return refuse('card_gone');
  return card.mergedInto === null ? yes : refuse('already_merged');
}

function firstNo(ids: readonly string[], ask: (id: string) => Yes | Refusal): Yes | Refusal {
  for (const id of ids) {
    const answer = ask(id);
    if (!answer.ok) return answer;
  }
  return yes;
}

function wrongState(state: SessionState): RefusalCode {
  if (state === 'prepared') return 'not_open_yet';
  return state === 'ended' ? 'ended' : 'phase_closed';
}
