/** What the room sees of the theme team's work: themes so far, and which were named most. */
import { withFields, themeTeam } from './support/cards.ts';
import { cardId, type Scene } from './support/scene.ts';
import { projector, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const heading = ({ page }: Visit) => page.getByRole('heading', { level: 1 });
const few: Scene = { phase: 'cluster', cards: 24, themes: 5, unplaced: 3, change: themeTeam };
const many: Scene = { phase: 'cluster', cards: 90, themes: 13, unplaced: 8, change: themeTeam };
const push = ({ evening }: Before) => evening.lead('/themes/push', { show: true });
const counted = ({ evening }: Before) => evening.lead('/phase', { to: 'result' });

const screens: Screen[] = [
  { name: 'wall, themes so far', scene: few, before: push, shows: heading },
  { name: 'wall, many themes so far', scene: many, before: push, shows: heading },
  {
    name: 'wall, no themes so far',
    scene: { phase: 'cluster', cards: 4, change: themeTeam },
    before: push,
    shows: heading,
  },
  { name: 'wall, themes counted', scene: few, before: counted, shows: heading },
  { name: 'wall, many themes counted', scene: many, before: counted, shows: heading },
  {
    name: 'wall, a card with fields is discussed',
    scene: { cards: 6, change: withFields },
    before: ({ evening }) => evening.lead('/screen', { mode: 'card', card: cardId(1) }),
    shows: heading,
  },
];

sweep({ as: 'wall', path: '/wall', sizes: [projector] }, screens);
