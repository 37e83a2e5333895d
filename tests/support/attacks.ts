/**
 * What nobody may do, one attack a line. Used on the guard alone and over the wire, so that each line is tried both ways.
 */
import * as Y from 'yjs';
import {
  cardsMap,
  clustersMap,
  makeCard,
  moveCard,
  nameCluster,
  resultsMap,
  sessionMap,
  liveMap,
} from '../../shared/document.ts';
import type { Session } from '../../shared/model.ts';
import { participant, screen } from './fakedesk.ts';
import type { Attack } from './attack.ts';
import { malformed } from './malformed.ts';
import { annas, forge, longer, theme, type World } from './world.ts';

type Work = (mine: Y.Doc) => void;

/** On a copy of the document, with Yjs's own hands. */
export function works(work: Work, client: keyof World['clients'] = 'fresh'): Attack['update'] {
  return (world) => forge(world.doc, world.clients[client], work);
}

export const arranging: Partial<Session> = { phase: 'cluster' };
const anna = participant('anna');
const card = (mine: Y.Doc, id: string) => cardsMap(mine).get(id) as Y.Map<unknown>;
const text = (mine: Y.Doc, id: string) => card(mine, id).get('text') as Y.Text;
const own =
  (id: string, change: (map: Y.Map<unknown>) => void): Work =>
  (mine) =>
    change(card(mine, id));
/** Makes a card with these values; a key that is undefined is left out. */
const brand = (values: Record<string, unknown> | (() => Record<string, unknown>), id = 'newcard01'): Work => {
  return (mine) =>
    mine.transact(() => {
      const map = new Y.Map<unknown>();
      cardsMap(mine).set(id, map);
      const all: Record<string, unknown> = {
        kind: 'idea',
        title: 'Nieuw',
        text: new Y.Text('x'),
        ...(typeof values === 'function' ? values() : values),
      };
      for (const [key, value] of Object.entries(all)) if (value !== undefined) map.set(key, value);
    });
};

const roots: Attack[] = [
  { name: 'writes the session', gets: 'server_only', update: works((mine) => sessionMap(mine).set('title', 'x')) },
  { name: 'writes a result', gets: 'server_only', update: works((mine) => resultsMap(mine).set('vote:1', {})) },
  { name: 'writes what is live', gets: 'server_only', update: works((mine) => liveMap(mine).set('vote:vote:1', {})) },
  { name: 'writes a plan', gets: 'server_only', update: works((mine) => mine.getMap('plans').set('x', 1)) },
  { name: 'writes an unknown root', gets: 'bad_content', update: works((mine) => mine.getMap('secrets').set('x', 1)) },
  {
    name: 'empties a key of the session',
    gets: 'server_only',
    update: works((mine) => sessionMap(mine).delete('question')),
  },
];

const others: Attack[] = [
  {
    name: 'edits another’s title',
    gets: 'not_yours',
    update: works(own(annas, (map) => map.set('title', 'Ben was hier'))),
  },
  {
    name: 'writes in another’s text',
    gets: 'not_yours',
    update: works((mine) => text(mine, annas).insert(0, 'Niet ')),
  },
  { name: 'deletes another’s letters', gets: 'not_yours', update: works((mine) => text(mine, annas).delete(0, 3)) },
  { name: 'deletes another’s card', gets: 'not_allowed', update: works((mine) => cardsMap(mine).delete(annas)) },
  {
    name: 'deletes the own card',
    gets: 'not_allowed',
    by: anna,
    update: works((mine) => cardsMap(mine).delete(annas)),
  },
  {
    name: 'deletes a theme',
    gets: 'not_allowed',
    session: arranging,
    update: works((mine) => clustersMap(mine).delete(theme)),
  },
  { name: 'deletes a title', gets: 'not_allowed', by: anna, update: works(own(annas, (map) => map.delete('title'))) },
  { name: 'deletes a text', gets: 'not_allowed', by: anna, update: works(own(annas, (map) => map.delete('text'))) },
  { name: 'makes another’s card again', gets: 'card_exists', update: works(brand({}, annas)) },
  {
    name: 'makes a theme again',
    gets: 'cluster_exists',
    session: arranging,
    update: works((mine) => clustersMap(mine).set(theme, new Y.Map())),
  },
  {
    name: 'puts a new text for the old',
    gets: 'not_allowed',
    by: anna,
    update: works(own(annas, (map) => map.set('text', new Y.Text('x')))),
  },
  {
    name: 'changes the kind',
    gets: 'not_allowed',
    by: anna,
    update: works(own(annas, (map) => map.set('kind', 'lot'))),
  },
  { name: 'moves while pitching', gets: 'phase_closed', update: works((mine) => moveCard(mine, annas, theme)) },
  {
    name: 'moves on a locked board',
    gets: 'locked',
    session: { ...arranging, locked: true },
    update: works((mine) => moveCard(mine, annas, theme)),
  },
  { name: 'pitches while arranging', gets: 'phase_closed', session: arranging, update: works(brand({})) },
  {
    name: 'edits after the end',
    gets: 'ended',
    by: anna,
    session: { state: 'ended' },
    update: works((mine) => text(mine, annas).insert(0, 'x')),
  },
  { name: 'makes a card in its theme while pitching', gets: 'phase_closed', update: works(brand({ cluster: theme })) },
  { name: 'uses another’s client id', gets: 'foreign_client', update: works(brand({}), 'anna') },
  {
    name: 'uses the server’s client id',
    gets: 'foreign_client',
    update: (world) => forge(world.doc, world.doc.clientID, brand({})),
  },
  { name: 'writes as a screen', gets: 'not_allowed', by: screen, update: works(brand({})) },
  { name: 'writes after being removed', gets: 'removed', by: participant('removed'), update: works(brand({})) },
];

const stamps: Attack[] = ['number', 'at', 'phase', 'run', 'table', 'via', 'gone', 'mergedFrom', 'mergedInto'].flatMap(
  (key) => [
    { name: `forges ${key}`, gets: 'server_only', by: anna, update: works(own(annas, (map) => map.set(key, 1))) },
    { name: `forges ${key} on a new card`, gets: 'server_only', update: works(brand({ [key]: 1 })) },
  ],
);
for (const key of ['letter', 'order', 'gone', 'mergedInto']) {
  const update = works((mine) => clustersMap(mine).get(theme)?.set(key, 'B'));
  stamps.push({ name: `forges ${key} of a theme`, gets: 'server_only', session: arranging, update });
}

const shapes: Attack[] = [
  { name: 'an unknown key', gets: 'bad_content', by: anna, update: works(own(annas, (map) => map.set('votes', 3))) },
  {
    name: 'a key of every object',
    gets: 'bad_content',
    by: anna,
    update: works(own(annas, (map) => map.set('constructor', 'x'))),
  },
  { name: 'an unknown key on a new card', gets: 'bad_content', update: works(brand({ votes: 3 })) },
  { name: 'a card without a text', gets: 'bad_content', update: works(brand({ text: undefined })) },
  { name: 'a card without a title', gets: 'bad_content', update: works(brand({ title: undefined })) },
  { name: 'a card without a kind', gets: 'bad_content', update: works(brand({ kind: undefined })) },
  { name: 'a card of an unknown kind', gets: 'bad_content', update: works(brand({ kind: 'lot' })) },
  { name: 'a card whose text is a string', gets: 'bad_content', update: works(brand({ text: 'x' })) },
  { name: 'a card whose title is a number', gets: 'bad_content', update: works(brand({ title: 5 })) },
  { name: 'a card with a blank title', gets: 'bad_request', update: works(brand({ title: '  ' })) },
  { name: 'a card with a wrong id', gets: 'bad_content', update: works(brand({}, 'NOT AN ID')) },
  {
    name: 'a theme without a name',
    gets: 'bad_content',
    session: arranging,
    update: works((mine) => clustersMap(mine).set('newtheme1', new Y.Map())),
  },
  {
    name: 'a card in no theme’s id',
    gets: 'bad_content',
    session: arranging,
    update: works(own(annas, (map) => map.set('cluster', 'no id!'))),
  },
  {
    name: 'too long a title',
    gets: 'too_large',
    by: anna,
    update: works(own(annas, (map) => map.set('title', 'x'.repeat(81)))),
  },
  { name: 'far too long a title', gets: 'too_large', update: works(brand({ title: 'x'.repeat(100_000) })) },
  {
    name: 'too long a text',
    gets: 'too_large',
    by: anna,
    update: works((mine) => text(mine, annas).insert(0, 'x'.repeat(1_120))),
  },
  {
    name: 'too long a text on a new card',
    gets: 'too_large',
    update: works(brand(() => ({ text: new Y.Text('x'.repeat(281)) }))),
  },
  {
    name: 'too long a name',
    gets: 'too_large',
    session: arranging,
    update: works((mine) => nameCluster(mine, theme, 'x'.repeat(241))),
  },
  {
    name: 'too long a name for a new theme',
    gets: 'too_large',
    session: arranging,
    update: works((mine) => clustersMap(mine).set('newtheme1', new Y.Map([['name', new Y.Text('x'.repeat(61))]]))),
  },
  {
    name: 'too many cards',
    gets: 'too_many_cards',
    update: works((mine) =>
      mine.transact(() =>
        Array.from({ length: 21 }, (_, i) =>
          makeCard(mine, { id: `newcard${i + 10}`, kind: 'idea', title: 'x', text: '' }),
        ),
      ),
    ),
  },
  {
    name: 'bold letters',
    gets: 'bad_content',
    by: anna,
    update: works((mine) => text(mine, annas).format(0, 3, { bold: true })),
  },
  {
    name: 'a picture in a text',
    gets: 'bad_content',
    by: anna,
    update: works((mine) => text(mine, annas).insertEmbed(0, { image: 'x' })),
  },
  {
    name: 'an attribute on a text',
    gets: 'bad_content',
    by: anna,
    update: works((mine) => text(mine, annas).setAttribute('lang', 'nl')),
  },
  { name: 'an xml text for a text', gets: 'bad_content', update: works(brand(() => ({ text: new Y.XmlText('x') }))) },
  {
    name: 'a document in a document',
    gets: 'bad_content',
    by: anna,
    update: works(own(annas, (map) => map.set('title', new Y.Doc()))),
  },
  { name: 'a nested map', gets: 'bad_content', update: works(brand(() => ({ title: new Y.Map([['x', 1]]) }))) },
];

const fields: Attack[] = [
  ['fields that are a text', 'bad_content', 'x'],
  ['fields that are a list', 'bad_content', ['x']],
  ['fields in a shared map', 'bad_content', () => new Y.Map([['help', 'x']])],
  ['fields within fields', 'bad_content', { help: { help: 'x' } }],
  ['a field that is a number', 'bad_content', { help: 5 }],
  ['a field with a name of its own making', 'bad_content', { 'Help mij': 'x' }],
  ['too many fields', 'too_large', Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`f${i}`, 'x']))],
  ['far too long a field', 'too_large', { help: 'x'.repeat(2_001) }],
].map(([name, gets, value]) => ({
  name: name as string,
  gets: gets as Attack['gets'],
  update: works(brand(() => ({ fields: typeof value === 'function' ? (value as () => unknown)() : value }))),
}));

const places: Attack[] = [
  {
    name: 'edits another’s fields',
    gets: 'not_yours',
    update: works(own(annas, (map) => map.set('fields', { help: 'x' }))),
  },
  { name: 'a reaction where none is asked', gets: 'bad_content', update: works(brand({ on: annas })) },
  { name: 'a reaction to no id', gets: 'bad_content', update: works(brand({ on: 'NO ID' })) },
  {
    name: 'hangs a card under another afterwards',
    gets: 'not_allowed',
    by: anna,
    update: works(own(annas, (map) => map.set('on', longer))),
  },
  { name: 'a column that is a number', gets: 'bad_content', update: works(brand({ column: 5 })) },
  { name: 'a column with a long name', gets: 'bad_content', update: works(brand({ column: 'x'.repeat(41) })) },
  {
    name: 'changes column while pitching',
    gets: 'phase_closed',
    by: anna,
    update: works(own(annas, (map) => map.set('column', 'left'))),
  },
];

export const attacks: Attack[] = [...roots, ...others, ...stamps, ...shapes, ...fields, ...places, ...malformed];
