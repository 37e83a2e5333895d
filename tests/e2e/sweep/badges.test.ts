/** Badges at the door, and tables, lots and badges in the console. */
import { badgeText } from '../../../client/text/badges.ts';
import { sheetText } from '../../../client/text/sheets.ts';
import { tableText } from '../../../client/text/tables.ts';
import { gather } from './support/crowd.ts';
import { badgesOf, chosen, go, withParts } from './support/places.ts';
import { themeId, type Scene } from './support/scene.ts';
import { must } from '../../support/people.ts';
import { laptop, phone, press, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const scene: Scene = { change: withParts, cards: 14, themes: 8, phase: 'cluster' };
const badge = ({ say }: Visit) => say(badgeText);
const sheet = ({ say }: Visit) => say(sheetText);
const table = ({ say }: Visit) => say(tableText);
const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true }).first();
const onlyBadges = ({ evening }: Before) =>
  must(evening.base, 'PATCH', `/sessions/${evening.code}`, evening.facilitator, { admission: 'badge' });

const door: Screen[] = [
  {
    name: 'door, with a badge',
    steps: async (v) => button(v, badge(v).haveBadge).click(),
    shows: (v) => v.page.getByLabel(badge(v).code),
  },
  { name: 'door, only with a badge', before: onlyBadges, shows: (v) => v.page.getByLabel(badge(v).code) },
  {
    name: 'door, a wrong badge',
    before: onlyBadges,
    steps: async (v) => {
      await v.page.getByLabel(badge(v).code).fill('ABCD-EFGH-JKMN');
      await press(button(v, badge(v).enter));
    },
    shows: (v) => v.page.locator('main').getByRole('status').last(),
  },
];

const open = (v: Visit) =>
  v.page
    .locator('summary')
    .filter({ hasText: sheet(v).heading })
    .first()
    .click();
const to =
  (phase: string, then?: string) =>
  async ({ evening }: Before) => {
    await gather(evening, 23);
    await go(evening, phase);
    if (then) await evening.lead(then);
  };

const console: Screen[] = [
  { name: 'console, lot, to draw', scene, before: to('loting'), shows: (v) => button(v, table(v).draw) },
  {
    name: 'console, lot, drawn',
    scene,
    before: to('loting', '/lots/draw'),
    shows: (v) => v.page.getByText(table(v).drawn),
  },
  {
    name: 'console, lot, asking',
    scene,
    before: to('loting'),
    steps: (v) => press(button(v, table(v).draw)),
    shows: ({ page }) => page.getByRole('dialog'),
    opener: (v) => button(v, table(v).draw),
  },
  {
    name: 'console, tables',
    scene,
    before: to('gesprek'),
    steps: async (v) =>
      v.page
        .locator('summary')
        .filter({ hasText: table(v).moveHeading })
        .click(),
    shows: (v) => button(v, table(v).seatAgain),
  },
  {
    name: 'console, themes to choose',
    scene,
    before: ({ evening }) => chosen(evening, 23, [themeId(1), themeId(2)]),
    shows: (v) => button(v, table(v).seat),
  },
  {
    name: 'console, tables with shortages',
    scene,
    before: async ({ evening }) => {
      await chosen(evening, 23, [themeId(1), themeId(2), themeId(3), themeId(4)]);
      await evening.lead('/tables/draw');
    },
    shows: (v) => button(v, table(v).seatAgain),
  },
  { name: 'console, no badges', scene, steps: open, shows: (v) => button(v, sheet(v).make) },
  {
    name: 'console, badges made',
    scene,
    before: async (before) => {
      await badgesOf(before.evening, 40);
      await before.evening.lead('/badges/mark', { here: true, numbers: [1, 2, 3] });
      await go(before.evening, 'tafels');
    },
    steps: async (v) => {
      await open(v);
      await v.page.getByLabel(sheet(v).count).fill('20');
      await press(button(v, sheet(v).make));
      await button(v, sheet(v).printed).waitFor();
    },
    shows: (v) => button(v, sheet(v).printLists),
  },
];

sweep({ as: 'nobody', path: '', sizes: [phone, laptop] }, door);
sweep({ as: 'facilitator', path: '/console', sizes: [phone, [1366, 768]] }, console);
