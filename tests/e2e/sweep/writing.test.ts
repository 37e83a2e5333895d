/** Writing cards that ask more, for a table, in silence, and as a reaction to another. */
import { contributeText } from '../../../client/text/contribute.ts';
import { byTable, reacting, silent, withFields } from './support/cards.ts';
import { titleOf } from './support/scene.ts';
import { laptop, phone, press, sweep, type Screen, type Visit } from './support/sweep.ts';

const send = ({ page, say }: Visit) => page.getByRole('button', { name: say(contributeText).send });
const react = ({ page, say }: Visit, n = 1) =>
  page.getByRole('button', { name: say(contributeText).reactTo(titleOf(n)) }).first();

const screens: Screen[] = [
  { name: 'write, with fields', scene: { cards: 6, change: withFields }, shows: send },
  {
    name: 'write, fields that are missing',
    scene: { cards: 6, change: withFields },
    steps: async (visit) => {
      await send(visit).click();
      await visit.page.getByRole('textbox').first().fill('Een bankje voor iedereen');
      await send(visit).click();
    },
    shows: ({ page, say }) => page.getByText(say(contributeText).fieldMissing),
  },
  { name: 'write, silent and anonymous', scene: { cards: 6, change: silent }, shows: send },
  { name: 'write, for a table', scene: { cards: 6, change: byTable }, shows: send },
  { name: 'react, choose', scene: { cards: 24, change: reacting }, shows: react },
  {
    name: 'react, write',
    scene: { cards: 24, change: reacting },
    steps: (visit) => press(react(visit)),
    shows: send,
  },
];

sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, screens);
