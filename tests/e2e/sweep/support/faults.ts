/** All that is wrong with what is on a page now. `KANTELBORD_SCREENS=1` keeps a picture of it in test-results/screens/. */
import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../../shared/refusals.ts';
import { axeFaults } from './axe.ts';
import { keyboardFaults } from './keyboard.ts';
import { foreign } from './languages.ts';
import { misfits, wallMisfits, wordsShown } from './probe.ts';

declare global {
  interface Window {
    sweepDrawn?: string;
  }
}

interface Held {
  name: string;
  as: 'nobody' | 'participant' | 'facilitator' | 'wall';
  language: Language;
  menu?: boolean | undefined;
  covered?: boolean | undefined;
}

const folder = 'test-results/screens';
const pictures = Boolean(process.env.KANTELBORD_SCREENS);

/**
 * In words, none when all is well. The same elements at another size are not held against all of axe again: what a size can
 * change is. In English a page is the same elements with the same styles and other words: so its edges, its words and what
 * axe asks of words and of their room are held again; colours, roles, landmarks, the dim hall and the walk with the keyboard,
 * which know no language, are not.
 */
export async function faultsOf(page: Page, { name, as, language, menu, covered }: Held): Promise<string[]> {
  const { width, isPrint } = await page.evaluate(async () => {
    window.scrollTo(0, 0);
    // by the second frame whoever watches its own size has drawn itself anew
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return { width: innerWidth, isPrint: matchMedia('print').matches };
  });
  const [isWall, isDutch] = [as === 'wall', language === 'nl'];
  const file = `${folder}/${name.replace(/[^a-z0-9]+/gi, '-')}`;
  if (pictures) await picture(page, `${file}-${language}-${width}`, isWall, menu);
  const faults = isWall
    ? await page.evaluate(wallMisfits, { least: 24, edge: covered ? 0 : 36 })
    : await page.evaluate(misfits, as === 'facilitator');
  faults.push(...(await wordFaults(page, language)));
  if (!isDutch) return [...faults, ...(await axeFaults(page, 'words'))];
  faults.push(...(await axeFaults(page, (await page.evaluate(isDrawnAlike)) ? 'layout' : 'all')));
  if (!menu && !isPrint) faults.push(...(await keyboardFaults(page)));
  if (isWall) faults.push(...(await variantFaults(page, file)));
  return faults;
}

export async function wordFaults(page: Page, language: Language): Promise<string[]> {
  const { lang, texts } = await page.evaluate(wordsShown);
  const faults = foreign(texts, language).map((text) => `not ${language}: ${text}`);
  return lang === language ? faults : [`the language of the page is ${lang}`, ...faults];
}

/** In the page: are the elements in sight those of the last time? */
function isDrawnAlike(): boolean {
  const last = window.sweepDrawn;
  window.sweepDrawn = [...document.body.querySelectorAll('*')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map(({ tagName }) => tagName)
    .join();
  return window.sweepDrawn === last;
}

/** Dim hall and high contrast, by the keys. */
async function variantFaults(page: Page, file: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [key, variant, hall] of [
    ['z', 'kb-zaal', 'dim'],
    ['c', 'kb-contrast', 'contrast'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.locator(`.${variant}`).first()).toBeAttached();
    faults.push(...(await axeFaults(page, 'colour')).map((fault) => `${hall}: ${fault}`));
    if (pictures) await picture(page, `${file}-${hall}-1920`, true);
  }
  await page.keyboard.press('c');
  return faults;
}

/** With the tilt, which is motion to those who asked for less. */
async function picture(page: Page, file: string, still: boolean, asItIs = still): Promise<void> {
  if (still) await page.emulateMedia({ reducedMotion: 'no-preference' });
  const [width, height] = await page.evaluate(
    () => [innerWidth, document.scrollingElement?.scrollHeight ?? 0] as const,
  );
  const clip = { x: 0, y: 0, width, height: Math.min(height, 1_800) };
  await page.screenshot({ path: `${file}.png`, fullPage: !asItIs, clip, animations: 'disabled' });
  if (still) await page.emulateMedia({ reducedMotion: 'reduce' });
}
