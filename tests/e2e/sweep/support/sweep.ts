/**
 * One sweep over every screen: each is opened from a fixture session, in both languages and at every size it is made for,
 * and held against axe, its edges, its words and the keyboard. `KANTELBORD_SCREENS=1` keeps pictures in
 * test-results/screens/.
 */
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../../../shared/refusals.ts';
import { type Evening, type Guest } from '../../../support/people.ts';
import { startProgram, type Program } from '../../../support/program.ts';
import { expectKeyboard } from './keyboard.ts';
import { foreign } from './languages.ts';
import { expectClean } from './axe.ts';
import { lineOf, type Line } from './line.ts';
import { misfits, wallMisfits, wordsShown } from './probe.ts';
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
const folder = 'test-results/screens';
const pictures = Boolean(process.env.KANTELBORD_SCREENS);

export const test = base.extend<object, { program: Program }>({
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
});
test.use({ actionTimeout: 15_000 });

/** Registers a test for each of these screens. */
export function sweep(series: Series, screens: readonly Screen[]): void {
  for (const screen of screens) {
    test(screen.name, async ({ program, context, page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const visit = await arrange(program, series, screen, context, page);
      for (const language of languages) await look(series, screen, visit, language);
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
async function startAfresh(page: Page, base: string, language: Language): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await page.goto(`${base}/healthz`);
  await device.send('Storage.clearDataForOrigin', { origin: base, storageTypes: 'indexeddb,local_storage' });
  await device.detach();
  await page.evaluate((chosen) => {
    sessionStorage.clear();
    localStorage.setItem('kantelbord:language', chosen);
  }, language);
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
  const name = screen.name.replace(/[^a-z0-9]+/gi, '-');
  const sizes = screen.sizes ?? series.sizes;
  for (const [n, [width, height]] of sizes.entries()) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ media: width === paper[0] ? 'print' : 'screen' });
    // Another size can be another page: what was opened on it is opened again.
    if (n === 0 || screen.steps) await arrive(series, screen, visit, language);
    await expect(screen.shows(visit)).toBeVisible();

    const where = `${language} ${width}`;
    if (language === 'nl' || n === 0) await expectClean(page, where);
    if (series.as === 'wall') await expectWall(page, screen);
    else expect.soft(await page.evaluate(misfits, series.as === 'facilitator'), where).toEqual([]);
    await expectWords(page, language);
    if (pictures) await picture(page, `${name}-${language}-${width}`, series.as === 'wall', screen.menu);
    if (screen.menu) await expectArrows(page);
    else if (language === 'nl' && width !== paper[0]) await expectKeyboard(page);
    if (screen.opener) await expectWayBack(page, screen.opener(visit));
    if (series.as === 'wall' && language === 'nl') await variants(page, name);
  }
  if (!screen.mute)
    await expect(page.locator('[aria-live=polite], [role=status]').first(), 'a live region').toBeAttached();
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

async function expectWall(page: Page, { covered }: Screen): Promise<void> {
  expect.soft(await page.evaluate(wallMisfits, { least: 24, edge: covered ? 0 : 36 })).toEqual([]);
}

async function expectWords(page: Page, language: Language): Promise<void> {
  const { lang, texts } = await page.evaluate(wordsShown);
  expect.soft(lang, 'the language of the page').toBe(language);
  expect.soft(foreign(texts, language), `words that are not ${language}`).toEqual([]);
}

/** Dim hall and high contrast, by the keys. */
async function variants(page: Page, title: string): Promise<void> {
  for (const key of ['z', 'c']) {
    await page.keyboard.press(key);
    await expect(page.locator(key === 'z' ? '.kb-zaal' : '.kb-contrast').first()).toBeAttached();
    await expectClean(page, key === 'z' ? 'dim hall' : 'high contrast');
    if (pictures) await picture(page, `${title}-${key === 'z' ? 'dim' : 'contrast'}-1920`, true);
  }
  await page.keyboard.press('c');
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

/** With the tilt, which is motion to those who asked for less. */
async function picture(page: Page, name: string, still: boolean, asItIs = still): Promise<void> {
  if (still) await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.evaluate(() => window.scrollTo(0, 0));
  const [width, height] = await page.evaluate(
    () => [innerWidth, document.scrollingElement?.scrollHeight ?? 0] as const,
  );
  const clip = { x: 0, y: 0, width, height: Math.min(height, 1_800) };
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: !asItIs, clip, animations: 'disabled' });
  if (still) await page.emulateMedia({ reducedMotion: 'reduce' });
}

/** As a person would: with the keyboard. */
export async function press(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}
