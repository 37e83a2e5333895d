/** Attacks that Yjs itself could not write: references, numbers and bytes by hand. */
import * as Y from 'yjs';
import { cardsMap } from '../../shared/document.ts';
import type { Attack } from './attack.ts';
import { participant } from './fakedesk.ts';
import { content, handmade, type Content, type Id, type Piece } from './handmade.ts';
import { annas, bens, longer, type World } from './world.ts';

const anna = participant('anna');
const fresh = 1003;
const idea = 'ideacard01';

export function itemAt({ doc }: World, card: string, key: string): Y.Item {
  return cardsMap(doc).get(card)?._map.get(key) as Y.Item;
}

function mapOf({ doc }: World, card: string): Id {
  return (cardsMap(doc)._map.get(card) as Y.Item).id;
}

/** The first letters of a card's text. */
export function letterAt(world: World, card: string): Id {
  return ((itemAt(world, card, 'text').content as Y.ContentType).type._start as Y.Item).id;
}

/** One or more structs of a new client. */
function pieces(make: (world: World) => Piece[]): Attack['update'] {
  return (world) => handmade([{ client: fresh, clock: 0, pieces: make(world) }]);
}

const asTitle = (what: Content) => pieces((world) => [{ parent: mapOf(world, annas), key: 'title', content: what }]);
const asLetter = (what: Content) => pieces((world) => [{ origin: letterAt(world, annas), content: what }]);
const asCard = (what: Content) => pieces(() => [{ parent: 'cards', key: idea, content: what }]);

const kinds: [string, Content][] = [
  ['json', content.json('x')],
  ['bytes', content.binary()],
  ['an embed', content.embed()],
  ['a format', content.format()],
  ['a subdocument', content.subdoc()],
  ...['array', 'map', 'text', 'xml element', 'xml fragment', 'xml hook', 'xml text'].map(
    (name, ref): [string, Content] => [`an ${name} type`, content.type(ref)],
  ),
];

const everyKind: Attack[] = kinds.flatMap(([name, what]) => [
  { name: `${name} as a title`, gets: 'bad_content', by: anna, update: asTitle(what) },
  { name: `${name} as a letter`, gets: 'bad_content', by: anna, update: asLetter(what) },
  ...(name === 'an map type'
    ? []
    : [{ name: `${name} as a card`, gets: 'bad_content', update: asCard(what) } as Attack]),
]);

const places: Attack[] = [
  { name: 'values as letters', gets: 'bad_content', by: anna, update: asLetter(content.any('x')) },
  { name: 'letters as a title', gets: 'bad_content', by: anna, update: asTitle(content.text('x')) },
  { name: 'two values as a title', gets: 'bad_content', by: anna, update: asTitle(content.any('x', 'y')) },
  {
    name: 'a list in the cards',
    gets: 'bad_content',
    update: pieces(() => [{ parent: 'cards', content: content.any('x') }]),
  },
  {
    name: 'a list in a card',
    gets: 'bad_content',
    by: anna,
    update: pieces((world) => [{ parent: mapOf(world, annas), content: content.any('x') }]),
  },
  {
    name: 'a key in a text',
    gets: 'bad_content',
    by: anna,
    update: pieces((world) => [{ parent: itemAt(world, annas, 'text').id, key: 'title', content: content.any('x') }]),
  },
  {
    name: 'a letter between two texts',
    gets: 'bad_content',
    by: anna,
    update: pieces((world) => [
      { origin: letterAt(world, annas), right: letterAt(world, longer), content: content.text('x') },
    ]),
  },
  {
    name: 'a letter between own and other',
    gets: 'bad_content',
    by: anna,
    update: pieces((world) => [
      { origin: letterAt(world, annas), right: letterAt(world, bens), content: content.text('x') },
    ]),
  },
  {
    name: 'a letter between neighbours the wrong way round',
    gets: 'bad_content',
    by: anna,
    update: pieces((world) => {
      const { client, clock } = letterAt(world, annas);
      return [
        { origin: { client, clock: clock + 4 }, right: { client, clock: clock + 1 }, content: content.text('x') },
      ];
    }),
  },
  {
    name: 'a title between title and kind',
    gets: 'bad_content',
    by: anna,
    update: pieces((world) => [
      { origin: itemAt(world, annas, 'title').id, right: itemAt(world, annas, 'kind').id, content: content.any('x') },
    ]),
  },
  {
    name: 'a title before the title',
    gets: 'bad_content',
    by: anna,
    update: pieces((world) => [{ right: itemAt(world, annas, 'title').id, content: content.any('x') }]),
  },
  {
    name: 'something inside a letter',
    gets: 'bad_content',
    by: anna,
    update: pieces((world) => [{ parent: letterAt(world, annas), key: 'title', content: content.any('x') }]),
  },
  {
    name: 'an end to a title, as garbage',
    gets: 'not_allowed',
    by: anna,
    update: pieces((world) => [{ origin: itemAt(world, annas, 'title').id, content: content.deleted(1) }]),
  },
  { name: 'a deleted card', gets: 'not_allowed', update: asCard(content.deleted(1)) },
  {
    name: 'text in a withdrawn card',
    gets: 'card_gone',
    by: anna,
    update: pieces(({ garbage }) => [{ origin: garbage.letter, content: content.text('x') }]),
  },
  {
    name: 'text under a withdrawn text',
    gets: 'card_gone',
    by: anna,
    update: pieces(({ garbage }) => [{ parent: garbage.text, content: content.text('x') }]),
  },
  {
    name: 'bytes in a withdrawn card',
    gets: 'bad_content',
    by: anna,
    update: pieces(({ garbage }) => [{ origin: garbage.letter, content: content.binary() }]),
  },
];

const order: Attack[] = [
  {
    name: 'a struct after itself',
    gets: 'bad_message',
    update: pieces(() => [{ origin: { client: fresh, clock: 0 }, content: content.text('x') }]),
  },
  {
    name: 'a struct after its own future',
    gets: 'bad_message',
    update: pieces(() => [{ origin: { client: fresh, clock: 7 }, content: content.text('x') }]),
  },
  {
    name: 'a struct in itself',
    gets: 'bad_message',
    update: pieces(() => [{ parent: { client: fresh, clock: 0 }, key: 'title', content: content.type(1) }]),
  },
  {
    name: 'a ring of two',
    gets: 'bad_message',
    update: () =>
      handmade([
        { client: 2001, clock: 0, pieces: [{ origin: { client: 2002, clock: 0 }, content: content.text('x') }] },
        { client: 2002, clock: 0, pieces: [{ origin: { client: 2001, clock: 0 }, content: content.text('x') }] },
      ]),
  },
  {
    name: 'two blocks of one client',
    gets: 'bad_message',
    update: () =>
      handmade([
        { client: fresh, clock: 0, pieces: ['gc'] },
        { client: fresh, clock: 3, pieces: ['gc'] },
      ]),
  },
  {
    name: 'a client without structs',
    gets: 'bad_message',
    update: () => handmade([{ client: fresh, clock: 0, pieces: [] }]),
  },
  {
    name: 'a client id beyond 32 bits',
    gets: 'bad_message',
    update: () => handmade([{ client: 2 ** 40, clock: 0, pieces: ['gc'] }]),
  },
  { name: 'something of no length', gets: 'bad_message', by: anna, update: asLetter(content.text('')) },
  {
    name: 'garbage',
    gets: 'bad_message',
    update: () => Uint8Array.from({ length: 500 }, (_, i) => (i * 131 + 89) % 256),
  },
  { name: 'nothing at all', gets: 'bad_message', update: () => new Uint8Array(0) },
  { name: 'half an update', gets: 'bad_message', update: (world) => Y.encodeStateAsUpdate(world.doc).slice(0, 60) },
  {
    name: 'a million deletions',
    gets: 'too_large',
    update: ({ clients }) => handmade([], [{ client: clients.anna, clock: 0, len: 1_000_000 }]),
  },
  {
    name: 'a million deletions in as many runs',
    gets: 'too_large',
    update: ({ clients }) =>
      handmade(
        [],
        Array.from({ length: 240_000 }, (_, i) => ({ client: clients.anna, clock: 2 * i, len: 1 })),
      ),
  },
  {
    name: 'one deletion many times',
    gets: 'bad_message',
    update: ({ clients }) =>
      handmade(
        [],
        Array.from({ length: 9_000 }, () => ({ client: clients.anna, clock: 0, len: 9 })),
      ),
  },
  { name: 'an enormous deleted run', gets: 'too_large', by: anna, update: asLetter(content.deleted(2 ** 40)) },
  {
    name: 'too many structs',
    gets: 'too_large',
    update: () => handmade([{ client: fresh, clock: 0, pieces: Array.from({ length: 20_001 }, () => 'gc' as const) }]),
  },
  {
    name: 'too many client ids',
    gets: 'too_large',
    update: () =>
      handmade(Array.from({ length: 65 }, (_, i) => ({ client: 3_000 + i, clock: 0, pieces: ['gc' as const] }))),
  },
  {
    name: 'something after the unknown',
    gets: 'resync',
    update: pieces(() => [{ origin: { client: 77, clock: 3 }, content: content.text('x') }]),
  },
  {
    name: 'something in the unknown',
    gets: 'resync',
    update: pieces(() => [{ parent: { client: 77, clock: 3 }, key: 'title', content: content.any('x') }]),
  },
  {
    name: 'what comes after a gap',
    gets: 'resync',
    update: () => handmade([{ client: fresh, clock: 5, pieces: ['gc'] }]),
  },
  {
    name: 'a hole',
    gets: 'resync',
    update: () => handmade([{ client: fresh, clock: 0, pieces: ['gc', 'skip', 'gc'] }]),
  },
  { name: 'deletes what is unknown', gets: 'resync', update: () => handmade([], [{ client: 77, clock: 0, len: 5 }]) },
];

export const malformed: Attack[] = [...everyKind, ...places, ...order];
