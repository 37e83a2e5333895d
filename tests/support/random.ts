/** Updates put together at random by fast-check, most of them close to something that Ben may do in `makeWorld`. */
import fc from 'fast-check';
import * as Y from 'yjs';
import { cardsMap, clustersMap } from '../../shared/document.ts';
import { content, handmade, type Content, type Id, type Piece } from './handmade.ts';
import { itemAt, letterAt } from './malformed.ts';
import { bens, theme, type World } from './world.ts';

const newClients = [500, 1_003, 90_000];

const contents: fc.Arbitrary<Content> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('x', 'vijver', theme).map(content.text) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('x', theme, null, 5, { help: 'x' }, { help: 5 }).map((value) => content.any(value)),
  },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }).map(content.deleted) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }).map(content.type) },
  fc.constantFrom(content.binary(), content.embed(), content.format(), content.subdoc(), content.json('x')),
);

const ref = fc.tuple(fc.nat(60), fc.nat(400));
const key = fc.constantFrom(
  ...['title', 'text', 'cluster', 'kind', 'number', 'name', 'votes', 'fields', 'on', 'column', bens, 'newcard01'],
);

interface Wild {
  origin: [number, number] | null;
  right: [number, number] | null;
  parent: string | [number, number];
  key: string | null;
  content: Content;
}

const wild: fc.Arbitrary<Wild> = fc.record({
  origin: fc.option(ref),
  right: fc.option(ref, { freq: 1 }),
  parent: fc.oneof(fc.constantFrom('cards', 'clusters', 'session', 'x'), ref),
  key: fc.option(key),
  content: contents,
});

interface Aimed {
  aim: 'text' | 'title' | 'cluster' | 'fields' | 'column' | 'name' | 'garbage' | 'previous';
  at: number;
  /** how far the right origin is from the origin; null: none */
  span: number | null;
  /** no origin */
  bare: boolean;
  content: Content;
}

const words = [content.text('x'), content.text('yz'), content.deleted(1), content.deleted(2)];
const values = [content.any('Titel'), content.any(theme), content.any(null), content.deleted(1)];

const said = [content.any({ help: 'x' }), content.any({}), content.any({ help: 5 }), content.any('x')];
const bundles: Partial<Record<Aimed['aim'], Content[]>> = {
  title: values,
  cluster: values,
  fields: said,
  column: values,
};

const aimed: fc.Arbitrary<Aimed> = fc
  .constantFrom('text', 'text', 'title', 'cluster', 'fields', 'column', 'name', 'garbage', 'previous' as const)
  .chain((aim) =>
    fc.record({
      aim: fc.constant(aim),
      at: fc.nat(6),
      span: fc.option(fc.oneof(fc.constant(1), fc.integer({ min: -3, max: 4 }))),
      bare: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      content: fc.constantFrom(...(bundles[aim] ?? words)),
    }),
  );

const piece = fc.oneof({ weight: 1, arbitrary: wild }, { weight: 12, arbitrary: aimed });
const block = fc.record({ client: fc.nat(2), pieces: fc.array(piece, { minLength: 1, maxLength: 4 }) });
const run = fc.record({
  at: fc.oneof(ref, fc.constant('title' as const), fc.constant('text' as const)),
  len: fc.nat(5),
});

/** Given a world, an update. */
export const randomUpdate: fc.Arbitrary<(world: World) => Uint8Array> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 2 }), fc.array(run, { maxLength: 1 }))
  .map(([blocks, runs]) => (world) => {
    const made = blocks.map((block) => {
      const client = newClients[block.client] as number;
      let clock = 0;
      const pieces = block.pieces.map((at) => {
        const piece = 'aim' in at ? aim(world, at, { client, clock }) : stray(world, at);
        clock += lengthOf(piece);
        return piece;
      });
      return { client, clock: 0, pieces };
    });
    const deleted = runs.map(({ at, len }) => ({
      ...(typeof at === 'string' ? partOf(world, at) : idOf(world, at)),
      len,
    }));
    return handmade(made, deleted);
  });

function aim(world: World, { aim, at, span, bare, content }: Aimed, own: Id): Piece {
  if (aim === 'garbage') return { origin: world.garbage.letter, content };
  if (aim === 'title') return { origin: partOf(world, 'title'), content };
  if (aim === 'cluster' || aim === 'fields' || aim === 'column') {
    return { parent: (cardsMap(world.doc)._map.get(bens) as Y.Item).id, key: aim, content };
  }
  const name = clustersMap(world.doc).get(theme)?._map.get('name')?.content as Y.ContentType;
  const before = { ...own, clock: Math.max(0, own.clock - 1 - (at % 3)) };
  const letter = aim === 'name' ? (name.type._start as Y.Item).id : partOf(world, 'text');
  const near = (step: number) => ({
    client: letter.client,
    clock: Math.max(letter.clock, letter.clock + (at % 5) + step),
  });
  const origin = aim === 'previous' && own.clock > 0 ? before : near(0);
  const right = span === null ? null : near(span);
  if (bare && right) return { right, content };
  return { origin, content, ...(right && { right }) };
}

function stray(world: World, { origin, right, parent, key, content }: Wild): Piece {
  const where = Array.isArray(parent) ? idOf(world, parent) : parent;
  const [left, after] = [origin && idOf(world, origin), right && idOf(world, right)];
  return {
    parent: where,
    content,
    ...(key !== null && { key }),
    ...(left && { origin: left }),
    ...(after && { right: after }),
  };
}

/** Something of this document, or of the update itself. */
function idOf({ doc }: World, [which, at]: [number, number]): Id {
  const clients = [...doc.store.clients.keys(), ...newClients];
  const client = clients[which % clients.length] as number;
  return { client, clock: at % Math.max(Y.getState(doc.store, client) + 1, 6) };
}

function partOf(world: World, part: 'title' | 'text'): Id {
  return part === 'title' ? itemAt(world, bens, 'title').id : letterAt(world, bens);
}

function lengthOf(piece: Piece): number {
  try {
    return Y.decodeUpdate(handmade([{ client: 1, clock: 0, pieces: [piece] }])).structs[0]?.length ?? 1;
  } catch {
    return 1; // of a kind that can not be read: then the whole update can not
  }
}
