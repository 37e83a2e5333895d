/** Lots, tables and own choice, on the phone. */
import { tableText } from '../../../client/text/tables.ts';
import { gather } from './support/crowd.ts';
import { chosen, go, withParts } from './support/places.ts';
import { themeId, type Scene } from './support/scene.ts';
import { laptop, phone, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const scene: Scene = { change: withParts, cards: 14, themes: 8, phase: 'cluster' };
const words = ({ say }: Visit) => say(tableText);
const to =
  (phase: string, then: (before: Before) => Promise<unknown> = () => Promise.resolve()) =>
  async (before: Before) => {
    await gather(before.evening, 60);
    await go(before.evening, phase);
    await then(before);
  };
const drawn = ({ evening }: Before) => evening.lead('/lots/draw');
const seated = ({ evening }: Before) => evening.lead('/tables/draw');
const choice =
  (option: string) =>
  ({ guest }: Before) =>
    guest.command('POST', '/tables/choice', { option });
const themes = Array.from({ length: 4 }, (_, n) => themeId(n + 1));
const heading = ({ page }: Visit) => page.getByRole('heading', { level: 1 });

const screens: Screen[] = [
  { name: 'place, lot, sealed', scene, before: to('loting'), shows: (v) => v.page.getByText(words(v).lotWait) },
  { name: 'place, lot, drawn', scene, before: to('loting', drawn), shows: (v) => v.page.getByText(words(v).lotHow) },
  {
    name: 'place, lot, not coming',
    scene,
    before: to('loting', async (before) => {
      await drawn(before);
      await before.guest.command('POST', '/lots/decline');
    }),
    shows: (v) => v.page.getByText(words(v).lotDeclined),
  },
  { name: 'place, table', scene, before: to('tafels'), shows: (v) => v.page.getByText(words(v).goThere) },
  { name: 'place, themes', scene, before: to('themakeuze'), shows: (v) => v.page.getByText(words(v).chooseHint) },
  {
    name: 'place, theme chosen',
    scene,
    before: to('themakeuze', choice(themeId(2))),
    shows: (v) => v.page.getByText(words(v).waitForTable),
  },
  {
    name: 'place, table of a theme',
    scene,
    before: async (before) => {
      await chosen(before.evening, 60, themes);
      await choice(themeId(2))(before);
      await seated(before);
    },
    shows: (v) => v.page.getByText(words(v).goThere),
  },
  {
    name: 'place, no theme and no table',
    scene,
    before: async (before) => {
      await chosen(before.evening, 60, themes);
      await seated(before);
    },
    shows: (v) => v.page.getByText(words(v).chooseHint),
  },
  {
    name: 'place, neighbourhood',
    scene,
    before: to('buurten'),
    shows: (v) => v.page.getByLabel(words(v).neighbourhood),
  },
  {
    name: 'place, neighbourhood said',
    scene,
    before: to('buurten', choice('Het Veld')),
    shows: (v) => v.page.getByText(words(v).waitForTable),
  },
  {
    name: 'place, new table at a talk',
    scene,
    before: to('gesprek'),
    shows: (v) => v.page.getByText(words(v).goThere),
  },
  {
    name: 'place, at the table',
    scene,
    before: to('gesprek'),
    steps: async (v) => v.page.getByRole('button', { name: words(v).sits }).click(),
    shows: heading,
  },
];

sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, screens);
