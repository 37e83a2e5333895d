import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { judge, type Passed } from '../../server/sync/guard.ts';
import {
  editCard,
  makeCard,
  makeCluster,
  moveCard,
  nameCluster,
  putInColumn,
  readCard,
  readClusters,
  sameFields,
} from '../../shared/document.ts';
import { arranging } from '../support/attacks.ts';
import { participant } from '../support/fakedesk.ts';
import { annas, bens, forge, longer, makeWorld, theme, type World } from '../support/world.ts';

const seed = 20261120;
const words = (max: number) => fc.string({ unit: fc.constantFrom('a', 'é', ' ', '👩‍🌾', '1'), maxLength: max });
const title = words(15).filter((text) => text.trim() !== '');
const id = fc.string({ unit: fc.constantFrom(...'abc0123'), minLength: 8, maxLength: 12 });
const card = fc.constantFrom(annas, longer);

/** One writer of shared/document.ts with arguments, and what the guard must read back. */
type Deed = (world: World) => { act: (doc: Y.Doc) => void; reads: object[]; phase: 'pitch' | 'cluster' };

const slug = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 4 });
const fields = fc.dictionary(slug, words(20), { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const rest = fc.record({ fields, column: slug }, { requiredKeys: [] });

const make = fc.record({ id, title, text: words(40), rest }).map(({ rest: more, ...made }): Deed => () => ({
  act: (doc) => makeCard(doc, { ...made, ...more, kind: 'idea' }),
  reads: [{ type: 'card.make', card: made.id, kind: 'idea', title: made.title, text: made.text, ...more }],
  phase: 'pitch',
}));

const column = fc
  .record({ card: fc.constantFrom(annas, bens), to: fc.option(slug) })
  .map(({ card, to }): Deed => ({ doc }) => ({
    act: (doc) => putInColumn(doc, card, to),
    reads: readCard(doc, card)?.column === to ? [] : [{ type: 'card.column', card, column: to }],
    phase: 'cluster',
  }));

const edit = fc
  .record({ card, title: fc.option(title), text: fc.option(words(60)), fields: fc.option(fields) })
  .map((wanted): Deed => ({ doc }) => {
    const now = readCard(doc, wanted.card);
    const change = {
      ...(wanted.title !== null && { title: wanted.title }),
      ...(wanted.text !== null && { text: wanted.text }),
      ...(wanted.fields !== null && { fields: wanted.fields }),
    };
    const newTitle = change.title !== undefined && change.title !== now?.title;
    const newText = change.text !== undefined && change.text !== now?.text;
    const newFields = change.fields !== undefined && !sameFields(change.fields, now?.fields ?? {});
    const read = {
      type: 'card.edit',
      card: wanted.card,
      ...(newTitle && { title: change.title }),
      ...(newFields && { fields: change.fields }),
      ...(newText && { grows: expect.objectContaining({ length: change.text?.length }) as unknown }),
    };
    return {
      act: (doc) => editCard(doc, wanted.card, change),
      reads: newTitle || newText || newFields ? [read] : [],
      phase: 'pitch',
    };
  });

const move = fc
  .record({ card: fc.constantFrom(annas, bens), to: fc.option(fc.oneof(fc.constant(theme), id)) })
  .map(({ card, to }): Deed => ({ doc }) => ({
    act: (doc) => moveCard(doc, card, to),
    reads: readCard(doc, card)?.cluster === to ? [] : [{ type: 'card.move', card, cluster: to }],
    phase: 'cluster',
  }));

const found = fc.record({ id, name: words(30) }).map((made): Deed => () => ({
  act: (doc) => makeCluster(doc, made.id, made.name),
  reads: [{ type: 'cluster.make', cluster: made.id, name: made.name }],
  phase: 'cluster',
}));

const name = words(30).map((name): Deed => ({ doc }) => ({
  act: (doc) => nameCluster(doc, theme, name),
  reads:
    readClusters(doc).find((cluster) => cluster.id === theme)?.name === name
      ? []
      : [{ type: 'cluster.name', cluster: theme, grows: expect.objectContaining({ length: name.length }) as unknown }],
  phase: 'cluster',
}));

it('for every writer in shared/document.ts, on random boards, the guard reads back exactly that action', () => {
  const deeds = fc.array(
    fc.tuple(fc.oneof(make, edit, move, column, found, name), fc.integer({ min: 2_000, max: 2_005 })),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(deeds, (list) => {
      const worlds = { pitch: makeWorld(), cluster: makeWorld(arranging) };
      const made = new Set<string>();
      for (const [deed, client] of list) {
        const { phase } = deed(worlds.pitch);
        const world = worlds[phase];
        const { act, reads } = deed(world);
        const [first] = reads as { type: string; card?: string; cluster?: string }[];
        const thing = first?.type.endsWith('.make') ? `${first.type}${first.card ?? first.cluster}` : null;
        if (thing && made.has(thing)) continue;
        if (thing) made.add(thing);
        const update = forge(world.doc, client, act);
        const verdict = judge(world.doc, update, world.desk, participant('anna')) as Passed;
        expect(verdict.ok).toBe(true);
        expect(verdict.changes).toEqual(reads);
        Y.applyUpdate(world.doc, verdict.update);
      }
    }),
    { seed, numRuns: 150 },
  );
});
