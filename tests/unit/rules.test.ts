import { describe, expect, it } from 'vitest';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import { phaseOf } from '../../shared/format.ts';
import { limits } from '../../shared/limits.ts';
import type { Role } from '../../shared/model.ts';
import type { Action, ActionType, Actor, CardFacts, Facts, Lead } from '../../shared/actions.ts';
import type { When } from '../../shared/programme.ts';
import type { PlanFacts } from '../../shared/plans.ts';
import { can, phaseFor, rules } from '../../shared/rules.ts';

const phase = (id: string | null) => phaseOf(ideeenronde, id);

/** A running evening with one card of one's own (`mine`), one of another, and what may be wrong with cards. */
function facts(change: Partial<Facts> = {}): Facts {
  const card: CardFacts = { kind: 'idea', gone: false, mergedInto: null, merged: false, table: null };
  const cards = new Map<string, CardFacts>([
    ['mine', card],
    ['other', card],
    ['gone', { ...card, gone: true }],
    ['inside', { ...card, mergedInto: 'merged' }],
    ['merged', { ...card, merged: true }],
  ]);
  return {
    state: 'running',
    format: ideeenronde,
    phase: phase('pitch'),
    grace: null,
    locked: false,
    vote: null,
    card: (id) => cards.get(id) ?? null,
    cluster: (id) => (id === 'theme' ? { gone: false } : id === 'dissolved' ? { gone: true } : null),
    item: (id) => (id === 'nothing' ? null : { mine: id !== 'other' }),
    plan: (id) => plans[id] ?? null,
    made: () => 0,
    table: null,
    hasSecretary: () => false,
    taken: () => false,
    cardCount: 10,
    clusterCount: 2,
    match: { team: () => null, lot: () => null, bid: () => null, floor: () => null },
    ...change,
  };
}

const plan: PlanFacts = { phase: 'plan', current: true, done: false, most: () => 100 };
const plans: Record<string, PlanFacts> = {
  mine: plan,
  other: plan,
  done: { ...plan, done: true },
  older: { ...plan, current: false },
};

function actor(role: Role, removed = false): Actor {
  const owns = (id: string) => id !== 'other';
  return { role, removed, group: '', table: null, duties: [], owns, writes: (id) => role !== 'screen' && owns(id) };
}

const make: Action = { type: 'card.make', kind: 'idea', title: 'bankje', text: '' };
const merge: Action = { type: 'cards.merge', cards: ['mine', 'other'] };
const move: Action = { type: 'card.move', card: 'other', cluster: 'theme' };
const edit = (card: string): Action => ({ type: 'card.edit', card, title: 'anders' });
const arrange = { phase: phase('cluster') };
const locked = { locked: true };
const drafting = {
  phase: { id: 'plan', kind: 'draft', template: 'plan-kort', by: 'table' } as Facts['phase'],
};
const planning = (type: 'read' | 'write' | 'done' | 'reopen', id: string): Action => ({
  type: `plan.${type}`,
  plan: id,
});
const facilitatorArranges = { phase: { ...phase('cluster')!, who: 'facilitator' } as Facts['phase'] };

describe('may a participant', () => {
  it.each<[string, Action, Partial<Facts>, string]>([
    ['write', make, {}, 'ok'],
    ['write in another phase', make, arrange, 'phase_closed'],
    ['write while the grace runs', make, { ...arrange, grace: phase('pitch') }, 'ok'],
    ['write before it began', make, { state: 'lobby', phase: null }, 'phase_closed'],
    ['write before it is open', make, { state: 'prepared' }, 'not_open_yet'],
    ['write after the end', make, { state: 'ended' }, 'ended'],
    ['write while locked', make, locked, 'locked'],
    ['write without a title', { ...make, title: '  ' }, {}, 'bad_request'],
    ['write a title too long', { ...make, title: 'x'.repeat(81) }, {}, 'too_large'],
    ['write a text too long', { ...make, text: 'x'.repeat(281) }, {}, 'too_large'],
    ['write a kind that is not asked', { ...make, kind: 'bear' }, {}, 'bad_content'],
    ['write one more', make, { made: () => 20 }, 'too_many_cards'],
    ['write on a full board', make, { cardCount: limits.cardsPerSession }, 'board_full'],
    ['edit their own', edit('mine'), {}, 'ok'],
    ['edit their own while arranging', edit('mine'), arrange, 'ok'],
    ['edit their own while only the facilitator arranges', edit('mine'), facilitatorArranges, 'ok'],
    ['edit another’s', edit('other'), {}, 'not_yours'],
    ['edit what is gone', edit('gone'), {}, 'card_gone'],
    ['edit what never was', edit('nothing'), {}, 'card_gone'],
    ['edit while voting', edit('mine'), { phase: phase('vote') }, 'phase_closed'],
    ['move another’s card', move, arrange, 'ok'],
    ['move while writing', move, {}, 'phase_closed'],
    ['move while only the facilitator arranges', move, facilitatorArranges, 'not_allowed'],
    ['make a theme', { type: 'cluster.make', name: 'Groen' }, arrange, 'ok'],
    [
      'make one theme too many',
      { type: 'cluster.make', name: 'x' },
      { ...arrange, clusterCount: 60 },
      'too_many_clusters',
    ],
    ['name a theme too long', { type: 'cluster.name', cluster: 'theme', name: 'x'.repeat(61) }, arrange, 'too_large'],
    ['name what is no theme', { type: 'cluster.name', cluster: 'nothing' }, arrange, 'cluster_gone'],
    ['withdraw their own', { type: 'card.withdraw', card: 'mine' }, {}, 'ok'],
    ['withdraw another’s', { type: 'card.withdraw', card: 'other' }, {}, 'not_yours'],
    ['withdraw what is gone', { type: 'card.withdraw', card: 'gone' }, {}, 'card_gone'],
    ['merge', merge, arrange, 'ok'],
    ['merge what is merged', { ...merge, cards: ['mine', 'inside'] }, arrange, 'already_merged'],
    ['merge what is gone', { ...merge, cards: ['mine', 'gone'] }, arrange, 'card_gone'],
    ['unmerge', { type: 'card.unmerge', card: 'merged' }, arrange, 'ok'],
    ['unmerge what is not merged', { type: 'card.unmerge', card: 'mine' }, arrange, 'card_gone'],
    ['merge themes', { type: 'cluster.merge', cluster: 'dissolved', into: 'theme' }, arrange, 'ok'],
    ['merge a theme into itself', { type: 'cluster.merge', cluster: 'theme', into: 'theme' }, arrange, 'bad_request'],
    [
      'merge into a dissolved theme',
      { type: 'cluster.merge', cluster: 'theme', into: 'dissolved' },
      arrange,
      'cluster_gone',
    ],
    ['hand in late', { type: 'card.handIn' }, { ...arrange, locked: true }, 'ok'],
    ['hand in after the end', { type: 'card.handIn' }, { state: 'ended' }, 'ok'],
    ['vote', { type: 'ballot.cast' }, { phase: phase('vote'), vote: 'open' }, 'ok'],
    ['vote while locked', { type: 'ballot.cast' }, { phase: phase('vote'), vote: 'open', locked: true }, 'ok'],
    ['vote in a vote that runs on', { type: 'ballot.cast' }, { phase: phase('result'), vote: 'open' }, 'ok'],
    ['vote before it opens', { type: 'ballot.cast' }, { phase: phase('vote'), vote: 'opening' }, 'vote_not_open'],
    [
      'vote while paper is entered',
      { type: 'ballot.cast' },
      { phase: phase('vote'), vote: 'collecting' },
      'vote_not_open',
    ],
    ['vote after the close', { type: 'ballot.cast' }, { phase: phase('vote'), vote: 'closed' }, 'vote_not_open'],
    ['vote where there is none', { type: 'ballot.cast' }, {}, 'vote_not_open'],
    ['write in their own plan', planning('write', 'mine'), drafting, 'ok'],
    ['write in their own plan while its grace runs', planning('write', 'mine'), { grace: drafting.phase }, 'ok'],
    ['write in their own plan when its phase is over', planning('write', 'mine'), {}, 'phase_closed'],
    ['write in a plan of an earlier run', planning('write', 'older'), drafting, 'phase_closed'],
    ['write in a plan that is handed in', planning('write', 'done'), drafting, 'plan_done'],
    ['write in another’s plan', planning('write', 'other'), drafting, 'not_your_plan'],
    ['write in what is no plan', planning('write', 'nothing'), drafting, 'not_found'],
    ['write in a plan while locked', planning('write', 'mine'), { ...drafting, ...locked }, 'locked'],
    ['read along in their own plan later', planning('read', 'mine'), { state: 'ended' }, 'ok'],
    ['read along in another’s plan', planning('read', 'other'), drafting, 'not_your_plan'],
    ['hand in their own plan', planning('done', 'mine'), drafting, 'ok'],
    ['hand in while the grace runs', planning('done', 'mine'), { grace: drafting.phase }, 'phase_closed'],
    ['open their own plan again', planning('reopen', 'done'), drafting, 'ok'],
    ['ask for a plan', { type: 'plan.make' }, drafting, 'ok'],
    ['ask for a plan while pitching', { type: 'plan.make' }, {}, 'phase_closed'],
    ['erase their name', { type: 'name.erase' }, { state: 'ended' }, 'ok'],
  ])('%s', (_, action, change, code) => {
    const answer = can(action, actor('participant'), facts(change));
    expect(answer.ok ? 'ok' : answer.code).toBe(code);
  });
});

const leads = (Object.keys(rules) as ActionType[]).filter(
  (type) => !rules[type].roles.includes('participant'),
) as Lead[];

describe('only a facilitator may', () => {
  it.each(leads)('%s', (type) => {
    expect(can({ type }, actor('participant'), facts())).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(can({ type }, actor('screen'), facts())).toMatchObject({ ok: false, code: 'not_allowed' });
  });

  it.each<[Lead, Partial<Facts>, string]>([
    ['session.open', { state: 'prepared' }, 'ok'],
    ['session.open', {}, 'phase_closed'],
    ['card.paper', { locked: true }, 'ok'],
    ['card.paper', { phase: phase('vote') }, 'phase_closed'],
    ['card.paper', { cardCount: limits.cardsPerSession }, 'board_full'],
    ['vote.close', { vote: 'open' }, 'ok'],
    ['vote.close', { vote: 'collecting' }, 'ok'],
    ['vote.close', { vote: 'closed' }, 'vote_not_open'],
    ['vote.collect', { vote: 'open' }, 'ok'],
    ['vote.collect', { vote: 'collecting' }, 'vote_not_open'],
    ['paper.print', { state: 'lobby', phase: null }, 'ok'],
    ['paper.print', { state: 'ended' }, 'ended'],
    ['paper.enter', { vote: 'open' }, 'ok'],
    ['paper.enter', { vote: 'collecting', locked: true }, 'ok'],
    ['paper.enter', { vote: 'opening' }, 'paper_closed'],
    ['paper.enter', { vote: 'closed' }, 'paper_closed'],
    ['vote.abort', { vote: 'opening' }, 'ok'],
    ['vote.reveal', { vote: 'closed' }, 'ok'],
    ['vote.reveal', { vote: 'open' }, 'vote_not_closed'],
    ['vote.reveal', { vote: 'closed', state: 'ended' }, 'ok'],
    ['vote.show', { vote: 'revealed', state: 'ended' }, 'ok'],
    ['vote.show', { state: 'lobby', phase: null }, 'phase_closed'],
    ['points.restore', {}, 'ok'],
    ['points.restore', { vote: 'opening' }, 'board_fixed'],
    ['points.restore', { vote: 'open' }, 'board_fixed'],
    ['points.restore', { vote: 'collecting' }, 'board_fixed'],
    ['points.restore', { vote: 'closed', state: 'ended' }, 'ok'],
    ['points.restore', { state: 'lobby', phase: null }, 'phase_closed'],
    ['export', { state: 'ended' }, 'ok'],
  ])('%s with %j: %s', (type, change, code) => {
    const answer = can({ type }, actor('facilitator'), facts(change));
    expect(answer.ok ? 'ok' : answer.code).toBe(code);
  });

  it.each<[When, Partial<Facts>, string]>([
    ['day', { state: 'lobby', phase: null }, 'ok'],
    ['day', {}, 'ok'],
    ['day', { state: 'ended' }, 'ended'],
    ['day', { state: 'prepared', phase: null }, 'not_open_yet'],
    ['before', { state: 'prepared', phase: null }, 'ok'],
    ['before', { state: 'lobby', phase: null }, 'ok'],
    ['before', {}, 'not_now'],
    ['before', { state: 'ended' }, 'not_now'],
    ['after', { state: 'ended' }, 'ok'],
    ['after', {}, 'not_now'],
  ])('goes to a phase of %s with %j: %s', (when, change, code) => {
    const answer = can({ type: 'phase.move', when }, actor('facilitator'), facts(change));
    expect(answer.ok ? 'ok' : answer.code).toBe(code);
  });

  it('moves cards while the board is locked, and while only the facilitator arranges', () => {
    expect(can(move, actor('facilitator'), facts({ ...facilitatorArranges, locked: true })).ok).toBe(true);
  });
});

describe('what a phase allows', () => {
  const pitch = phase('pitch')!;
  it.each<['before' | 'after', Facts['state'], string]>([
    ['before', 'lobby', 'ok'],
    ['before', 'running', 'ok'],
    ['before', 'ended', 'ended'],
    ['after', 'ended', 'ok'],
    ['after', 'lobby', 'phase_closed'],
  ])('is allowed while it is on: %s in %s', (when, state, code) => {
    const make = { type: 'card.make', kind: 'idea', title: 'Bankje', text: '' } as const;
    const answer = can(make, actor('participant'), facts({ state, phase: { ...pitch, when } }));
    expect(answer.ok ? 'ok' : answer.code).toBe(code);
  });
});

describe('whoever was removed', () => {
  it.each(Object.keys(rules) as ActionType[])('may not even %s', (type) => {
    for (const role of ['participant', 'facilitator'] as const) {
      expect(can({ type } as Action, actor(role, true), facts())).toEqual({ ok: false, code: 'removed' });
    }
  });
});

describe('the phase an action counts for', () => {
  it('is the current one, or the one before while its grace runs and the rule knows grace', () => {
    const both = { phase: phase('cluster'), grace: phase('pitch') };
    expect(phaseFor(rules['card.make'], both)?.id).toBe('pitch');
    expect(phaseFor(rules['card.edit'], both)?.id).toBe('cluster');
    expect(phaseFor(rules['card.move'], { phase: phase('vote'), grace: phase('cluster') })).toBeNull();
  });
});
