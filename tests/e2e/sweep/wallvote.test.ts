/** What the room sees of a vote: nothing but turnout before, place by place after. */
import { closeVote, compareVote, gather, revealVote, showResult, vote } from './support/crowd.ts';
import { approvalOnThemes, type Scene } from './support/scene.ts';
import { projector, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const heading = ({ page }: Visit) => page.getByRole('heading', { level: 1 });
const dots: Scene = { phase: 'cluster', cards: 24, themes: 6 };
const themes: Scene = { ...dots, ...approvalOnThemes };
const held =
  (people: number, then: (evening: Before['evening']) => Promise<unknown> = () => Promise.resolve()) =>
  async ({ evening }: Before) => {
    await vote(evening, await gather(evening, people));
    await then(evening);
  };

const screens: Screen[] = [
  {
    name: 'wall, vote open, nobody yet',
    scene: dots,
    before: ({ evening }) => evening.lead('/phase', { to: 'vote' }),
    shows: heading,
  },
  {
    name: 'wall, vote open, with a clock',
    scene: dots,
    before: held(21, (evening) => evening.lead('/timer', { action: 'start', seconds: 400 })),
    shows: ({ page }) => page.getByText('21').first(),
  },
  { name: 'wall, vote closed', scene: dots, before: held(8, closeVote), shows: heading },
  {
    name: 'wall, vote broken off',
    scene: dots,
    before: held(8, (evening) => evening.lead('/votes/vote/abort')),
    shows: heading,
  },
  { name: 'wall, result of dots', scene: dots, before: held(31, (evening) => revealVote(evening)), shows: heading },
  { name: 'wall, result of themes', scene: themes, before: held(12, (evening) => revealVote(evening)), shows: heading },
  {
    name: 'wall, result half told',
    scene: dots,
    before: held(31, async (evening) => {
      await revealVote(evening, { tell: 'press' });
      await showResult(evening, { shows: 'result', told: 2 });
    }),
    shows: heading,
  },
  {
    name: 'wall, steps of a result',
    scene: dots,
    before: held(31, async (evening) => {
      await revealVote(evening);
      await showResult(evening, { shows: 'steps', page: 1 });
    }),
    shows: ({ page }) => page.locator('main li').first(),
  },
  {
    name: 'wall, another rule',
    scene: dots,
    before: held(31, async (evening) => {
      await revealVote(evening);
      await compareVote(evening, 'each');
      await showResult(evening, { shows: 'other', other: 'each' });
    }),
    shows: ({ page }) => page.locator('main li').first(),
  },
  {
    name: 'wall, result in the last part',
    scene: dots,
    before: held(31, async (evening) => {
      await revealVote(evening);
      await evening.lead('/phase', { to: 'result' });
    }),
    shows: heading,
  },
];

sweep({ as: 'wall', path: '/wall', sizes: [projector] }, screens);
