import { gzipSync } from 'node:zlib';
import { Lead } from './support/lead.ts';
import { Person } from './support/person.ts';
import { expect, test } from './support/room.ts';

test('in a hall without internet everything comes from the laptop, is light, and never says localhost', async ({
  room,
}) => {
  const { laptop, phone, projector } = room;
  const [console, guest, wall] = await Promise.all([laptop(), phone(), projector()]);
  const hosts = new Set<string>();
  const complaints: string[] = [];
  let script = 0;
  for (const { page } of [console, guest, wall]) {
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    page.on('websocket', (socket) => hosts.add(new URL(socket.url()).host));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
    });
  }
  guest.page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') script += gzipSync(await response.body()).length;
  });

  const lead = new Lead(console);
  await lead.open(room.address, { title: 'Zonder internet', question: 'Wat kan beter?' });
  expect(await console.page.evaluate(() => isSecureContext)).toBe(false);
  const link = await lead.link('participantsLink');
  expect(link).not.toMatch(/localhost|127\.0\.0\.1/);
  await wall.page.goto(`${room.address}/s/${lead.code}/wall`);
  await expect(wall.page.getByRole('img', { name: /QR/ })).toHaveAccessibleName(/^((?!localhost|127\.).)*$/);

  const person = new Person(guest);
  await person.join(`${room.address}/s/${lead.code}`);
  await lead.forward('Ideeën schrijven');
  await person.write('Een bankje in het park');
  await person.expectSaved('saved');
  await expect(wall.page.getByText('Een bankje in het park')).toBeVisible();

  // everything a phone fetches before it does anything, phases that still have to come too
  await guest.page.waitForLoadState('networkidle');
  expect(script).toBeGreaterThan(40_000);
  expect(script).toBeLessThan(150_000);
  expect([...hosts]).toEqual([new URL(room.address).host]);
  expect(complaints).toEqual([]);
});
