/** What is done with a page while changes stream in, each for so many seconds. Gives ms per frame, and per key. */
import type { CDPSession, Locator, Page } from 'playwright';
import { frames, slowestKey } from './probe.ts';

export interface Done {
  /** ms from each frame to the next, as the main thread saw them; null where they were not counted: that makes frames */
  gaps: number[] | null;
  /** ms from the slowest key to the frame that shows it; null where nothing was typed */
  key: number | null;
}

export type Act = (page: Page, seconds: number) => Promise<Done>;

/** Nobody touches it. */
export const look: Act = moving((page, seconds) => page.waitForTimeout(seconds * 1000));

/** Down and up again, as a finger or a wheel does. */
export const scroll: Act = moving(async (page, seconds) => {
  const input = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize()!;
  const middle = { x: width / 2, y: height / 2 };
  await until(seconds, async (turn) => {
    await input.send('Input.synthesizeScrollGesture', {
      ...middle,
      yDistance: turn % 2 === 0 ? -1600 : 1600,
      speed: 1600,
      preventFling: true,
    });
  });
});

/** In with two fingers, and out again. */
export const pinch: Act = moving(async (page, seconds) => {
  const input = await page.context().newCDPSession(page);
  await until(seconds, async (turn) => {
    const scaleFactor = turn % 2 === 0 ? 2.5 : 0.4;
    await input.send('Input.synthesizePinchGesture', { x: 100, y: 100, scaleFactor, relativeSpeed: 400 });
  });
});

/** From the overview into a theme and back: how this board zooms. */
export const zoom: Act = moving((page, seconds) =>
  until(seconds, async (turn) => {
    await page
      .locator('[data-opens]')
      .nth(turn % 8)
      .click();
    await page.waitForTimeout(400);
    await page.keyboard.press('Escape');
    await page.locator('[data-opens]').first().waitFor();
    await page.waitForTimeout(400);
  }),
);

/** A card in the hand, over all of the board, and dropped. */
export const drag: Act = moving(async (page, seconds) => {
  const input = await page.context().newCDPSession(page);
  await until(seconds, async () => {
    const from = (await page.locator('[data-card]').first().boundingBox())!;
    await carry(page, input, { x: from.x + 30, y: from.y + 20 });
  });
});

/** Words into a field, as quick as a quick thumb. */
export function type(field: (page: Page) => Locator): Act {
  return async (page, seconds) => {
    await field(page).focus();
    const key = await slowestKey(page, () =>
      until(seconds, async (turn) => {
        await page.keyboard.press('een bankje aan het water '[turn % 25]!);
        await page.waitForTimeout(90);
        if (turn % 60 === 59) await empty(page);
      }),
    );
    return { gaps: null, key };
  };
}

async function empty(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
}

function moving(act: (page: Page, seconds: number) => Promise<unknown>): Act {
  return async (page, seconds) => ({ gaps: await frames(page, () => act(page, seconds)), key: null });
}

/** Once round the window in two seconds, a position a frame. */
async function carry(page: Page, input: CDPSession, from: { x: number; y: number }): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const point = (type: string, x: number, y: number) =>
    input.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 } as never);
  await point('mousePressed', from.x, from.y);
  const begun = performance.now();
  for (let part = 0; part < 1; part = (performance.now() - begun) / 2000) {
    const round = part * 2 * Math.PI;
    await point('mouseMoved', (width / 2) * (1 + 0.8 * Math.cos(round)), (height / 2) * (1 + 0.7 * Math.sin(round)));
    await page.waitForTimeout(16);
  }
  await point('mouseReleased', width / 2, height / 2);
}

async function until(seconds: number, step: (turn: number) => Promise<void>): Promise<void> {
  const end = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < end; turn++) await step(turn);
}
