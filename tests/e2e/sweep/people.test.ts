/** Duties, invitations, the balance and what follows: the console, the door, and the page of who has a duty. */
import type { InvitationMade } from '../../../shared/api/invitations.ts';
import type { Duty, Format } from '../../../shared/format.ts';
import { balanceWords } from '../../../client/text/balance.ts';
import { dutyWords } from '../../../client/text/duties.ts';
import { followWords } from '../../../client/text/follow.ts';
import { must, type Evening } from '../../support/people.ts';
import { gather } from './support/crowd.ts';
import { laptop, phone, press, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const duties: Duty[] = ['secretary', 'theme', 'jury', 'auctioneer', 'partner', 'clerk', 'decider', 'observer'];
const expected: Record<string, number> = { inwoner: 8, ondernemer: 3, organisatie: 3, raadslid: 9 };

/** The evening with all duties, and with groups of which somebody is expected. */
async function prepare({ evening }: Pick<Before, 'evening'>): Promise<void> {
  const path = `/sessions/${evening.code}/format`;
  const { format } = await must<{ format: Format }>(evening.base, 'GET', path, evening.facilitator);
  const groups = format.groups.map((group) => ({ ...group, expected: expected[group.id] }));
  await must(evening.base, 'PUT', path, evening.facilitator, { format: { ...format, duties, groups } });
}

const change = ({ base, code, facilitator }: Evening, below: string, body: unknown) =>
  must(base, 'PATCH', `/sessions/${code}${below}`, facilitator, body);

async function hall(before: Before): Promise<void> {
  const { evening } = before;
  await prepare(before);
  const guests = await gather(evening, 12);
  await evening.join({ name: 'Wilhelmina van Bovenkerspel-Achterberg', group: 'raadslid', table: 3 });
  for (const guest of guests.slice(0, 5)) await guest.write('Een bankje bij de bushalte');
  await change(evening, '/people/1', { give: ['secretary', 'theme'], table: 9 });
  await change(evening, '/people/2', { give: ['observer'] });
  await change(evening, '/balance', { interests: ['huurders', 'jongeren', 'winkeliers'], there: ['winkeliers'] });
  for (const body of [{ duty: 'secretary' }, { duty: 'jury', group: 'raadslid' }, { group: 'ondernemer' }]) {
    await evening.lead('/invitations', body);
  }
}

const fold = ({ page }: Visit, name: string) => page.locator('summary').filter({ hasText: name }).first();
const words = ({ say }: Visit) => say(dutyWords);
const dialog = ({ page }: Visit) => page.getByRole('dialog');
const peopleOpen = (visit: Visit) => fold(visit, words(visit).people).click();
const linksOpen = (visit: Visit) => fold(visit, words(visit).links).click();
const changer = (visit: Visit) =>
  visit.page.getByRole('button', { name: words(visit).changeName(words(visit).person(1)), exact: true });
const adjust = (visit: Visit) => visit.page.getByRole('button', { name: visit.say(balanceWords).adjust, exact: true });
const followUp = (visit: Visit) => visit.page.getByRole('button', { name: visit.say(followWords).open });
const withdraw = (visit: Visit) =>
  visit.page.getByRole('button', { name: words(visit).withdrawName(words(visit).titles.secretary) });

const console: Screen[] = [
  {
    name: 'console, who is here and who is missing',
    before: hall,
    shows: ({ page, say }) => page.getByText(say(balanceWords).unheard('huurders, jongeren')),
  },
  {
    name: 'console, the balance',
    before: hall,
    steps: (visit) => fold(visit, visit.say(balanceWords).heading).click(),
    shows: ({ page, say }) => page.getByText(say(balanceWords).interestsNote),
  },
  {
    name: 'console, whom do you expect?',
    before: hall,
    steps: async (visit) => {
      await fold(visit, visit.say(balanceWords).heading).click();
      await press(adjust(visit));
    },
    shows: dialog,
    opener: adjust,
  },
  { name: 'console, people and duties', before: hall, steps: peopleOpen, shows: changer },
  {
    name: 'console, duties of one person',
    before: hall,
    steps: async (visit) => {
      await peopleOpen(visit);
      await press(changer(visit));
    },
    shows: dialog,
    opener: changer,
  },
  {
    name: 'console, nobody for people and duties',
    scene: { state: 'lobby' },
    before: prepare,
    steps: peopleOpen,
    shows: ({ page, say }) => page.getByText(say(dutyWords).nobody),
  },
  { name: 'console, invitations', before: hall, steps: linksOpen, shows: withdraw },
  {
    name: 'console, an invitation that was just made',
    before: prepare,
    steps: async (visit) => {
      await linksOpen(visit);
      await visit.page.getByLabel(words(visit).linkFor).selectOption('secretary');
      await press(visit.page.getByRole('button', { name: words(visit).makeLink }));
    },
    shows: ({ page, say }) => page.getByText(say(dutyWords).linkOnce),
  },
  {
    name: 'console, withdraw an invitation?',
    before: hall,
    steps: async (visit) => {
      await linksOpen(visit);
      await press(withdraw(visit));
    },
    shows: dialog,
    opener: withdraw,
  },
  {
    name: 'console, a follow-up session',
    scene: { phase: 'cluster', cards: 14, themes: 4, unplaced: 5 },
    before: ({ evening }) => evening.lead('/end'),
    steps: (visit) => press(followUp(visit)),
    shows: dialog,
    opener: followUp,
  },
];
sweep({ as: 'facilitator', path: '/console', sizes: [laptop, phone] }, console);

const given =
  (...give: Duty[]) =>
  async (before: Before) => {
    await prepare(before);
    await change(before.evening, '/people/1', { give, table: 9 });
  };

const participant: Screen[] = [
  {
    name: 'participant, table secretary',
    before: given('secretary'),
    shows: ({ page, say }) => page.getByText(say(dutyWords).forTable(9)),
  },
  {
    name: 'participant, all duties at once',
    scene: { state: 'lobby' },
    before: given(...duties.filter((duty) => duty !== 'observer')),
    shows: ({ page, say }) => page.getByText(say(dutyWords).tasks.jury),
  },
  {
    name: 'participant, observer of writing',
    scene: { cards: 6 },
    before: given('observer'),
    shows: ({ page, say }) => page.getByText(say(dutyWords).tasks.observer),
  },
  {
    name: 'participant, observer of arranging',
    scene: { phase: 'cluster', cards: 6, themes: 2 },
    before: given('observer'),
    shows: ({ page, say }) => page.getByText(say(dutyWords).tasks.observer),
  },
  {
    name: 'participant, observer of a vote',
    scene: { phase: 'cluster', cards: 6, themes: 2 },
    before: async (before) => {
      await given('observer')(before);
      await before.evening.lead('/phase', { to: 'vote' });
    },
    shows: ({ page, say }) => page.getByText(say(dutyWords).watch),
  },
];
sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, participant);

/** The link of one evening; the page is opened with it, once for each language. */
const links = new Map<string, string>();
async function invited(before: Before): Promise<void> {
  await prepare(before);
  const body = { duty: 'secretary', group: 'inwoner' };
  const made = (await before.evening.lead('/invitations', body)) as InvitationMade;
  links.set(before.evening.code, made.token);
}

const door: Screen[] = [
  {
    name: 'door, invited for a duty and a group',
    before: invited,
    path: ({ evening }) => `#als=${links.get(evening.code)}`,
    shows: ({ page }) => page.getByText(/^(U bent uitgenodigd|You are invited)/),
  },
  {
    name: 'door, an invitation that does not work',
    path: '#als=wrong',
    shows: ({ page }) => page.getByText(/^(Deze uitnodiging|This invitation)/),
  },
];
sweep({ as: 'nobody', path: '', sizes: [phone, laptop] }, door);
