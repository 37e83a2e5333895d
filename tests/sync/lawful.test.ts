import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { judge, type Verdict } from '../../server/sync/guard.ts';
import { cardsMap, editCard, makeCard, makeCluster, moveCard, nameCluster, readCard } from '../../shared/document.ts';
import { setSession, takeOut } from '../../shared/stamp.ts';
import { arranging } from '../support/attacks.ts';
import { participant, screen } from '../support/fakedesk.ts';
import { content, handmade } from '../support/handmade.ts';
import { annas, bens, copyOf, forge, goner, longer, makeWorld, theme, type World } from '../support/world.ts';

const [anna, ben] = [participant('anna'), participant('ben')];
const ask = ({ doc, desk }: World, update: Uint8Array, who = anna): Verdict => judge(doc, update, desk, who);
const textOf = (doc: Y.Doc, id: string) => cardsMap(doc).get(id)?.get('text') as Y.Text;

/** What passes can also be applied, and leaves nothing waiting. */
function pass(world: World, update: Uint8Array, who = anna) {
  const verdict = ask(world, update, who);
  if ('resync' in verdict || !verdict.ok) throw new Error(JSON.stringify(verdict));
  Y.applyUpdate(world.doc, verdict.update);
  expect(world.doc.store.pendingStructs).toBeNull();
  expect(world.doc.store.pendingDs).toBeNull();
  return verdict;
}

describe('the guard lets pass', () => {
  it('a card, and claims the new client id for its writer', () => {
    const world = makeWorld();
    const card = { id: 'newcard01', kind: 'idea', title: 'Moestuin', text: 'op het dak' };
    const { changes, arrivals } = pass(
      world,
      forge(world.doc, 1003, (mine) => makeCard(mine, card)),
    );
    expect(changes).toEqual([{ type: 'card.make', card: card.id, kind: 'idea', title: card.title, text: card.text }]);
    expect([...arrivals.clients]).toEqual([[1003, 'anna']]);
    expect([...arrivals.cards]).toEqual([[card.id, { who: 'anna', kind: 'idea', phase: 'pitch', table: null }]]);
  });

  it('an evening offline in one update: cards made, edited, typed in, moved into a theme made on the way', () => {
    const world = makeWorld(arranging);
    world.desk.grace = 'pitch';
    const update = forge(world.doc, 1003, (mine) => {
      for (const id of ['newcard01', 'newcard02'])
        makeCard(mine, { id, kind: 'idea', title: 'Idee', text: 'eerst dit' });
      for (const title of ['Een', 'Twee', 'Drie']) editCard(mine, 'newcard01', { title });
      editCard(mine, 'newcard01', { text: 'eerst nog dit' });
      makeCluster(mine, 'newtheme1', 'Wter');
      nameCluster(mine, 'newtheme1', 'Water');
      moveCard(mine, 'newcard01', theme);
      moveCard(mine, 'newcard01', 'newtheme1');
      moveCard(mine, annas, 'newtheme1');
      for (const title of ['A', 'B', 'C']) editCard(mine, annas, { title });
    });
    expect(pass(world, update).changes).toEqual([
      { type: 'card.make', card: 'newcard01', kind: 'idea', title: 'Drie', text: 'eerst ditnog ' },
      { type: 'card.make', card: 'newcard02', kind: 'idea', title: 'Idee', text: 'eerst dit' },
      { type: 'cluster.make', cluster: 'newtheme1', name: 'Wtera' },
      { type: 'card.move', card: 'newcard01', cluster: 'newtheme1' },
      { type: 'card.edit', card: annas, title: 'C' },
      { type: 'card.move', card: annas, cluster: 'newtheme1' },
    ]);
    expect(readCard(world.doc, 'newcard01')).toMatchObject({
      title: 'Drie',
      text: 'eerst nog dit',
      cluster: 'newtheme1',
    });
  });

  it('the same update twice, and everything at once, from readers too: there is nothing new in it', () => {
    const world = makeWorld();
    const update = forge(world.doc, 1003, (mine) => editCard(mine, annas, { title: 'Bank', text: 'bij een vijver' }));
    pass(world, update);
    expect(pass(world, update)).toMatchObject({ empty: true, changes: [] });
    expect(pass(world, Y.encodeStateAsUpdate(world.doc), screen)).toMatchObject({ empty: true });
  });

  it('the half that is new of a stretch that is half known', () => {
    const world = makeWorld();
    const mine = copyOf(world.doc, 1003);
    textOf(mine, annas).insert(0, 'ook ');
    pass(world, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(world.doc)));
    const before = Y.encodeStateVector(makeWorld().doc);
    textOf(mine, annas).insert(4, 'nog ');
    const { changes } = pass(world, Y.encodeStateAsUpdate(mine, before));
    expect(changes).toEqual([
      { type: 'card.edit', card: annas, grows: { added: 4, length: 'ook nog bij de vijver'.length } },
    ]);
    expect(readCard(world.doc, annas)?.text).toBe('ook nog bij de vijver');
  });

  it('letters typed and taken back before they were sent', () => {
    const world = makeWorld();
    const mine = copyOf(world.doc, 1003);
    textOf(mine, annas).insert(0, 'weg en ');
    textOf(mine, annas).delete(0, 7);
    const { changes } = pass(world, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(world.doc)));
    expect(changes).toEqual([]);
  });

  it('a move of a withdrawn card, and letters taken out of it: they merely crossed', () => {
    const world = makeWorld(arranging);
    const mine = copyOf(world.doc, 1003);
    world.doc.transact(() => takeOut(world.doc, longer, 'withdrawn'));
    const vector = Y.encodeStateVector(mine);
    moveCard(mine, longer, theme);
    textOf(mine, longer).delete(0, 4);
    expect(pass(world, Y.encodeStateAsUpdate(mine, vector)).changes).toEqual([
      { type: 'card.move', card: longer, cluster: theme },
    ]);
  });

  it('what is deleted already, after something garbage-collected', () => {
    const world = makeWorld();
    const pieces = [{ origin: world.garbage.letter, content: content.deleted(4) }, 'gc' as const];
    pass(world, handmade([{ client: 1003, clock: 0, pieces }]));
    expect(readCard(world.doc, goner)?.text).toBe('');
  });

  it('a title that lost against one that crossed, whoever of the two comes last', () => {
    for (const [mineId, theirsId] of [
      [7, 8],
      [8, 7],
    ] as const) {
      const world = makeWorld();
      const mine = copyOf(world.doc, mineId);
      const theirs = forge(world.doc, theirsId, (other) => editCard(other, annas, { title: 'Andere pagina' }));
      editCard(mine, annas, { title: 'Deze pagina' });
      pass(world, theirs);
      Y.applyUpdate(mine, theirs); // and one of the two is deleted here before it is sent
      pass(world, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(world.doc)));
      expect(readCard(world.doc, annas)?.title).toBe(readCard(mine, annas)?.title);
      expect(readCard(mine, annas)?.title).not.toBe('');
    }
  });

  it('an answer to sync step 1 after an update that came too early', () => {
    const world = makeWorld();
    const mine = copyOf(world.doc, 1003);
    textOf(mine, annas).insert(0, 'a');
    const late = Y.encodeStateVector(mine);
    textOf(mine, annas).insert(1, 'b');
    expect(ask(world, Y.encodeStateAsUpdate(mine, late))).toEqual({ resync: true });
    pass(world, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(world.doc)));
    expect(readCard(world.doc, annas)?.text).toBe('abbij de vijver');
  });

  it('a card in the grace of its phase, and not after', () => {
    const world = makeWorld();
    const update = forge(world.doc, 1003, (mine) =>
      makeCard(mine, { id: 'newcard01', kind: 'idea', title: 'Laat', text: '' }),
    );
    world.doc.transact(() => setSession(world.doc, { phase: 'vote' }));
    expect(ask(world, update)).toMatchObject({ code: 'phase_closed' });
    world.desk.grace = 'pitch';
    expect(pass(world, update).arrivals.cards.get('newcard01')).toMatchObject({ phase: 'pitch' });
  });

  it('what two people move at the same time: the same winner here as there', () => {
    const world = makeWorld(arranging);
    const moves = [5, 9, 7].map((client, i) =>
      forge(world.doc, client, (mine) => moveCard(mine, bens, i === 1 ? null : i === 0 ? theme : 'cluster009')),
    );
    const elsewhere = copyOf(world.doc, 99);
    for (const move of moves) pass(world, move, ben);
    for (const move of [...moves].reverse()) Y.applyUpdate(elsewhere, move);
    expect(readCard(elsewhere, bens)?.cluster).toBe(readCard(world.doc, bens)?.cluster);
  });
});
