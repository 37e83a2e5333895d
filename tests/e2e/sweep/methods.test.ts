/** The ballots of the other eleven methods, and what their results say: on the phone, on the wall and in the report. */
import { randomBallot } from '../../../server/rehearsal/ballots.ts';
import { forms as formText } from '../../../client/text/forms.ts';
import { methods } from '../../../client/text/methods.ts';
import { resultWords } from '../../../client/text/results.ts';
import { vote as voteText } from '../../../client/text/vote.ts';
import { gather, revealVote } from './support/crowd.ts';
import { sceneOf } from './support/methods.ts';
import { laptop, phone, projector, sweep, type Before, type Screen } from './support/sweep.ts';

const open = ({ evening }: Before) => evening.lead('/phase', { to: 'vote' });

/** Fourteen people voted, each as another would. */
async function revealed({ evening }: Before): Promise<void> {
  const people = await gather(evening, 14);
  await open({ evening } as Before);
  let state = 11;
  const chance = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  for (const person of people) {
    const { method, items } = await person.paper('vote');
    await person.vote('vote', randomBallot(method, items, chance));
  }
  await revealVote(evening);
}

const forms = [
  'single',
  'points',
  'score',
  'jury',
  'borda',
  'pairwise',
  'consent',
  'equal shares',
  'allocate',
  'vouchers',
];
const outcomes = ['score', 'jury', 'runoff', 'pairwise', 'consent', 'equal shares', 'allocate', 'vouchers', 'tables'];

const asked: Screen[] = forms.map((name) => ({
  name: `ballot: ${name}`,
  scene: sceneOf(name),
  before: open,
  ...(name === 'consent' && {
    steps: async ({ page, say }) => {
      await page
        .getByRole('radio', { name: say(formText).answers.no })
        .first()
        .check({ force: true });
      await page.getByLabel(say(formText).why).fill('Noem ook de kinderen van de Lindeschool.');
    },
  }),
  shows: ({ page, say }) =>
    page.getByRole('button', {
      name:
        name === 'pairwise' ? say(formText).unsure : name === 'consent' ? say(voteText).send : say(voteText).sendBlank,
    }),
}));

const told: Screen[] = outcomes.map((name) => ({
  name: `result: ${name}`,
  scene: sceneOf(name),
  before: revealed,
  steps: async ({ page, say }) => {
    await page.getByText(say(methods).howOpen).click();
    await page.locator('details[open] ol li').first().waitFor();
  },
  shows: ({ page, say }) => page.getByText(say(resultWords).howCounted).first(),
}));

const shown: Screen[] = ['score', 'consent', 'equal shares', 'allocate'].map((name) => ({
  name: `wall, result: ${name}`,
  scene: sceneOf(name),
  before: revealed,
  shows: ({ page }) => page.getByRole('heading', { level: 1 }),
}));

sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, [...asked, ...told]);
sweep({ as: 'wall', path: '/wall', sizes: [projector] }, shown);
