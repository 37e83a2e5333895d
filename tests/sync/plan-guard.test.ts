import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../server/ports.ts';
import { withArrivals, Arrivals } from '../../server/sync/guard/arrivals.ts';
import { judgePlan } from '../../server/sync/guard/plan.ts';
import type { Verdict } from '../../server/sync/guard.ts';
import { cardsMap, fieldsMap } from '../../shared/document.ts';
import { fieldMax, readFields } from '../../shared/plans.ts';
import { limits } from '../../shared/limits.ts';
import type { Session } from '../../shared/model.ts';
import { leader, participant, screen } from '../support/fakedesk.ts';
import { content, handmade } from '../support/handmade.ts';
import { annasPlan, field, makePlanWorld, type PlanWorld } from '../support/planworld.ts';
import { forge } from '../support/world.ts';

const anna = participant('anna');
const most = limits.sharedTextSlack * fieldMax('voorstel-kort', 'wat');

function ask(world: PlanWorld, update: Uint8Array, by: Identity = anna): Verdict {
  const facts = world.desk.facts.bind(world.desk);
  const { desk } = world;
  const seen = {
    writerOf: (client: number) => desk.writerOf(client),
    actor: (identity: Identity) => desk.actor(identity),
    facts: (_: Y.Doc, identity: Identity) => facts(world.board, identity),
  };
  return judgePlan(annasPlan, world.doc, update, withArrivals(seen, new Arrivals()), by);
}

const said = (verdict: Verdict) => ('resync' in verdict ? 'resync' : verdict.ok ? 'passed' : verdict.code);
const does =
  (work: (mine: Y.Doc) => void, client: keyof PlanWorld['clients'] = 'fresh') =>
  (world: PlanWorld) =>
    forge(world.doc, world.clients[client], work);
/** A piece that hangs where the text of a field is. */
const piece =
  (made: ReturnType<typeof content.text>, key?: string) =>
  ({ doc, clients }: PlanWorld) => {
    const { client, clock } = (field(doc, 'wat')._item as Y.Item).id;
    const parent = { client, clock };
    return handmade([{ client: clients.fresh, clock: 0, pieces: [{ parent, content: made, ...(key && { key }) }] }]);
  };
const removed = participant('removed');

describe('the guard of a plan refuses, and says why:', () => {
  it.each<[string, string, (world: PlanWorld) => Uint8Array, Identity?, Partial<Session>?]>([
    ['another’s plan', 'not_your_plan', does((mine) => field(mine, 'wat').insert(0, 'x')), participant('ben')],
    ['a screen', 'not_allowed', does((mine) => field(mine, 'wat').insert(0, 'x')), screen],
    ['somebody who was removed', 'removed', does((mine) => field(mine, 'wat').insert(0, 'x')), removed],
    ['a field of its own', 'server_only', does((mine) => fieldsMap(mine).set('extra', new Y.Text('x')))],
    ['a field made anew', 'server_only', does((mine) => fieldsMap(mine).set('wat', new Y.Text('x')))],
    ['plain data for a field', 'server_only', does((mine) => mine.getMap('fields').set('wat', 'x'))],
    ['a field taken away', 'not_allowed', does((mine) => fieldsMap(mine).delete('wat'))],
    ['a card in it', 'bad_content', does((mine) => cardsMap(mine).set('newcard01', new Y.Map()))],
    ['another root', 'bad_content', does((mine) => mine.getText('secrets').insert(0, 'x'))],
    ['an embedded thing', 'bad_content', does((mine) => field(mine, 'wat').insertEmbed(0, { image: 'x' }))],
    ['an embedded type', 'bad_content', does((mine) => field(mine, 'wat').insertEmbed(0, new Y.Text('x')))],
    ['markup', 'bad_content', does((mine) => field(mine, 'wat').format(0, 3, { bold: true }))],
    ['an attribute', 'bad_content', does((mine) => field(mine, 'wat').setAttribute('lang', 'nl'))],
    ['a type handmade inside', 'bad_content', piece(content.type(1))],
    ['letters under a key', 'bad_content', piece(content.text('x'), 'key')],
    ['bytes', 'bad_content', piece(content.binary())],
    ['a document', 'bad_content', piece(content.subdoc())],
    ['values', 'bad_content', piece(content.any('x', 1))],
    ['too much', 'too_large', does((mine) => field(mine, 'wat').insert(0, 'x'.repeat(most)))],
    ['too long a title', 'too_large', does((mine) => field(mine, 'title').insert(0, 'x'.repeat(500)))],
    ['another’s name', 'foreign_client', does((mine) => field(mine, 'wat').insert(0, 'x'), 'server')],
    ['no update', 'bad_message', () => Uint8Array.of(7, 7, 7)],
    [
      'a plan whose phase is over',
      'phase_closed',
      does((mine) => field(mine, 'wat').insert(0, 'x')),
      anna,
      { phase: 'pitch' },
    ],
    ['a locked board', 'locked', does((mine) => field(mine, 'wat').insert(0, 'x')), anna, { locked: true }],
  ])('%s', (_, gets, update, by, session) => {
    const world = makePlanWorld(session);
    world.desk.removed.add('removed');
    const before = Y.encodeStateAsUpdate(world.doc);
    expect(said(ask(world, update(world), by))).toBe(gets);
    expect(Y.encodeStateAsUpdate(world.doc)).toEqual(before);
  });

  it('letters in what was handed in, until it is opened again', () => {
    const world = makePlanWorld({}, { state: 'done' });
    expect(said(ask(world, does((mine) => field(mine, 'wat').insert(0, 'x'))(world)))).toBe('plan_done');
  });

  it('asks to sync again when it builds on something unknown', () => {
    const world = makePlanWorld();
    const mine = new Y.Doc();
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(world.doc));
    field(mine, 'wat').insert(0, 'eerst ');
    const unseen = Y.encodeStateVector(mine);
    field(mine, 'wat').insert(0, 'daarna ');
    expect(said(ask(world, Y.encodeStateAsUpdate(mine, unseen)))).toBe('resync');
  });
});

describe('the guard of a plan lets pass', () => {
  it.each<[string, (mine: Y.Doc) => void, Record<string, string>]>([
    ['letters at the end', (mine) => field(mine, 'wat').insert(8, ' met bankjes'), { wat: 'Een tuin met bankjes' }],
    ['letters taken out', (mine) => field(mine, 'waarom').delete(0, 5), { waarom: 'de buurt' }],
    ['a title', (mine) => field(mine, 'title').insert(0, 'Buurttuin'), { title: 'Buurttuin' }],
    [
      'several fields at once',
      (mine) => mine.transact(() => ['title', 'wie'].forEach((id) => field(mine, id).insert(0, id))),
      { title: 'title', wie: 'wie' },
    ],
    ['a text as long as it may be', (mine) => field(mine, 'wie').insert(0, 'x'.repeat(400)), { wie: 'x'.repeat(400) }],
    [
      'what is undone in a field',
      (mine) => {
        const undo = new Y.UndoManager(field(mine, 'wat'));
        field(mine, 'wat').insert(0, 'Geen ');
        field(mine, 'wat').delete(2, 5);
        undo.undo();
      },
      { wat: 'Een tuin' },
    ],
  ])('%s, and applying it gives just that', (_, work, becomes) => {
    const world = makePlanWorld();
    const verdict = ask(world, forge(world.doc, world.clients.fresh, work));
    expect(said(verdict)).toBe('passed');
    if (!('update' in verdict)) return;
    Y.applyUpdate(world.doc, verdict.update);
    expect(readFields(world.doc)).toMatchObject(becomes);
  });

  it('a Yjs client id that is new, as its writer’s from then on', () => {
    const world = makePlanWorld();
    const verdict = ask(world, does((mine) => field(mine, 'wat').insert(0, 'x'))(world));
    expect('arrivals' in verdict && [...verdict.arrivals.clients]).toEqual([[world.clients.fresh, 'anna']]);
  });

  it('a facilitator who helps', () => {
    const world = makePlanWorld();
    expect(said(ask(world, does((mine) => field(mine, 'wat').insert(0, 'x'))(world), leader))).toBe('passed');
  });

  it('nothing new, from whoever reads along', () => {
    const world = makePlanWorld();
    expect(ask(world, Y.encodeStateAsUpdate(world.doc), participant('ben'))).toMatchObject({ ok: true, empty: true });
  });
});
