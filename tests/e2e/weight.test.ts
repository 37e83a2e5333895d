/** What a phone on poor wifi has to fetch before it can take part, and from whom. */
import type { Page } from '@playwright/test';
import { openEvening } from '../support/people.ts';
import { Person } from './support/person.ts';
import { expect, test } from './support/room.ts';

const most = 150 * 1024;

test('the first load of a participant is at most 150 KB of script, all from our own server', async ({ room }) => {
  const evening = await openEvening(room.program.url);
  const phone = await room.phone();
  const { page } = phone;
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  page.on('websocket', (socket) => hosts.add(new URL(socket.url()).host));
  const fetched = await weigh(page);
  const violations = await watchPolicy(page);

  await new Person(phone).join(`${room.address}/s/${evening.code}`);
  // the phases that still have to come are fetched behind the lobby
  await expect.poll(() => [...fetched.keys()].some((url) => /assets\/arrange-/.test(url))).toBe(true);
  await page.waitForLoadState('networkidle');

  const bytes = [...fetched.values()].reduce((sum, one) => sum + one, 0);
  test.info().annotations.push({ type: 'weight', description: `${fetched.size} scripts, ${bytes} bytes on the wire` });
  expect(bytes).toBeGreaterThan(30 * 1024);
  expect(bytes).toBeLessThan(most);
  expect([...hosts]).toEqual([new URL(room.address).host]);
  expect(await violations()).toEqual([]);
});

/** url → bytes as they came over the wire, compressed and without headers, of every script. */
async function weigh(page: Page): Promise<Map<string, number>> {
  const network = await page.context().newCDPSession(page);
  const scripts = new Map<string, string>();
  const fetched = new Map<string, number>();
  network.on('Network.responseReceived', ({ requestId, response: { mimeType, url } }) => {
    if (mimeType.includes('javascript')) scripts.set(requestId, url);
  });
  network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const url = scripts.get(requestId);
    if (url) fetched.set(url, (fetched.get(url) ?? 0) + encodedDataLength);
  });
  await network.send('Network.enable');
  return fetched;
}

/** What the browser refused because of our own policy. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { violations: seen });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      seen.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
  return () => page.evaluate(() => (window as unknown as { violations: string[] }).violations);
}
