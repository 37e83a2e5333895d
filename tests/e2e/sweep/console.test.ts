/** The console, in every state an evening has. */
import { consoleWords } from '../../../client/text/console.ts';
import { leadWords } from '../../../client/text/lead.ts';
import { moderation } from '../../../client/text/moderation.ts';
import { pointWords } from '../../../client/text/points.ts';
import { revealing } from '../../../client/text/revealing.ts';
import { gather, closeVote, compareVote, revealVote, showResult, vote } from './support/crowd.ts';
import { themeId, titleOf, type Scene } from './support/scene.ts';
import { refusals } from '../../../shared/refusals.ts';
import { must } from '../../support/people.ts';
import { laptop, phone, press, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const words = ({ say }: Visit) => say(consoleWords);
const button = ({ page }: Visit, name: string | RegExp) => page.getByRole('button', { name }).first();
const programme = (visit: Visit) => visit.page.getByRole('heading', { name: words(visit).programme });
const dialog = ({ page }: Visit) => page.getByRole('dialog');
const fold = ({ page }: Visit, name: string) => page.locator('summary').filter({ hasText: name }).first();
const onward = (visit: Visit) => button(visit, /^(Naar|To|Go to): /);
const cardMenu = (visit: Visit) => button(visit, visit.say(moderation).cardMenu(titleOf(5)));
const ofCard = (key: 'hide' | 'removeAuthor') => async (visit: Visit) => {
  await press(cardMenu(visit));
  await press(visit.page.getByRole('menuitem', { name: visit.say(moderation)[key] }));
};
const finish = (key: 'delete' | 'end') => (visit: Visit) => button(visit, words(visit)[key]);
const asked = (key: 'delete' | 'end') => async (visit: Visit) => {
  await fold(visit, visit.say(leadWords).finishHeading).click();
  await press(finish(key)(visit));
};
const some: Scene = { phase: 'cluster', cards: 14, themes: 4, unplaced: 5 };
const held =
  (then: (evening: Before['evening']) => Promise<unknown> = () => Promise.resolve()) =>
  async ({ evening }: Before) => {
    await vote(evening, await gather(evening, 9));
    await then(evening);
  };

const pointsOpen = (visit: Visit) => fold(visit, visit.say(pointWords).heading).click();
const putBack = (visit: Visit) => button(visit, new RegExp(`^${visit.say(pointWords).restore}`));
async function rearranged({ evening }: Before) {
  await evening.lead('/phase', { to: 'cluster' });
  await evening.lead(`/clusters/${themeId(1)}/dissolve`);
}

async function busyRoom({ evening }: Before) {
  const guests = await gather(evening, 9);
  const cards = await Promise.all(guests.map((guest, n) => guest.write(titleOf(n + 20), 'Omdat het kan.')));
  await evening.lead(`/cards/${cards[0]}/hide`, { reason: 'Er staat een naam in.' });
  await evening.lead('/phase', { to: 'cluster' });
  for (const n of [1, 2])
    await guests[n]?.command('POST', '/cards', { title: titleOf(n + 30), text: 'Deze kwam te laat.', late: true });
  await evening.lead('/timer', { action: 'start', seconds: 890 });
  await evening.lead('/announcement', { text: 'Er is koffie bij de bar.' });
}

const screens: Screen[] = [
  { name: 'console, not open yet', scene: { state: 'prepared' }, shows: programme },
  { name: 'console, lobby, without an address', scene: { state: 'lobby', local: true }, shows: programme },
  { name: 'console, lobby', scene: { state: 'lobby' }, before: ({ evening }) => gather(evening, 12), shows: programme },
  {
    name: 'console, lobby, with the link to keep',
    scene: { state: 'lobby' },
    path: ({ evening }) => `/console#${evening.facilitator}`,
    shows: (visit) => visit.page.getByText(words(visit).keyHeading),
  },
  { name: 'console, contribute', scene: { cards: 8 }, before: ({ evening }) => gather(evening, 5), shows: programme },
  {
    name: 'console, cards wait, one is hidden, a clock and a message',
    before: busyRoom,
    steps: (visit) => fold(visit, visit.say(moderation).hiddenHeading).click(),
    shows: ({ page }) => page.getByText(titleOf(31)).first(),
  },
  {
    name: 'console, paused, locked and shut',
    scene: { cards: 3 },
    before: async ({ evening }) => {
      await evening.lead('/pause', { paused: true });
      await evening.lead('/lock', { locked: true });
      await evening.lead('/doors', { doors: 'shut' });
    },
    shows: (visit) => visit.page.getByText(words(visit).doorsNow),
  },
  {
    name: 'console, arrange, many themes',
    scene: { phase: 'cluster', cards: 60, themes: 14, unplaced: 4 },
    shows: programme,
  },
  {
    name: 'console, arrange, the board open',
    scene: some,
    steps: (visit) => fold(visit, words(visit).boardHeading).click(),
    shows: ({ page }) => page.getByText('Groen en moestuin').last(),
  },
  { name: 'console, open a vote?', scene: some, steps: (visit) => press(onward(visit)), shows: dialog, opener: onward },
  { name: 'console, vote open', scene: some, before: held(), shows: programme },
  {
    name: 'console, leave an open vote?',
    scene: some,
    before: held(),
    steps: (visit) => press(onward(visit)),
    shows: dialog,
    opener: onward,
  },
  { name: 'console, vote closed', scene: some, before: held(closeVote), shows: programme },
  {
    name: 'console, vote revealed, half told, steps on the wall, compared',
    scene: some,
    before: held(async (evening) => {
      await revealVote(evening, { tell: 'press' });
      await compareVote(evening, 'each');
      await showResult(evening, { shows: 'steps', page: 0 });
    }),
    shows: ({ page, say }) => page.getByText(say(revealing).compareNote),
  },
  {
    name: 'console, result',
    scene: some,
    before: held(async (evening) => {
      await revealVote(evening);
      await evening.lead('/phase', { to: 'result' });
    }),
    shows: programme,
  },
  {
    name: 'console, ended',
    scene: { ...some, phase: 'result' },
    before: ({ evening }) => evening.lead('/end'),
    shows: (visit) => visit.page.getByText(words(visit).endedNote),
  },
  {
    name: 'console, menu of a card',
    scene: { cards: 5 },
    menu: true,
    steps: (visit) => press(cardMenu(visit)),
    shows: ({ page }) => page.getByRole('menu'),
    opener: cardMenu,
  },
  { name: 'console, hide a card?', scene: { cards: 5 }, steps: ofCard('hide'), shows: dialog, opener: cardMenu },
  {
    name: 'console, remove a writer?',
    scene: { cards: 5 },
    steps: ofCard('removeAuthor'),
    shows: dialog,
    opener: cardMenu,
  },
  {
    name: 'console, restore points',
    scene: some,
    before: rearranged,
    steps: pointsOpen,
    shows: (visit) => putBack(visit),
  },
  {
    name: 'console, put the board back?',
    scene: some,
    before: rearranged,
    steps: async (visit) => {
      await pointsOpen(visit);
      await press(putBack(visit));
    },
    shows: dialog,
    opener: putBack,
  },
  {
    name: 'console, the board was put back',
    scene: some,
    before: rearranged,
    steps: async (visit) => {
      await must(
        visit.evening.base,
        'POST',
        `/sessions/${visit.evening.code}/clusters/${themeId(2)}/dissolve`,
        visit.evening.facilitator,
      );
      await pointsOpen(visit);
      await press(putBack(visit));
      await press(dialog(visit).getByRole('button', { name: visit.say(pointWords).restore }));
    },
    shows: ({ page }) => page.getByText(/^(Het bord is weer|The board is again)/),
  },
  {
    name: 'console, no putting back during a vote',
    scene: some,
    before: held(),
    steps: pointsOpen,
    shows: ({ page, say }) => page.getByText(say({ nl: refusals.board_fixed.nl, en: refusals.board_fixed.en })),
  },
  { name: 'console, end?', steps: asked('end'), shows: dialog, opener: finish('end') },
  { name: 'console, delete?', steps: asked('delete'), shows: dialog, opener: finish('delete') },
  {
    name: 'console, settings',
    scene: { cards: 2 },
    steps: (visit) => press(button(visit, words(visit).settings)),
    shows: dialog,
    opener: (visit) => button(visit, words(visit).settings),
  },
  {
    name: 'console, everything unfolded, a colleague invited',
    scene: { cards: 4 },
    steps: async (visit) => {
      await programme(visit).waitFor();
      for (const name of [
        words(visit).team,
        words(visit).rehearse,
        words(visit).downloads,
        words(visit).joinHeading,
        visit.say(moderation).paper,
      ])
        await fold(visit, name).click();
      await visit.page.getByLabel(words(visit).inviteName).fill('Marieke');
      await button(visit, words(visit).invite).click();
    },
    shows: (visit) => visit.page.getByText(words(visit).inviteDone),
  },
  {
    name: 'console, rehearsal',
    scene: { state: 'lobby' },
    path: ({ evening }) =>
      `//s/${rehearsals.get(evening.code)?.code}/console#${rehearsals.get(evening.code)?.facilitatorToken}`,
    before: async ({ evening }) => {
      rehearsals.set(evening.code, (await evening.lead('/rehearsal')) as { code: string; facilitatorToken: string });
    },
    shows: (visit) => visit.page.getByText(words(visit).rehearsalNow).first(),
  },
  {
    name: 'console, deleted',
    before: ({ evening }) => must(evening.base, 'DELETE', `/sessions/${evening.code}`, evening.facilitator),
    shows: (visit) => visit.page.getByText(words(visit).deleted),
    mute: true,
  },
];
const rehearsals = new Map<string, { code: string; facilitatorToken: string }>();

const outside: Screen[] = [
  { name: 'console, at its door', shows: (visit) => visit.page.getByLabel(words(visit).entryField), mute: true },
  {
    name: 'console, wrong link',
    steps: async (visit) => {
      await visit.page.getByLabel(words(visit).entryField).fill('https://bord.example/s/KRAS-7QXM/console#klopt-niet');
      await button(visit, words(visit).entryButton).click();
    },
    shows: ({ page }) => page.locator('[aria-invalid=true]'),
    mute: true,
  },
];

sweep({ as: 'facilitator', path: '/console', sizes: [phone, laptop] }, screens);
sweep({ as: 'nobody', path: '/console', sizes: [phone, laptop] }, outside);
