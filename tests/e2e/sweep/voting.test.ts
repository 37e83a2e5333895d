/** The ballot and its result, for dots on cards and for approval on themes. */
import { resultWords } from '../../../client/text/results.ts';
import { published } from '../../../client/text/published.ts';
import { vote as voteText } from '../../../client/text/vote.ts';
import { closeVote, gather, revealVote, showResult, vote } from './support/crowd.ts';
import { approvalOnThemes, titleOf, type Scene } from './support/scene.ts';
import { laptop, phone, sweep, type Before, type Screen } from './support/sweep.ts';

const dots: Scene = { phase: 'cluster', cards: 14, themes: 4, unplaced: 1 };
const themes: Scene = { ...dots, ...approvalOnThemes };

/** With five others and with this browser's guest. */
const held =
  (then: (evening: Before['evening']) => Promise<unknown> = () => Promise.resolve()) =>
  async ({ evening, guest }: Before) => {
    await vote(evening, [...(await gather(evening, 11)), guest]);
    await then(evening);
  };
const open = ({ evening }: Before) => evening.lead('/phase', { to: 'vote' });

const screens: Screen[] = [
  {
    name: 'vote, nothing to vote on',
    scene: { phase: 'cluster' },
    before: open,
    shows: ({ page }) => page.locator('main h1'),
  },
  { name: 'vote with dots, empty', scene: dots, before: open, shows: ({ page }) => page.getByText(titleOf(1)).first() },
  {
    name: 'vote with dots, all placed',
    scene: dots,
    before: open,
    steps: async ({ page, say }) => {
      for (const n of [1, 1, 3])
        await page.getByRole('button', { name: say(voteText).more(titleOf(n)), exact: true }).click();
    },
    shows: ({ page, say }) => page.getByText(say(voteText).allPlaced(3)).first(),
  },
  {
    name: 'vote with dots, sent',
    scene: dots,
    before: held(),
    shows: ({ page, say }) => page.getByText(say(voteText).sent).first(),
  },
  {
    name: 'vote on themes, empty',
    scene: themes,
    before: open,
    shows: ({ page }) => page.getByText('Burenhulp').first(),
  },
  {
    name: 'vote on themes, full',
    scene: themes,
    before: open,
    steps: async ({ page }) => {
      for (const n of [0, 1, 2]) await page.locator('main').getByRole('checkbox').nth(n).check();
    },
    shows: ({ page, say }) => page.getByText(say(voteText).chosen(3, 3)).first(),
  },
  {
    name: 'vote, one hidden after it was sent',
    scene: dots,
    before: async ({ evening, guest }) => {
      await evening.lead('/phase', { to: 'vote' });
      const { items } = await guest.paper('vote');
      await guest.vote('vote', { dots: { [items[0]?.id ?? '']: 2 } });
      await evening.lead(`/cards/${items[0]?.id}/hide`, { reason: 'Er staat een naam in.' });
    },
    shows: ({ page, say }) => page.getByText(say(voteText).struckYours(2)),
  },
  {
    name: 'vote, many choices',
    scene: { phase: 'cluster', cards: 55, themes: 9 },
    before: open,
    shows: ({ page, say }) => page.getByRole('button', { name: say(voteText).sendBlank }),
  },
  {
    name: 'vote, closed',
    scene: dots,
    before: held(closeVote),
    shows: ({ page, say }) => page.getByText(say(voteText).closed),
  },
  {
    name: 'vote, broken off',
    scene: dots,
    before: held((evening) => evening.lead('/votes/vote/abort')),
    shows: ({ page, say }) => page.getByText(say(voteText).aborted).first(),
  },
  {
    name: 'result of dots',
    scene: dots,
    before: held(revealVote),
    shows: ({ page, say }) => page.getByText(say(resultWords).howCounted).first(),
  },
  {
    name: 'result of themes',
    scene: themes,
    before: held(revealVote),
    shows: ({ page, say }) => page.getByText(say(resultWords).howCounted).first(),
  },
  {
    name: 'result, half told',
    scene: dots,
    before: held(async (evening) => {
      await revealVote(evening, { tell: 'press' });
      await showResult(evening, { shows: 'result', told: 2 });
    }),
    shows: ({ page, say }) => page.getByText(say(published).telling),
  },
  {
    name: 'result, with all ballots',
    scene: dots,
    before: held((evening) => revealVote(evening, { publish: 'ballots' })),
    steps: async ({ page, say }) => {
      await page.getByRole('button', { name: say(published).look }).click();
      await page
        .locator('summary')
        .filter({ hasText: say(published).open })
        .click();
    },
    shows: ({ page, say }) => page.getByText(say(published).unknown),
  },
  {
    name: 'result, in the last part',
    scene: dots,
    before: held(async (evening) => {
      await revealVote(evening);
      await evening.lead('/phase', { to: 'result' });
    }),
    shows: ({ page, say }) => page.getByText(say(resultWords).howCounted).first(),
  },
];

sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, screens);
