/** The start page, and addresses that lead nowhere. */
import { common } from '../../../client/text/common.ts';
import { startText } from '../../../client/text/start.ts';
import { laptop, phone, sweep, type Screen, type Visit } from './support/sweep.ts';

const begin = async ({ page, say }: Visit) => page.getByRole('button', { name: say(startText).begin }).click();

const screens: Screen[] = [
  {
    name: 'start',
    shows: ({ page, say }) => page.getByRole('button', { name: say(startText).begin }),
  },
  {
    name: 'start, wrong code',
    steps: async ({ page, say }) => {
      await page.getByLabel(say(startText).code).fill('0O1I');
      await page.keyboard.press('Enter');
    },
    shows: ({ page, say }) => page.getByText(say(startText).codeWrong),
  },
  {
    name: 'start, form',
    steps: begin,
    shows: ({ page, say }) => page.getByLabel(say(startText).title),
  },
  {
    name: 'start, form with errors',
    steps: async (visit) => {
      const { page, say } = visit;
      await begin(visit);
      await page.getByLabel(say(startText).question).fill('x'.repeat(240));
      await page.getByRole('button', { name: say(startText).addAnchor }).click();
      await page.getByRole('button', { name: say(startText).submit }).click();
    },
    shows: ({ page, say }) => page.getByText(say(startText).titleMissing),
  },
  {
    name: 'start, a file that is not right',
    steps: async ({ page, say }) => {
      await page.getByText(say(startText).importHeading).click();
      const buffer = Buffer.from('META\nkey;value\nbudget;veel\n');
      await page
        .getByLabel(say(startText).importFile)
        .setInputFiles({ name: 'wijk.pb', mimeType: 'text/plain', buffer });
    },
    shows: ({ page }) => page.getByText(/4: .*PROJECTS/),
  },
  {
    name: 'unknown page',
    path: '/wall/nergens',
    shows: ({ page, say }) => page.getByText(say(common).notFound),
    mute: true,
  },
];

sweep(
  { as: 'nobody', path: '//', sizes: [phone, laptop] },
  screens.map((screen) => ({ mute: true, ...screen })),
);
