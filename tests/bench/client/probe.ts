/** What a page is asked about itself. These functions run in the page: they know nothing of this file. */
import type { Page } from 'playwright';

/** ms between one frame and the next, as the main thread saw them. */
export async function frames(page: Page, act: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const next = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if (!Reflect.get(window, 'stopFrames')) requestAnimationFrame(next);
    };
    Object.assign(window, { gaps, stopFrames: false });
    requestAnimationFrame(next);
  });
  await act();
  return page.evaluate(() => {
    Object.assign(window, { stopFrames: true });
    return Reflect.get(window, 'gaps') as number[];
  });
}

/** Before the page is opened: remembers when this was first there with a free main thread, in ms since it was opened. */
export async function watchFor(page: Page, selector: string): Promise<void> {
  await page.addInitScript((wanted) => {
    const look = () => {
      if (!document.querySelector(wanted)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { readyAt: performance.now() })));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  }, selector);
}

export async function readyAt(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => Reflect.get(window, 'readyAt') as number | undefined, undefined, {
    timeout: 60_000,
  });
  return (await found.jsonValue())!;
}

/** Longest time from a key to the frame that shows it, in ms; Chromium rounds to 8. */
export async function slowestKey(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const waits: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        if (/^(key|input|beforeinput)/.test(name)) waits.push(duration);
    });
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    Object.assign(window, { waits });
  });
  await act();
  return page.evaluate(() => Math.max(0, ...(Reflect.get(window, 'waits') as number[])));
}
