/** The board, as everybody can take hold of it. */
import { arrange } from '../../../client/text/arrange.ts';
import { titleOf } from './support/scene.ts';
import { laptop, phone, press, sweep, type Screen, type Visit } from './support/sweep.ts';

const some = { phase: 'cluster', cards: 14, themes: 4, unplaced: 5 } as const;
const many = { phase: 'cluster', cards: 60, themes: 11, unplaced: 9 } as const;
const board = ({ page }: Visit) => page.getByText(titleOf(1)).first();
const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true }).first();
const move = (visit: Visit) => button(visit, visit.say(arrange).moveCard(titleOf(1)));
const card = (visit: Visit) => button(visit, visit.say(arrange).open(titleOf(1)));
const themeMenu = (visit: Visit) => button(visit, visit.say(arrange).themeMenu('A Burenhulp'));
const ofTheme = (key: 'rename' | 'mergeTheme' | 'dissolve') => async (visit: Visit) => {
  await press(themeMenu(visit));
  await press(visit.page.getByRole('menuitem', { name: visit.say(arrange)[key] }));
};
async function choose(visit: Visit) {
  await button(visit, visit.say(arrange).select).click();
  for (const n of [1, 2])
    await visit.page
      .getByLabel(visit.say(arrange).selectCard(titleOf(n)))
      .first()
      .check();
}
const dialog = ({ page }: Visit) => page.getByRole('dialog');

const screens: Screen[] = [
  {
    name: 'arrange, no cards',
    scene: { phase: 'cluster' },
    shows: ({ page, say }) => page.getByText(say(arrange).empty),
  },
  { name: 'arrange, no themes', scene: { phase: 'cluster', cards: 8 }, shows: board },
  { name: 'arrange, board', scene: some, shows: board },
  { name: 'arrange, many cards and themes', scene: many, shows: board },
  {
    name: 'arrange, list',
    scene: some,
    steps: async ({ page, say }) => page.getByText(say(arrange).list, { exact: true }).first().click(),
    shows: board,
  },
  {
    name: 'arrange, one theme',
    scene: many,
    steps: async (visit) => {
      await press(themeMenu(visit));
      await press(visit.page.getByRole('menuitem', { name: visit.say(arrange).openTheme }));
    },
    shows: ({ page, say }) => page.getByRole('button', { name: say(arrange).back }),
  },
  { name: 'arrange, one card', scene: some, steps: (visit) => press(card(visit)), shows: dialog, opener: card },
  { name: 'arrange, move', scene: some, steps: (visit) => press(move(visit)), shows: dialog, opener: move },
  {
    name: 'arrange, one by one',
    scene: many,
    steps: (visit) => press(button(visit, visit.say(arrange).oneByOne)),
    shows: dialog,
    opener: (visit) => button(visit, visit.say(arrange).oneByOne),
  },
  {
    name: 'arrange, new theme',
    scene: some,
    steps: (visit) => press(button(visit, visit.say(arrange).newTheme)),
    shows: dialog,
    opener: (visit) => button(visit, visit.say(arrange).newTheme),
  },
  {
    name: 'arrange, cards chosen',
    scene: some,
    steps: choose,
    shows: (visit) => button(visit, visit.say(arrange).mergeMany(2)),
  },
  {
    name: 'arrange, merge',
    scene: some,
    steps: async (visit) => {
      await choose(visit);
      await press(button(visit, visit.say(arrange).mergeMany(2)));
    },
    shows: dialog,
    opener: (visit) => button(visit, visit.say(arrange).mergeMany(2)),
  },
  {
    name: 'arrange, menu of a theme',
    scene: some,
    menu: true,
    steps: (visit) => press(themeMenu(visit)),
    shows: ({ page }) => page.getByRole('menu'),
    opener: themeMenu,
  },
  { name: 'arrange, name of a theme', scene: some, steps: ofTheme('rename'), shows: dialog, opener: themeMenu },
  { name: 'arrange, merge themes', scene: some, steps: ofTheme('mergeTheme'), shows: dialog, opener: themeMenu },
  { name: 'arrange, dissolve a theme', scene: some, steps: ofTheme('dissolve'), shows: dialog, opener: themeMenu },
  {
    name: 'arrange, locked',
    scene: some,
    before: ({ evening }) => evening.lead('/lock', { locked: true }),
    shows: board,
  },
];

sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, screens);
