/**
 * Whatever bytes come in: what the guard lets pass can be applied, leaves nothing waiting, and changes nothing it may not.
 */
import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { judge } from '../../server/sync/guard.ts';
import { cardsMap, clientKeys, moveCard, readCard, readCards, sessionMap } from '../../shared/document.ts';
import { arranging } from '../support/attacks.ts';
import { participant } from '../support/fakedesk.ts';
import { randomUpdate } from '../support/random.ts';
import { annas, bens, copyOf, forge, longer, makeWorld, type World } from '../support/world.ts';

const seed = 20261120;

describe('what passes the guard is sound', () => {
  it('for updates put together at random', () => {
    let changed = 0;
    const property = fc.property(randomUpdate, (update) => {
      const world = makeWorld(arranging);
      if (expectSound(world, update(world))) changed++;
    });
    fc.assert(property, { seed, numRuns: 2_000 });
    expect(changed).toBeGreaterThan(200); // else this says nothing
  });

  it('for lawful updates with bytes changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 3 });
    const property = fc.property(changes, (changes) => {
      const world = makeWorld(arranging);
      const update = forge(world.doc, 1_003, editAll);
      for (const [at, byte] of changes) update[at % update.length] = byte;
      expectSound(world, update);
    });
    fc.assert(property, { seed, numRuns: 2_000 });
  });
});

function editAll(mine: Y.Doc): void {
  const map = cardsMap(mine).get(bens);
  const text = map?.get('text') as Y.Text;
  text.insert(2, 'heel ');
  text.delete(0, 1);
  map?.set('title', 'Zwembad!');
  map?.set('cluster', 'cluster001');
  map?.set('fields', { help: 'een badmeester', cost: '12000' });
  map?.set('column', 'later');
}

/** Judges as Ben, applies what passes, and looks at what may never have changed. True when something has. */
function expectSound({ doc, desk }: World, update: Uint8Array): boolean {
  const before = protectedPart(doc);
  const base = copyOf(doc, 97);
  const verdict = judge(doc, update, desk, participant('ben'));
  if ('resync' in verdict || !verdict.ok) return false;
  Y.applyUpdate(doc, verdict.update);
  expect(doc.store.pendingStructs).toBeNull();
  expect(doc.store.pendingDs).toBeNull();
  expect(protectedPart(doc)).toEqual(before);
  expect([...doc.share.keys()].sort()).toEqual(['cards', 'clusters', 'fields', 'live', 'plans', 'results', 'session']);
  cardsMap(doc).forEach(expectWellFormed);
  expectConverging(base, doc, verdict.update);
  return verdict.changes.length > 0;
}

/** A newcomer has the same, and so has somebody who wrote in the same place meanwhile. */
function expectConverging(base: Y.Doc, doc: Y.Doc, update: Uint8Array): void {
  const newcomer = copyOf(doc, 96);
  expect(newcomer.toJSON()).toEqual(doc.toJSON());
  for (const client of [50, 5_000, 4_000_000_000]) {
    const crossing = forge(base, client, (mine) => {
      const text = cardsMap(mine).get(bens)?.get('text') as Y.Text;
      for (const at of [0, 2, 5]) text.insert(at, 'k');
      moveCard(mine, bens, 'cluster009');
    });
    const [one, other] = [copyOf(base, 95), copyOf(base, 94)];
    for (const each of [update, crossing]) Y.applyUpdate(one, each);
    for (const each of [crossing, update]) Y.applyUpdate(other, each);
    expect(one.toJSON()).toEqual(other.toJSON());
  }
}

/** Nobody, and Ben least of all, may change this by the write door while arranging. */
function protectedPart(doc: Y.Doc): unknown {
  const words = [annas, longer].map((id) => readCard(doc, id)).map((card) => [card?.title, card?.text, card?.fields]);
  const stamps = readCards(doc).map(
    ({ title: _, text: __, cluster: ___, column: ____, fields: _____, ...stamps }) => stamps,
  );
  return [sessionMap(doc).toJSON(), words, stamps];
}

function expectWellFormed(map: Y.Map<unknown>): void {
  expect(map._start).toBeNull();
  if (map.has('gone')) return;
  expect(map.get('kind')).toBe('idea');
  expect(map.get('title')).toMatch(/\S/);
  const shared = map.get('text') as Y.Text;
  expect(shared.constructor).toBe(Y.Text);
  expect(map.get('column') ?? '').toMatch(/^[a-z0-9-]*$/);
  const fields: unknown = map.get('fields') ?? {};
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  expect(Object.entries(fields as object).every((entry) => entry.every((word) => typeof word === 'string'))).toBe(true);
  const plain = (op: { insert?: unknown; attributes?: unknown }) => typeof op.insert === 'string' && !op.attributes;
  expect((shared.toDelta() as object[]).every(plain)).toBe(true);
  for (const key of Object.keys(map.toJSON())) {
    expect([...Object.keys(clientKeys.cards), 'number', 'at', 'phase', 'run']).toContain(key);
  }
}
