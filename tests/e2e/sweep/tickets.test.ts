/** Tickets: asked for at the ballot, scanned, at a table; made, printed and withdrawn in the console; and whose votes decide. */
import { expect } from '@playwright/test';
import { consoleWords } from '../../../client/text/console.ts';
import { electorateText } from '../../../client/text/electorates.ts';
import { seatText } from '../../../client/text/seats.ts';
import { ticketText } from '../../../client/text/tickets.ts';
import { ticketWords } from '../../../client/text/ticketsheets.ts';
import { voteSettings } from '../../../client/text/votesettings.ts';
import type { MadeTickets } from '../../../shared/api/tickets.ts';
import { must, type Evening } from '../../support/people.ts';
import { gather } from './support/crowd.ts';
import { openScene, type Scene } from './support/scene.ts';
import {
  laptop,
  leadFrom,
  paper,
  phone,
  press,
  sweep,
  test,
  type Before,
  type Screen,
  type Visit,
} from './support/sweep.ts';

const scene: Scene = {
  phase: 'cluster',
  cards: 14,
  themes: 4,
  change(file) {
    const format = { ...file.session.format, tickets: true as const, duties: ['secretary' as const] };
    return { ...file, session: { ...file.session, format } };
  },
};
const ticket = ({ say }: Visit) => say(ticketText);
const sheet = ({ say }: Visit) => say(ticketWords);
const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true }).first();
const toVote = ({ evening }: Before) => evening.lead('/phase', { to: 'vote' });

async function make(evening: Evening, group: string, count: number): Promise<string[]> {
  const made = (await evening.lead('/tickets', { groups: [{ group, count }] })) as MadeTickets;
  return made.map(({ code }) => code);
}

let scanned = '';

const participant: Screen[] = [
  { name: 'vote, needs a ticket', scene, before: toVote, shows: (v) => button(v, ticket(v).take) },
  {
    name: 'vote, a ticket that was misread',
    scene,
    before: toVote,
    steps: async (v) => {
      await v.page.getByLabel(ticket(v).code).fill('ABCD-EFGH-JKMN');
      await press(button(v, ticket(v).take));
    },
    shows: (v) => v.page.locator('[aria-invalid=true]'),
  },
  {
    name: 'a ticket that was scanned',
    scene,
    before: async ({ evening }) => void ([scanned = ''] = await make(evening, 'raadslid', 1)),
    path: () => `#ticket=${scanned}`,
    shows: (v) => v.page.getByRole('dialog').getByRole('button', { name: ticket(v).goOn }),
    mute: true,
  },
  {
    name: 'a table, a vote with a ticket',
    scene,
    before: async ({ evening, guest }) => {
      const { participant: me } = await guest.me();
      await must(evening.base, 'PATCH', `/sessions/${evening.code}/people/${me?.number}`, evening.facilitator, {
        give: ['secretary'],
      });
      await evening.lead('/phase', { to: 'vote' });
    },
    steps: (v) => button(v, v.say(seatText).next).click(),
    shows: (v) => v.page.getByLabel(v.say(seatText).ticket),
  },
];

const open = (v: Visit) =>
  v.page
    .locator('summary')
    .filter({ hasText: sheet(v).heading })
    .first()
    .click();

const used = async ({ evening }: Before) => {
  const [first, second] = await make(evening, 'inwoner', 120);
  await make(evening, 'raadslid', 24);
  const people = await gather(evening, 2);
  for (const [n, code] of [first, second].entries()) await people[n]!.command('POST', '/me/ticket', { ticket: code });
  await evening.lead('/tickets/withdraw', { ticket: first });
};

const console: Screen[] = [
  { name: 'console, no tickets', scene, steps: open, shows: (v) => button(v, sheet(v).make) },
  {
    name: 'console, tickets made, used and withdrawn',
    scene,
    before: used,
    steps: async (v) => {
      await open(v);
      await v.page.getByLabel(sheet(v).count).fill('30');
      await press(button(v, sheet(v).make));
      await button(v, sheet(v).printed).waitFor();
    },
    shows: (v) => button(v, sheet(v).withdrawOne),
  },
  {
    name: 'console, tickets, withdrawing a batch',
    scene,
    before: used,
    steps: async (v) => {
      await open(v);
      await press(button(v, sheet(v).withdrawBatchOf(1)));
    },
    shows: ({ page }) => page.getByRole('dialog'),
    opener: (v) => button(v, sheet(v).withdrawBatchOf(1)),
  },
  {
    name: 'console, whose votes decide',
    scene,
    steps: async (v) => {
      await press(button(v, v.say(consoleWords).settings));
      await v.page.getByLabel(v.say(electorateText).some).check();
      await v.page
        .getByRole('group', { name: v.say(electorateText).which })
        .getByRole('checkbox')
        .first()
        .check();
      await v.page.getByLabel(v.say(electorateText).apart).check();
    },
    shows: (v) => button(v, v.say(voteSettings).save),
    opener: (v) => button(v, v.say(consoleWords).settings),
  },
];

sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, participant);
sweep({ as: 'facilitator', path: '/console', sizes: [phone, [1366, 768]] }, console);

/** What is printed lies beside the page, and a screen reader does without: so not among the screens. */
test('tickets on paper: ten to a page, whole, with a code for the eye and one for the camera', async ({
  program,
  context,
  page,
}) => {
  const evening = await openScene(program.url, scene);
  await leadFrom(context, evening);
  await page.setViewportSize({ width: paper[0], height: paper[1] });
  await page.goto(`${evening.base}/healthz`);
  await page.evaluate(() => localStorage.setItem('kantelbord:language', 'nl'));
  await page.goto(`${evening.base}/s/${evening.code}/console`);
  await page.evaluate(() => void (window.print = () => undefined));
  const v = { page, say: <T>({ nl }: { nl: T }) => nl } as unknown as Visit;
  await open(v);
  await page.getByLabel(sheet(v).count).fill('23');
  await press(button(v, sheet(v).make));
  await press(button(v, sheet(v).print));
  await page.emulateMedia({ media: 'print' });
  const tickets = page.locator('.tickets article');
  await expect(tickets).toHaveCount(23);
  await expect(tickets.first().locator('.code')).toHaveText(/^([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}$/);
  await expect(tickets.first().locator('svg')).toBeVisible();
  if (process.env.KANTELBORD_SCREENS) await page.screenshot({ path: 'test-results/screens/tickets-on-paper.png' });
  const [whole, tops] = await tickets.evaluateAll((all) => [
    all.every((one) => one.scrollHeight <= one.clientHeight && one.scrollWidth <= one.clientWidth),
    all.map((one) => one.getBoundingClientRect().top),
  ]);
  expect(whole).toBe(true);
  expect(tops[10]! - tops[0]!).toBeLessThanOrEqual(paper[1]);
});
