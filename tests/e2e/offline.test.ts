import { contributeText } from '../../client/text/contribute.ts';
import { moderation } from '../../client/text/moderation.ts';
import { participantText } from '../../client/text/participant.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import { must, openEvening } from '../support/people.ts';
import { BoardHands } from './support/board.ts';
import { keptOf } from './support/device.ts';
import { Lead } from './support/lead.ts';
import { Person } from './support/person.ts';
import { expect, test } from './support/room.ts';

const write = contributeText.nl;
const titles = ['Een', 'Twee', 'Drie', 'Vier', 'Vijf'].map((number) => `${number} bankje in het park`);

test('a phone that works without connection loses nothing by a phase change and a reload', async ({ room }) => {
  const evening = await openEvening(room.program.url);
  const base = `${room.address}/s/${evening.code}`;
  const guest = await evening.join();
  await evening.lead('/phase', { to: 'pitch' });
  const seeds = [await guest.write('Soep op zondag'), await guest.write('Licht in het tunneltje')];
  expect(seeds).toHaveLength(2);

  const phone = await room.phone();
  const wall = await room.projector();
  const person = new Person(phone);
  await wall.page.goto(`${base}/wall`);

  // Pages load, but no socket comes through: a hall in which the router drops what it does not know.
  let through = true;
  const sockets = new Set<{ close(options: { code: number }): Promise<void> }>();
  await phone.context.routeWebSocket(/\/sync\//, (socket) => {
    if (!through) return void socket.close({ code: 4999 });
    socket.connectToServer();
    sockets.add(socket);
  });
  const cut = async () => {
    through = false;
    await Promise.all([...sockets].map((socket) => socket.close({ code: 4999 })));
    sockets.clear();
    await person.expectSaved('offline');
  };

  await person.join(base);
  await test.step('two moves that no longer count when they arrive', async () => {
    await evening.lead('/phase', { to: 'cluster' });
    await person.goOn('Ideeën ordenen');
    const hands = new BoardHands(phone.page);
    await hands.makeTheme('Samen eten');
    await person.expectSaved('saved');
    await cut();
    await hands.move('Soep op zondag', 'Samen eten');
    await hands.move('Licht in het tunneltje', 'Samen eten');
    await evening.lead('/phase', { to: 'pitch' });
    await phone.page.reload();
    through = true;
    await person.expectSaved('saved');
    await expect(phone.page.getByText(participantText.nl.returned(2))).toBeVisible();
  });

  await test.step('five cards, of which the phase is over when they arrive', async () => {
    await cut();
    for (const title of titles) await person.write(title);
    await evening.lead('/phase', { to: 'vote' });
    await evening.lead('/phase', { to: 'result', vote: 'abort' });
    await phone.page.reload();
    through = true;
    await person.expectSaved('saved');
    await person.openMine();
    for (const title of titles) {
      await expect(phone.page.getByText(title, { exact: true })).toHaveCount(1);
      await expect(wall.page.getByText(title)).toHaveCount(0);
    }
  });

  await test.step('what is handed in late waits for the facilitator, who lets one in', async () => {
    await phone.page.getByRole('button', { name: write.of(write.handIn, titles[0]!) }).click();
    const laptop = await room.laptop();
    const lead = new Lead(laptop);
    await laptop.page.goto(`${base}/console#${evening.facilitator}`);
    await lead.expectOpen('Lindewijk aan zet');
    await laptop.page.getByRole('button', { name: `${moderation.nl.admit}: ${titles[0]!}` }).click();
    await expect.poll(async () => (await evening.info()).counts.cards).toBe(3);
    await expect(person.card(titles[0]!)).toContainText(write.late);
  });

  await test.step('every card is in one place: on the board, handed in, or a draft', async () => {
    const { cards, held } = await must<ExportFile>(
      room.program.url,
      'GET',
      `/sessions/${evening.code}/export/session.json?hidden=true`,
      evening.facilitator,
    );
    const kept = await keptOf(phone.page, evening.code);
    const places = [...cards.map(({ title }) => title), ...held.map(({ title }) => title), ...kept];
    for (const title of titles) expect(places.filter((place) => place.includes(title))).toHaveLength(1);
  });
});

test('who is done on a device leaves nothing on it, not even half a text', async ({ room }) => {
  const evening = await openEvening(room.program.url);
  await evening.lead('/phase', { to: 'pitch' });
  const person = new Person(await room.phone());
  await person.join(`${room.address}/s/${evening.code}`);
  await person.begin('Dit is van mij');
  await expect(person.page.getByText(write.draftKept)).toBeVisible();
  await person.leave();
  await expect.poll(() => keptOf(person.page, evening.code)).toEqual([]);
});
