/** What a page makes heard: nothing plays here, so the tones it starts are counted. */
import type { Page } from '@playwright/test';

/** Before the page is opened. */
export async function listenTo(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { knocks: 0 });
    const start = Object.getOwnPropertyDescriptor(AudioScheduledSourceNode.prototype, 'start')!.value as (
      when?: number,
    ) => void;
    AudioScheduledSourceNode.prototype.start = function (when?: number) {
      if (this.context.state === 'running') (window as unknown as { knocks: number }).knocks++;
      start.call(this, when);
    };
  });
}

/** How many tones sounded so far: a browser plays none before somebody pressed. */
export function knocks(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { knocks: number }).knocks);
}
