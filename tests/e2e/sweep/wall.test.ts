/** Everything the room can see on the projector before there is something to vote on. */
import { wall } from '../../../client/text/wall.ts';
import { common } from '../../../client/text/common.ts';
import { gather } from './support/crowd.ts';
import { cardId, titleOf, type Scene } from './support/scene.ts';
import { projector, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const shown =
  (mode: 'overview' | 'black' | 'break') =>
  ({ evening }: Before) =>
    evening.lead('/screen', { mode });
const heading = ({ page, say }: Visit) =>
  page.getByRole('heading', { level: 1 }).filter({ hasNotText: say(wall).loading });
const hard: Scene = {
  question: 'Wat begint u zelf, met uw buren of met uw vereniging, om van onze wijk een warmere plek te maken in 2027?',
};

const contribute = [0, 1, 5, 12, 25, 56, 180].map((cards): Screen => ({
  name: `wall, contribute with ${cards} cards`,
  scene: { cards },
  shows: heading,
}));
const arrange = (
  [
    [0, 0, 0],
    [9, 0, 9],
    [12, 3, 4],
    [25, 6, 3],
    [60, 8, 20],
    [60, 10, 0],
    [90, 12, 8],
    [120, 14, 8],
  ] as const
).map(([cards, themes, unplaced]): Screen => ({
  name: `wall, arrange ${cards} cards in ${themes} themes`,
  scene: { phase: 'cluster', cards, themes, unplaced },
  shows: heading,
}));
const overview = (
  [
    [0, 0],
    [10, 4],
    [25, 8],
    [56, 8],
    [180, 8],
    [180, 12],
    [600, 8],
  ] as const
).map(([cards, themes]): Screen => ({
  name: `wall, overview of ${cards} cards in ${themes} themes`,
  scene: { phase: 'cluster', cards, themes },
  before: shown('overview'),
  shows: heading,
}));

const screens: Screen[] = [
  { name: 'wall, not open yet', scene: { state: 'prepared' }, shows: heading },
  { name: 'wall, lobby, nobody', scene: { state: 'lobby' }, shows: heading },
  { name: 'wall, lobby, without an address', scene: { state: 'lobby', local: true }, shows: heading },
  {
    name: 'wall, lobby, many people, a long question',
    scene: { state: 'lobby', ...hard },
    before: ({ evening }) => gather(evening, 43),
    shows: ({ page }) => page.getByText('43').first(),
  },
  {
    name: 'wall, lobby, doors shut',
    scene: { state: 'lobby' },
    before: ({ evening }) => evening.lead('/doors', { doors: 'shut' }),
    shows: heading,
  },
  ...contribute,
  {
    name: 'wall, contribute, clock, long question, seven anchors',
    scene: {
      cards: 20,
      ...hard,
      anchors: Array.from(
        { length: 7 },
        (_, n) => `${n + 1}. Dit ligt helemaal vast, en daar verandert niemand meer iets aan`,
      ),
    },
    before: ({ evening }) => evening.lead('/timer', { action: 'start', seconds: 899 }),
    shows: heading,
  },
  {
    name: 'wall, contribute, time is up',
    scene: { cards: 8 },
    before: ({ evening }) => evening.lead('/timer', { action: 'start', seconds: 1 }),
    shows: ({ page, say }) => page.getByText(say(wall).timeUp).first(),
  },
  {
    name: 'wall, contribute, paused, with a long message',
    scene: { cards: 56 },
    before: async ({ evening }) => {
      await evening.lead('/timer', { action: 'start', seconds: 300 });
      await evening.lead('/pause', { paused: true });
      await evening.lead('/announcement', {
        text: 'Er is koffie en thee bij de bar. Wie nog geen tafel heeft, kan bij Marieke terecht: zij staat bij de ingang.',
      });
    },
    shows: ({ page }) => page.getByText('Marieke'),
    covered: true,
  },
  {
    name: 'wall, without a connection',
    scene: { cards: 12 },
    loses: true,
    steps: async (visit) => {
      await visit.page.getByText(titleOf(1)).first().waitFor();
      await visit.line.cut();
    },
    shows: ({ page, say }) => page.getByText(say(wall).offline).first(),
    covered: true,
  },
  ...arrange,
  ...overview,
  {
    name: 'wall, one card',
    scene: { cards: 12, themes: 4 },
    before: ({ evening }) => evening.lead('/screen', { mode: 'card', card: cardId(1) }),
    shows: ({ page }) => page.getByText(titleOf(1)).first(),
  },
  {
    name: 'wall, one long merged card',
    scene: { phase: 'cluster', cards: 12, themes: 4 },
    before: async ({ evening }) => {
      const merged = (await evening.lead('/cards/merge', {
        cards: [1, 3, 4, 5].map(cardId),
        title: titleOf(4),
        text: 'Uitleg van de samengevoegde kaart. '.repeat(7),
      })) as { id: string };
      await evening.lead('/screen', { mode: 'card', card: merged.id });
    },
    shows: ({ page }) => page.getByText(titleOf(4)).first(),
  },
  { name: 'wall, black', before: shown('black'), shows: ({ page }) => page.locator('main').first(), mute: true },
  { name: 'wall, break', before: shown('break'), shows: heading },
  {
    name: 'wall, break with a clock and a message',
    before: async (before) => {
      await shown('break')(before);
      await before.evening.lead('/timer', { action: 'start', seconds: 600 });
      await before.evening.lead('/announcement', { text: 'De soep staat klaar.' });
    },
    shows: ({ page }) => page.getByText('De soep'),
    covered: true,
  },
  { name: 'wall, what is fixed', scene: { phase: 'fixed' }, shows: heading },
  { name: 'wall, result without a result', scene: { phase: 'result', cards: 5 }, shows: heading },
  {
    name: 'wall, ended',
    scene: { phase: 'result', cards: 12, themes: 4 },
    before: ({ evening }) => evening.lead('/end'),
    shows: heading,
  },
  { name: 'wall, unknown session', path: '//s/ZZZZ-ZZZZ/wall', shows: heading },
  {
    name: 'wall, rehearsal',
    scene: { state: 'lobby' },
    path: ({ evening }) => `//s/${rehearsals.get(evening.code)}/wall`,
    before: async ({ evening }) => {
      const { code } = (await evening.lead('/rehearsal')) as { code: string };
      rehearsals.set(evening.code, code);
    },
    shows: ({ page, say }) => page.getByText(say(common).rehearsal).first(),
    mute: true,
  },
];
const rehearsals = new Map<string, string>();

sweep({ as: 'wall', path: '/wall', sizes: [projector] }, screens);
