/** A hall without internet: plain http on a name of its own, nothing from elsewhere, and no word of localhost. */
import type { Page } from '@playwright/test';
import { resultWords } from '../../client/text/results.ts';
import { Lead } from './support/lead.ts';
import { Person } from './support/person.ts';
import { expect, test } from './support/room.ts';
import { expectInside, expectTurnout } from './support/screens.ts';

test('in a hall without internet everything comes from the laptop, and nothing complains', async ({ room }) => {
  const [desk, guest, screen] = await Promise.all([room.laptop(), room.phone(), room.projector()]);
  const [lead, person, wall] = [new Lead(desk), new Person(guest), screen.page];
  const heard = [desk, guest, screen].map(({ page }) => listen(page));

  await lead.open(room.address, { title: 'Zonder internet', question: 'Wat kan beter?' });
  expect(await lead.page.evaluate(() => isSecureContext)).toBe(false);
  const link = await lead.link('participantsLink');
  expect(link).toBe(`${room.address}/s/${lead.code}`);
  await wall.goto(await lead.link('wallLink'));
  await expect(wall.getByRole('img', { name: /QR/ })).toHaveAccessibleName(/zaal\.test/);

  await person.join(link);
  await expectInside(wall, 1);
  await lead.forward('Ideeën schrijven');
  await person.write('Een bankje in het park');
  await person.expectSaved('saved');
  await expect(wall.getByText('Een bankje in het park')).toBeVisible();
  await lead.forward('Ideeën ordenen');
  await person.goOn('Ideeën ordenen');
  await person.board.moveToNew('Een bankje in het park', 'Groen');
  await lead.openVote();
  await person.dot('Een bankje in het park', 2);
  await person.sendVote();
  await expectTurnout(lead.page, wall, 1, 1);
  await lead.closeVote();
  await lead.reveal();
  await expect(person.page.getByRole('heading', { name: resultWords.nl.result })).toBeVisible();
  await expect(wall.getByRole('heading', { name: 'Een bankje in het park' })).toBeVisible();

  for (const { hosts, complaints } of heard) {
    expect([...hosts]).toEqual([new URL(room.address).host]);
    expect(complaints).toEqual([]);
  }
});

test('a session that was opened on localhost shows no QR code that leads there', async ({ room }) => {
  const [lead, { page: wall }] = [new Lead(await room.laptop()), await room.projector()];
  await lead.open(room.program.url, { title: 'Op de laptop', question: 'Wat kan beter?' });
  await wall.goto(await lead.link('wallLink'));
  await expect(wall.getByRole('heading', { name: 'Wat kan beter?' })).toBeVisible();
  for (const page of [lead.page, wall]) {
    await expect(page.getByRole('img', { name: /QR.*(localhost|127\.)/ })).toHaveCount(0);
  }
  await expect(wall.getByText(lead.code)).toBeVisible();
});

/** Whom a page asks for anything, and what its browser has to say about it. */
function listen(page: Page): { hosts: Set<string>; complaints: string[] } {
  const hosts = new Set<string>();
  const complaints: string[] = [];
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  page.on('websocket', (socket) => hosts.add(new URL(socket.url()).host));
  page.on('console', (message) => {
    // "Who am I?" is answered with 401 to who is new here, and Chromium tells that as an error.
    const isNew = message.location().url.endsWith('/me') && message.text().includes('401');
    if (['error', 'warning'].includes(message.type()) && !isNew) complaints.push(message.text());
  });
  return { hosts, complaints };
}
