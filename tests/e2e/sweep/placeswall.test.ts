/** Lots, tables and own choice, on the wall. */
import { gather } from './support/crowd.ts';
import { chosen, go, withParts } from './support/places.ts';
import { themeId, type Scene } from './support/scene.ts';
import { projector, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const heading = ({ page }: Visit) => page.getByRole('heading', { level: 1 });
const some: Scene = { change: withParts, cards: 14, themes: 8, phase: 'cluster' };
const many: Scene = { ...some, cards: 28, themes: 14 };
/** a theme without a card can not be chosen: in these scenes the last have none */
const themes = (count: number) => Array.from({ length: Math.ceil(count / 2) }, (_, n) => themeId(n + 1));
const to =
  (phase: string, people: number, then?: string) =>
  async ({ evening }: Before) => {
    await gather(evening, people);
    await go(evening, phase);
    if (then) await evening.lead(then);
  };
const choosing =
  (count: number, then?: string) =>
  async ({ evening }: Before) => {
    await chosen(evening, 60, themes(count));
    if (then) await evening.lead(then);
  };

const screens: Screen[] = [
  { name: 'wall, lot, sealed', scene: some, before: to('loting', 60), shows: heading },
  { name: 'wall, lot, drawn', scene: some, before: to('loting', 60, '/lots/draw'), shows: heading },
  { name: 'wall, find your table', scene: some, before: to('tafels', 98), shows: heading },
  { name: 'wall, tables for nobody', scene: some, before: to('tafels', 0), shows: heading },
  { name: 'wall, a talk at new tables', scene: some, before: to('gesprek', 60), shows: heading },
  { name: 'wall, neighbourhoods', scene: some, before: to('buurten', 20), shows: heading },
  { name: 'wall, 8 themes to choose', scene: some, before: choosing(8), shows: heading },
  { name: 'wall, 8 themes with tables', scene: some, before: choosing(8, '/tables/draw'), shows: heading },
  { name: 'wall, 14 themes to choose', scene: many, before: choosing(14), shows: heading },
  { name: 'wall, 3 themes to choose', scene: { ...some, themes: 3 }, before: choosing(3), shows: heading },
];

sweep({ as: 'wall', path: '/wall', sizes: [projector] }, screens);
