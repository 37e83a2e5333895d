/** Pictures of every part of an evening as the hall sees it, in test-results/stories: to be looked at, not compared. */
import type { Page } from '@playwright/test';

/** A tall page draws what is out of sight only when it comes into sight: a picture has it all. */
const drawn = '* { content-visibility: visible !important }';

export class Album {
  readonly #folder: string;
  readonly #pages: Readonly<Record<string, Page>>;
  #taken = 0;

  constructor(format: string, pages: Readonly<Record<string, Page>>) {
    this.#folder = `test-results/stories/${format}`;
    this.#pages = pages;
  }

  /** `more`: pages that matter in this part only. */
  async take(phase: string, more: Readonly<Record<string, Page>> = {}): Promise<void> {
    const number = String(++this.#taken).padStart(2, '0');
    for (const [name, page] of Object.entries({ ...this.#pages, ...more })) {
      const path = `${this.#folder}/${number}-${phase}-${name}.png`;
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.screenshot({ path, fullPage: name !== 'wall', animations: 'disabled', style: drawn });
    }
  }
}
