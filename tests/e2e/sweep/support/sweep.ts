/**
 * One sweep over every screen: each is opened once from a fixture session, is resized to every size it is made for and
 * switched to the other language where it stands, and is held each time against axe, its edges, its words and the keyboard.
 * `KANTELBORD_SCREENS=1` keeps pictures (`faults.ts`).
 */
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../../../shared/refusals.ts';
import { type Evening, type Guest } from '../../../support/people.ts';
import { startProgram, type Program } from '../../../support/program.ts';
import { faultsOf, wordFaults } from './faults.ts';
import { lineOf, type Line } from './line.ts';
import { openScene, type Scene } from './scene.ts';

export interface Visit {
  page: Page;
  context: BrowserContext;
  evening: Evening;
  guest: Guest;
  /** of a screen that `loses` its connection */
  line: Line;
  /** the words of a dictionary in the language of this visit */
  say<T>(dictionary: { nl: T; en: T }): T;
}

export type Before = Pick<Visit, 'evening' | 'guest' | 'context'>;

export interface Screen {
  name: string;
  scene?: Scene;
  /** by command, once, before the page is opened */
  before?(before: Before): Promise<unknown>;
  /** below `/s/CODE`; with two slashes below the server */
  path?: string | ((visit: Visit) => string);
  /** on the page, once per language */
  steps?(visit: Visit): Promise<unknown>;
  /** what must be in sight before anything is checked */
  shows(visit: Visit): Locator;
  /** of a dialog or menu: Esc closes it and gives the focus back to this */
  opener?(visit: Visit): Locator;
  /** the connection goes in the course of it */
  loses?: boolean;
  /** a menu lies open: it is walked with the arrows */
  menu?: boolean;
  /** only at these sizes */
  sizes?: Series['sizes'];
  /** the page says nothing by itself */
  mute?: boolean;
  /** things lie over each other on purpose, up to the edge */
  covered?: boolean;
}

export interface Series {
  /** who opens it */
  as: 'nobody' | 'participant' | 'facilitator' | 'wall';
  /** below `/s/CODE` */
  path: string;
  sizes: readonly (readonly [width: number, height: number])[];
}

export const phone = [320, 640] as const;
export const laptop = [1280, 800] as const;
export const projector = [1920, 1080] as const;
/** A4 at 96 dots an inch, without the margins of the printer; shown as it is printed. */
export const paper = [718, 1024] as const;

const languages: readonly Language[] = ['nl', 'en'];

export const test = base.extend<object, { program: Program; device: BrowserContext }>({
  program: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures here
    async ({}, use) => {
      const program = await startProgram({
        KANTELBORD_TRUST_PROXY: 'true',
        KANTELBORD_GRACE_SECONDS: '0',
        KANTELBORD_LOG_LEVEL: 'error',
      });
      await use(program);
      await program.remove();
    },
    { scope: 'worker' },
  ],
  // One device and one page for all screens of a worker: the browser starts, fetches and reads the program once.
  device: [
    async ({ browser }, use) => {
      const options = { locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' } as const;
      const context = await browser.newContext(options);
      context.setDefaultTimeout(15_000);
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ device }, use) => {
    await use(device);
    await device.setOffline(false);
    await device.clearCookies();
  },
  page: async ({ context }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    await use(page);
    if (page.isClosed()) return;
    await page.emulateMedia({ media: null }); // what was shown as it is printed
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto('about:blank');
  },
});

/** Registers a test for each of these screens. */
export function sweep(series: Series, screens: readonly Screen[]): void {
  for (const screen of screens) {
    test(screen.name, async ({ program, context, page }) => {
      const parts = await arrange(program, series, screen, context, page);
      for (const language of languages) await look(series, screen, parts, language);
      if (!screen.mute)
        await expect(page.locator('[aria-live=polite], [role=status]').first(), 'a live region').toBeAttached();
      if (screen.opener) await expectWayBack(page, screen.opener({ ...parts, say: ({ en }) => en }));
      // A line that was cut is part of its page.
      if (screen.loses) await page.close();
    });
  }
}

async function arrange({ url }: Program, { as }: Series, screen: Screen, context: BrowserContext, page: Page) {
  const evening = await openScene(url, screen.scene ?? {});
  const guest = as === 'participant' ? await letIn(context, evening) : none<Guest>();
  if (as === 'facilitator') await leadFrom(context, evening);
  await screen.before?.({ evening, guest, context });
  return { page, context, evening, guest, line: screen.loses ? await lineOf(page) : none<Line>() };
}

/** A screen that does not ask for it does not use it. */
const none = <T>() => null as unknown as T;

/** Forgets what an earlier visit left on this device, and chooses a language. */
export async function startAfresh(page: Page, base: string, language: Language): Promise<void> {
  const isOpen = page.url() !== 'about:blank';
  if (isOpen) await page.goto(`${base}/healthz`);
  const device = await page.context().newCDPSession(page);
  await device.send('Storage.clearDataForOrigin', { origin: base, storageTypes: 'indexeddb,local_storage' });
  await device.detach();
  if (!isOpen) return; // a device that never chose speaks the language of the session
  await page.evaluate((chosen) => {
    sessionStorage.clear();
    localStorage.setItem('kantelbord:language', chosen);
  }, language);
}

/** As another window of this device would. */
async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate((newValue) => {
    const key = 'kantelbord:language';
    localStorage.setItem(key, newValue);
    dispatchEvent(new StorageEvent('storage', { key, newValue }));
  }, language);
  // Some words come from the server. What stays as it was is looked into by whoever asked for this.
  const isTold = async () => (await wordFaults(page, language)).length === 0;
  await expect
    .poll(isTold, { timeout: 1_000, intervals: [20, 50, 100] })
    .toBe(true)
    .then(undefined, () => undefined);
}

/** This browser joins, as if by the form. */
export async function letIn(context: BrowserContext, evening: Evening): Promise<Guest> {
  const guest = await evening.join({ group: 'inwoner', table: 4 });
  await keep(context, evening, 'participant', guest.token);
  return guest;
}

/** This browser leads. */
export function leadFrom(context: BrowserContext, evening: Evening): Promise<void> {
  return keep(context, evening, 'facilitator', evening.facilitator);
}

function keep(context: BrowserContext, { base: url, code }: Evening, role: string, value: string): Promise<void> {
  return context.addCookies([{ name: `kb_${code}_${role}`, value, url, httpOnly: true, sameSite: 'Lax' }]);
}

async function look(series: Series, screen: Screen, parts: Omit<Visit, 'say'>, language: Language): Promise<void> {
  const visit: Visit = { ...parts, say: (dictionary) => dictionary[language] };
  const { page } = visit;
  const sizes = screen.sizes ?? series.sizes;
  for (const [n, [width, height]] of sizes.entries()) {
    await page.setViewportSize({ width, height });
    if (sizes.includes(paper)) await page.emulateMedia({ media: width === paper[0] ? 'print' : 'screen' });
    const isFirst = page.url() === 'about:blank';
    if (isFirst) await arrive(series, screen, visit, language);
    else if (n === 0) await speak(page, language);
    // Another size or language can be another page: what was opened on it is opened again. A menu closes.
    const isThere = isFirst || (!screen.menu && (await isShown(screen, visit)));
    if (!isThere) await arrive(series, screen, visit, language);
    const held = { name: screen.name, as: series.as, menu: screen.menu, covered: screen.covered, language };
    let faults = await faultsOf(page, held);
    if (faults.length > 0 && isThere && !isFirst && screen.steps) {
      // What was said in the other language stays as it was said: only what is there on a fresh page counts.
      await arrive(series, screen, visit, language);
      faults = await faultsOf(page, held);
    }
    expect.soft(faults, `${language} ${width}`).toEqual([]);
    if (screen.menu) await expectArrows(page);
  }
}

/** After a resize or another language the page may need a moment. */
async function isShown(screen: Screen, visit: Visit): Promise<boolean> {
  const shows = screen.shows(visit);
  if (screen.steps)
    return shows.waitFor({ timeout: 500 }).then(
      () => true,
      () => false,
    );
  await expect(shows).toBeVisible();
  return true;
}

async function arrive(series: Series, screen: Screen, visit: Visit, language: Language): Promise<void> {
  const { page, evening, line } = visit;
  if (screen.loses) await line.mend();
  await startAfresh(page, evening.base, language);
  const path = typeof screen.path === 'function' ? screen.path(visit) : (screen.path ?? series.path);
  await page.goto(evening.base + (path.startsWith('//') ? path.slice(1) : `/s/${evening.code}${path}`));
  await screen.steps?.(visit);
  await expect(screen.shows(visit)).toBeVisible();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function expectWayBack(page: Page, opener: Locator): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open], [role=menu]')).toHaveCount(0);
  await expect(opener, 'gets the focus back').toBeFocused();
}

/** In a menu Tab goes away; the arrows go round. */
async function expectArrows(page: Page): Promise<void> {
  const entries = page.getByRole('menuitem');
  await expect(entries.first()).toBeFocused();
  for (let n = await entries.count(); n > 0; n--) await page.keyboard.press('ArrowDown');
  await expect(entries.first(), 'all the way round').toBeFocused();
}

/** As a person would: with the keyboard. */
export async function press(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}
