/** The door of a session, and why one can not come in. */
import { joinText } from '../../../client/text/join.ts';
import { must } from '../../support/people.ts';
import { laptop, letIn, phone, sweep, type Screen, type Visit } from './support/sweep.ts';

const heading =
  (key: 'preparedHeading' | 'shutHeading' | 'endedHeading' | 'fullHeading' | 'deletedHeading' | 'removedHeading') =>
  ({ page, say }: Visit) =>
    page.getByText(say(joinText)[key]);
const form = ({ page, say }: Visit) => page.getByRole('button', { name: say(joinText).join, exact: true });

const screens: Screen[] = [
  { name: 'door', scene: { state: 'lobby' }, shows: form },
  {
    name: 'door, a long question and everything about data open',
    scene: {
      question: 'Wat kunnen wij doen tegen arbeidsongeschiktheidsverzekeringsproblemen, en wat doet u zelf al?',
    },
    steps: ({ page, say }) => page.getByText(say(joinText).dataHeading).click(),
    shows: ({ page, say }) => page.getByText(say(joinText).dataCookie),
  },
  {
    name: 'door, wrong table',
    scene: { state: 'lobby' },
    steps: async (visit) => {
      await visit.page.getByLabel(visit.say(joinText).table).fill('0');
      await form(visit).click();
    },
    shows: ({ page, say }) => page.getByText(say(joinText).tableWrong),
  },
  { name: 'door, not open yet', scene: { state: 'prepared' }, shows: heading('preparedHeading') },
  {
    name: 'door, shut',
    before: ({ evening }) => evening.lead('/doors', { doors: 'shut' }),
    shows: heading('shutHeading'),
  },
  {
    name: 'door, full',
    steps: async (visit) => {
      const json = { code: 'session_full', message: 'vol' };
      await visit.page.route('**/participants', (route) => route.fulfill({ status: 409, json }));
      await form(visit).click();
    },
    shows: heading('fullHeading'),
  },
  { name: 'door, ended', scene: { state: 'ended', cards: 5 }, shows: heading('endedHeading') },
  {
    name: 'door, deleted',
    before: ({ evening }) => must(evening.base, 'DELETE', `/sessions/${evening.code}`, evening.facilitator),
    shows: heading('deletedHeading'),
  },
  {
    name: 'door, unknown session',
    path: '//s/ZZZZ-ZZZZ',
    shows: ({ page, say }) => page.getByText(say(joinText).unknownHeading),
  },
  {
    name: 'door, removed',
    before: async ({ evening, context }) => {
      const guest = await letIn(context, evening);
      const card = await guest.write('Dit hoort hier niet');
      await evening.lead(`/cards/${card}/remove-author`);
    },
    shows: heading('removedHeading'),
  },
  {
    name: 'door, no connection',
    steps: async ({ page }) => {
      await page.route('**/api/**', (route) => route.abort());
      await page.reload();
    },
    shows: ({ page, say }) => page.getByText(say(joinText).offlineHeading),
  },
];

sweep({ as: 'nobody', path: '', sizes: [phone, laptop] }, screens);
