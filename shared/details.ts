/** The part of the rules that looks at the thing itself: is it there, does it fit, is there room. */
import type { Action, Actor, CardFacts, Facts, MakeCard } from './actions.ts';
import { isPerTable } from './electorate.ts';
import { cardKindOf, phaseOf, type CardKind, type Phase, type PhaseOf } from './format.ts';
import { limits } from './limits.ts';
import { ofBid, ofTeam, placeBid } from './matching.ts';
import type { Fields, SessionState } from './model.ts';
import { takesCommand } from './phases/contribute.ts';
import { mayBegin, type When } from './programme.ts';
import { refuse, yes, type Refusal, type RefusalCode, type Yes } from './refusals.ts';

type PlanAction = Extract<Action, { plan: string }>;

/** What depends on the thing itself: is it there, does it fit, is there room. */
export function details(action: Action, facts: Facts, phase: Phase | null, actor: Actor): Yes | Refusal {
  switch (action.type) {
    case 'card.make':
      return makeCard(action, facts, phase, actor);
    case 'card.edit': {
      const card = facts.card(action.card);
      const kind = cardKindOf(facts.format, card?.kind ?? '');
      return (kind && fits(action, kind)) ?? gone(card);
    }
    case 'card.move':
    case 'card.column':
      return inOtherHands([action.card], facts, actor) ?? gone(facts.card(action.card));
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
      return inOtherHands(action.cards, facts, actor) ?? firstNo(action.cards, (id) => unmerged(facts.card(id)));
    case 'card.unmerge':
      return facts.card(action.card)?.merged ? gone(facts.card(action.card)) : refuse('card_gone');
    case 'cluster.dissolve':
    case 'cluster.restore':
      return facts.cluster(action.cluster) ? yes : refuse('cluster_gone');
    case 'cluster.merge':
      if (action.cluster === action.into) return refuse('bad_request', 'into');
      return facts.cluster(action.cluster) && facts.cluster(action.into)?.gone === false ? yes : refuse('cluster_gone');
    case 'pitch.sign': {
      const item = facts.item(action.item);
      if (!item) return refuse('card_gone');
      return item.mine ? yes : refuse('not_yours');
    }
    case 'reply.give': {
      const asked = phaseOf(facts.format, action.phase);
      if (asked?.kind !== 'reply') return refuse('not_found', 'phase');
      return facts.state === 'ended' || facts.phase?.id === asked.id ? yes : refuse('not_now');
    }
    case 'phase.move':
      if (action.when === undefined || mayBegin(action.when, facts.state)) return yes;
      return refuse(wrongTime(action.when, facts.state), action.when);
    case 'team.join':
    case 'team.leave':
    case 'team.lead':
      return ofTeam(action, facts);
    case 'bid.place':
      return placeBid(action, facts);
    case 'bid.accept':
    case 'bid.release':
    case 'bid.withdraw':
      return ofBid(action, actor, facts);
    case 'lot.call':
    case 'match.set':
      return facts.match.floor(action.phase) ? yes : refuse('not_found', 'phase');
    case 'contact.give':
    case 'contact.withdraw':
      return facts.match.bid(action.match)?.party ? yes : refuse('not_your_match');
    case 'card.paper':
      return facts.cardCount < limits.cardsPerSession ? yes : refuse('board_full');
    case 'plan.read':
      return facts.plan(action.plan) ? yes : refuse('not_found', 'plan');
    case 'plan.write':
    case 'plan.done':
    case 'plan.reopen':
      return draft(action, facts, phase);
    case 'ballot.cast':
      if (facts.vote !== 'open') return refuse('vote_not_open');
      return action.settings && isPerTable(action.settings) ? forTable(facts, actor) : yes;
    case 'ballot.seat':
      return facts.vote === 'open' ? yes : refuse('vote_not_open');
    case 'vote.collect':
      return facts.vote === 'open' ? yes : refuse('vote_not_open');
    case 'paper.enter':
      return facts.vote === 'open' || facts.vote === 'collecting' ? yes : refuse('paper_closed');
    case 'vote.close':
    case 'vote.abort':
      return isHeld(facts.vote) ? yes : refuse('vote_not_open');
    case 'points.restore': // the items are fixed until the close
      return isHeld(facts.vote) ? refuse('board_fixed') : yes;
    case 'vote.reveal':
      return facts.vote === 'closed' ? yes : refuse('vote_not_closed');
    default:
      return yes;
  }
}

function isHeld(vote: Facts['vote']): boolean {
  return vote === 'open' || vote === 'opening' || vote === 'collecting';
}

function wrongTime(when: When, state: SessionState): RefusalCode {
  if (when !== 'day') return 'not_now';
  return state === 'prepared' ? 'not_open_yet' : 'ended';
}

/** One of the plans this phase is about. What was handed in is opened again before it is changed. */
function draft({ type, plan: id }: PlanAction, facts: Facts, phase: Phase | null): Yes | Refusal {
  const plan = facts.plan(id);
  if (!plan) return refuse('not_found', 'plan');
  if (plan.phase !== phase?.id || !plan.current) return refuse('phase_closed', type);
  return plan.done && type === 'plan.write' ? refuse('plan_done') : yes;
}

function makeCard(action: MakeCard, facts: Facts, phase: Phase | null, actor: Actor): Yes | Refusal {
  if (phase?.kind === 'present') return react(action, facts, phase);
  if (phase?.kind !== 'contribute' || action.kind !== phase.cardKind) return refuse('bad_content', 'kind');
  const kind = cardKindOf(facts.format, action.kind);
  if (!kind) return refuse('bad_content', 'kind');
  const bad =
    fits({ ...action, fields: action.fields ?? {} }, kind) ??
    misplaced(action, facts, phase) ??
    notForTable(actor, facts, phase);
  if (bad) return bad;
  if (takesCommand(phase) && !action.command) return refuse('not_allowed', 'by command');
  if (facts.cardCount >= limits.cardsPerSession) return refuse('board_full');
  return facts.made(phase) < phase.maxPerPerson ? yes : refuse('too_many_cards', String(phase.maxPerPerson));
}

/** A question or a tip about what is pitched. What that is may have gone on meanwhile: whoever typed need not hurry. */
function react(action: MakeCard, facts: Facts, phase: PhaseOf<'present'>): Yes | Refusal {
  const kind = cardKindOf(facts.format, action.kind);
  if (!kind) return refuse('bad_content', 'kind');
  if (!action.on || action.column) return refuse('bad_content', action.on ? 'column' : 'on');
  const bad = fits({ ...action, fields: action.fields ?? {} }, kind);
  if (bad) return bad;
  if (facts.cardCount >= limits.cardsPerSession) return refuse('board_full');
  const most = limits.reactionsPerPerson;
  return facts.made(phase) < most ? yes : refuse('too_many_cards', String(most));
}

/** A reaction is to something, and says of what sort it is. What it is to may have gone meanwhile: then it stands alone. */
function misplaced({ on, column }: MakeCard, facts: Facts, phase: PhaseOf<'contribute'>): Refusal | null {
  if ((phase.on !== undefined) !== Boolean(on)) return refuse('bad_content', 'on');
  const target = on ? facts.card(on) : null;
  if (target && !target.gone && target.kind !== phase.on) return refuse('bad_content', 'on');
  return (phase.sorts ?? phase.columns) && !column ? refuse('bad_request', 'column') : null;
}

/** Where the table writes together its secretary does; at a table without one, whoever sits there. */
function notForTable({ table, duties }: Actor, facts: Facts, { by }: PhaseOf<'contribute'>): Refusal | null {
  if (by !== 'table') return null;
  if (table === null) return refuse('no_seat');
  return duties.includes('secretary') || !facts.hasSecretary(table) ? null : refuse('secretary_writes');
}

/** The form's bounds. Titles are never empty: a card nobody can name can not be talked about. Fields that are given are given whole. */
export function fits(
  words: { title?: string; text?: string; fields?: Fields },
  kind: Pick<CardKind, 'titleMax' | 'textMax' | 'fields'>,
): Refusal | null {
  if (words.title !== undefined && words.title.trim() === '') return refuse('bad_request', 'title');
  if ((words.title?.length ?? 0) > kind.titleMax) return refuse('too_large', 'title');
  if ((words.text?.length ?? 0) > kind.textMax) return refuse('too_large', 'text');
  if (!words.fields) return null;
  for (const { id, max, required, kind: form } of kind.fields ?? []) {
    const said = words.fields[id]?.trim() ?? '';
    if (said.length > max) return refuse('too_large', id);
    if (required && said === '') return refuse('field_missing', id);
    if (form === 'money' && said !== '' && !isMoney(said)) return refuse('bad_request', id);
  }
  return null;
}

/** Whole euros, without a point or a sign. */
export function isMoney(text: string): boolean {
  return /^\d{1,9}$/.test(text);
}

/** What somebody of the theme team took is theirs to place; a facilitator may step in. */
function inOtherHands(cards: readonly string[], facts: Facts, { role }: Actor): Refusal | null {
  return role !== 'facilitator' && cards.some((id) => facts.taken(id)) ? refuse('card_taken') : null;
}

/** One ballot for the table: its secretary's to send, or anybody's who sits there when it has none. */
function forTable({ table, hasSecretary }: Facts, { duties }: Actor): Yes | Refusal {
  if (table === null) return refuse('no_seat');
  return duties.includes('secretary') || !hasSecretary(table) ? yes : refuse('secretary_votes');
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
