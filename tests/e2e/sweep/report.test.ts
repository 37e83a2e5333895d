/** The report, on the screen and on paper. */
import { reportWords } from '../../../client/text/report.ts';
import { closeVote, compareVote, gather, revealVote, vote } from './support/crowd.ts';
import { approvalOnThemes, cardId, type Scene } from './support/scene.ts';
import { laptop, paper, phone, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const some: Scene = { phase: 'cluster', cards: 26, themes: 6, unplaced: 3 };
const heading = ({ page }: Visit) => page.getByRole('heading', { level: 1 });
const held =
  (then: (evening: Before['evening']) => Promise<unknown> = () => Promise.resolve()) =>
  async ({ evening }: Before) => {
    await evening.lead('/cards/merge', {
      cards: [1, 2].map(cardId),
      title: 'Samen aan tafel',
      text: 'Twee ideeën die bij elkaar horen.',
    });
    await vote(evening, await gather(evening, 14));
    await then(evening);
  };
const revealed = ({ page, say }: Visit) => page.getByText(say(reportWords).counted).first();

const screens: Screen[] = [
  { name: 'report, nothing written', scene: { state: 'lobby' }, shows: heading },
  { name: 'report, vote open', scene: some, before: held(), shows: heading },
  { name: 'report, before the reveal', scene: some, before: held(closeVote), shows: heading },
  {
    name: 'report of dots on cards, compared, with all ballots',
    scene: some,
    before: held(async (evening) => {
      await revealVote(evening, { publish: 'ballots' });
      await compareVote(evening, 'each');
      await compareVote(evening, 'lot');
    }),
    shows: revealed,
  },
  {
    name: 'report of approval on themes',
    scene: { ...some, ...approvalOnThemes },
    before: held(revealVote),
    shows: revealed,
  },
];

const led: Screen[] = [
  {
    name: 'report, ended, for the facilitator',
    scene: some,
    before: held(async (evening) => {
      await revealVote(evening);
      await evening.lead('/end');
    }),
    shows: revealed,
    mute: true,
  },
];

const sizes = [phone, laptop, paper] as const;
sweep(
  { as: 'participant', path: '/report', sizes },
  screens.map((screen) => ({ ...screen, mute: true })),
);
sweep({ as: 'facilitator', path: '/report?role=facilitator', sizes }, led);
sweep({ as: 'nobody', path: '/report', sizes: [phone, laptop] }, [
  { name: 'report, not yours', shows: ({ page, say }) => page.getByText(say(reportWords).notYours), mute: true },
]);
