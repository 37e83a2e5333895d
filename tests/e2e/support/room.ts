/**
 * A hall for one story: the built server on a name of its own over plain http, and as many devices as there are people,
 * each in a browser context of its own. What a page throws makes the story fail.
 */
import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { BROWSER_FLAGS, foundBrowser } from '../../support/browser.mjs';
import { startProgram, type Program } from '../../support/program.ts';

export { expect };

/** How the hall's network names the laptop with the server; no secure context, as in a real hall. */
const name = 'zaal.test';

export interface Device {
  page: Page;
  context: BrowserContext;
}

export interface Room {
  program: Program;
  /** `http://zaal.test:12345` */
  address: string;
  phone(): Promise<Device>;
  laptop(): Promise<Device>;
  projector(): Promise<Device>;
}

/** `server`: environment of the program. The default grace would make every story wait ten seconds for its vote. */
export const test = base.extend<{ server: Record<string, string>; room: Room }>({
  launchOptions: [
    { executablePath: foundBrowser(), args: [...BROWSER_FLAGS, `--host-resolver-rules=MAP ${name} 127.0.0.1`] },
    { scope: 'worker' },
  ],
  server: [{ KANTELBORD_GRACE_SECONDS: '1' }, { option: true }],
  room: async ({ browser, server }, use) => {
    const program = await startProgram(server);
    const devices: BrowserContext[] = [];
    const thrown: string[] = [];
    const device = (width: number, height: number, touch: boolean) => async () => {
      const opened = await openDevice(browser, { width, height }, touch);
      opened.page.on('pageerror', (error) => thrown.push(`${opened.page.url()}: ${error.stack ?? error.message}`));
      devices.push(opened.context);
      return opened;
    };
    await use({
      program,
      address: `http://${name}:${program.port}`,
      phone: device(390, 844, true),
      laptop: device(1280, 800, false),
      projector: device(1920, 1080, false),
    });
    await Promise.all(devices.map((context) => context.close()));
    await program.remove();
    expect(thrown).toEqual([]);
  },
});

async function openDevice(
  browser: Browser,
  viewport: { width: number; height: number },
  touch: boolean,
): Promise<Device> {
  const context = await browser.newContext({
    viewport,
    hasTouch: touch,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  return { context, page: await context.newPage() };
}
