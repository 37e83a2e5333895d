/** Somebody with only a keyboard: never a click, never a focus that was not walked to. */
import type { Locator, Page } from '@playwright/test';

export class Keys {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Tab until this has the focus; a control that can not be reached fails here. */
  async walkTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let steps = 0; steps < most; steps++) {
      if (await isFocused(target)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`not reached by keyboard: ${String(target)}`);
  }

  async fill(target: Locator, text: string): Promise<void> {
    await this.walkTo(target);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
  }

  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.walkTo(target);
    await this.page.keyboard.press(key);
  }
}

/** More than any page of the story has controls. */
const most = 120;

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
