/** What the room sees of a vote: nothing but turnout before, place by place after. */
import { closeVote, gather, revealVote, vote } from './support/crowd.ts';
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
  { name: 'wall, result of dots', scene: dots, before: held(31, revealVote), shows: heading },
  { name: 'wall, result of themes', scene: themes, before: held(12, revealVote), shows: heading },
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
