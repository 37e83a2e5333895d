/** The page of somebody who is in, but for arranging and voting. */
import { expect } from '@playwright/test';
import { common } from '../../../client/text/common.ts';
import { contributeText } from '../../../client/text/contribute.ts';
import { leavingText } from '../../../client/text/leaving.ts';
import { participantText } from '../../../client/text/participant.ts';
import { titleOf } from './support/scene.ts';
import { laptop, phone, press, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

/** On a laptop there are no tabs: all of it lies side by side. */
const tab =
  (key: 'mine' | 'all') =>
  async ({ page, say }: Visit) => {
    const isPhone = (page.viewportSize()?.width ?? 0) < 1000;
    if (isPhone) await page.getByRole('button', { name: say(participantText)[key] }).click();
  };
const title = ({ page, say }: Visit) => page.getByLabel(say(contributeText).title(say({ nl: 'idee', en: 'idea' })));
const send = ({ page, say }: Visit) => page.getByRole('button', { name: say(contributeText).send });
const menu = ({ page, say }: Visit) => page.getByRole('button', { name: say(participantText).menu });
const entry = (key: 'details' | 'leave' | 'erase') => async (visit: Visit) => {
  await press(menu(visit));
  await press(visit.page.getByRole('menuitem', { name: visit.say(participantText)[key] }));
};

async function writeEveryKind({ evening, guest }: Before) {
  const [gone, hidden, one, two] = [
    await guest.write('Ingetrokken kaart', 'Toch maar niet.'),
    await guest.write('Kaart met een naam erin', 'Van mevrouw De Vries.'),
    await guest.write('Een moestuin op het plein', 'Met kruiden voor iedereen.'),
    await guest.write('Groente kweken bij de school'),
  ];
  await guest.write('Gemeenschapshuisvestingsvereniging', 'Een lang woord dat toch moet passen.');
  await guest.command('POST', `/cards/${gone}/withdraw`);
  await evening.lead(`/cards/${hidden}/hide`, { reason: 'Er staat een naam in.' });
  await evening.lead('/phase', { to: 'cluster' });
  await evening.lead('/cards/merge', { cards: [one, two], title: 'Samen groente kweken' });
  for (const late of ['Te laat, wacht nog', 'Te laat en niet toegelaten'])
    await guest.command('POST', '/cards', { title: late, text: '', late: true });
  const { held } = await guest.me();
  await evening.lead(`/held/${held[1]?.id}/decline`);
}

/** Writes without a connection; meanwhile the room goes on, twice. */
async function comeBackTooLate(visit: Visit) {
  const { page, line, evening } = visit;
  await evening.lead('/phase', { to: 'pitch' });
  await expect(title(visit)).toBeVisible();
  await line.cut();
  await title(visit).fill('Een kaart die te laat kwam');
  await send(visit).click();
  await expect(page.getByText(visit.say(contributeText).sentOffline).first()).toBeVisible();
  await evening.lead('/phase', { to: 'cluster' });
  await evening.lead('/phase', { to: 'result' });
  await line.mend();
  await expect(page.getByText(visit.say(participantText).back(1)).first()).toBeVisible();
}

const screens: Screen[] = [
  {
    name: 'lobby',
    scene: { state: 'lobby' },
    shows: ({ page, say }) => page.getByText(say(participantText).insideLead),
  },
  { name: 'contribute, empty', shows: title },
  {
    name: 'contribute, typed, too long',
    steps: async (visit) => {
      await title(visit).fill(
        'Een idee dat zo lang is dat het niet op een kaart past, want er mogen maar tachtig tekens in',
      );
      await send(visit).click();
    },
    shows: ({ page }) => page.getByText(/Maak dit|Make this/).first(),
  },
  {
    name: 'contribute, sent',
    scene: { cards: 30 },
    steps: async (visit) => {
      await title(visit).fill('Een bank bij de vijver');
      await send(visit).click();
    },
    shows: ({ page, say }) => page.getByText(say(contributeText).sent('Een bank bij de vijver')).first(),
  },
  {
    name: 'contribute, clock, message, pause and lock',
    before: async ({ evening }) => {
      await evening.lead('/timer', { action: 'start', seconds: 700 });
      await evening.lead('/announcement', {
        text: 'Er is koffie bij de bar, en wie nog geen tafel heeft kan bij Marieke terecht.',
      });
      await evening.lead('/pause', { paused: true });
      await evening.lead('/lock', { locked: true });
    },
    shows: ({ page, say }) => page.getByText(say(participantText).locked),
  },
  {
    name: 'contribute, without a connection',
    loses: true,
    steps: async (visit) => {
      await expect(visit.page.getByText(visit.say(common).saved, { exact: true }).first()).toBeAttached();
      await visit.line.cut();
      await title(visit).fill('Geschreven zonder internet');
      await send(visit).click();
      await expect(visit.page.getByText(visit.say(contributeText).sentOffline).first()).toBeVisible();
      await tab('mine')(visit);
    },
    shows: ({ page, say }) => page.getByText(say(contributeText).waitsOffline).first(),
  },
  {
    name: 'the phase changed while typing',
    steps: async (visit) => {
      await visit.evening.lead('/phase', { to: 'pitch' });
      await title(visit).fill('Nog niet klaar met dit idee');
      await visit.evening.lead('/phase', { to: 'cluster' });
    },
    shows: ({ page, say }) => page.getByText(say(contributeText).closed),
  },
  {
    name: 'my cards, of every kind',
    before: writeEveryKind,
    steps: tab('mine'),
    shows: ({ page, say }) => page.getByText(say(contributeText).held.declined),
  },
  {
    name: 'my cards, editing',
    scene: { cards: 3 },
    before: ({ guest }) => guest.write('Een bankje bij de vijver', 'Met uitzicht op de eenden.'),
    steps: async (visit) => {
      await tab('mine')(visit);
      await visit.page
        .getByRole('button', {
          name: visit.say(contributeText).of(visit.say(contributeText).edit, 'Een bankje bij de vijver'),
        })
        .click();
    },
    shows: ({ page, say }) => page.getByRole('button', { name: say(contributeText).save, exact: true }),
  },
  {
    name: 'my cards, came back',
    scene: { phase: 'result' },
    loses: true,
    steps: comeBackTooLate,
    shows: ({ page, say }) => page.getByText(say(participantText).back(1)).first(),
  },
  {
    name: 'my cards, came back, looked at',
    scene: { phase: 'result' },
    loses: true,
    steps: async (visit) => {
      await comeBackTooLate(visit);
      await visit.page
        .getByRole('button', { name: visit.say(participantText).lookBack })
        .first()
        .click();
    },
    shows: ({ page, say }) => page.getByRole('button', { name: say(contributeText).handIn }).first(),
  },
  {
    name: 'all ideas',
    scene: { cards: 40 },
    steps: tab('all'),
    shows: ({ page }) => page.getByText(titleOf(1)).first(),
  },
  {
    name: 'menu',
    scene: { cards: 3 },
    menu: true,
    steps: (visit) => press(menu(visit)),
    shows: ({ page }) => page.getByRole('menu'),
    opener: menu,
  },
  {
    name: 'my details',
    steps: entry('details'),
    shows: ({ page, say }) => page.getByRole('heading', { name: say(participantText).details }),
    opener: menu,
  },
  {
    name: 'done on this device',
    steps: entry('leave'),
    shows: ({ page, say }) => page.getByText(say(leavingText).leaveLead),
    opener: menu,
  },
  {
    name: 'erase',
    steps: entry('erase'),
    shows: ({ page, say }) => page.getByText(say(leavingText).eraseLead),
    opener: menu,
  },
  {
    name: 'what is fixed',
    scene: { phase: 'fixed' },
    shows: ({ page }) => page.getByText('De speeltuin blijft').last(),
  },
  {
    name: 'ended',
    scene: { phase: 'result', cards: 12, themes: 4 },
    before: ({ evening }) => evening.lead('/end'),
    shows: ({ page, say }) => page.getByText(say(participantText).thanksLead),
  },
];

sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, screens);
