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

  /** A tick; or one of a group of round choices, of which Tab reaches one and the arrows the others. */
  async choose(target: Locator): Promise<void> {
    await target.waitFor();
    const name = await target.evaluate((element: HTMLInputElement) => (element.type === 'radio' ? element.name : null));
    if (name === null) return this.press(target, 'Space');
    for (let steps = 0; !(await isIn(this.page, name)); steps++) {
      if (steps === most) throw new Error(`not reached by keyboard: ${String(target)}`);
      await this.page.keyboard.press('Tab');
    }
    const down = await target.evaluate((element: HTMLInputElement) => {
      const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
      const own = group.filter(({ name: other }) => other === element.name);
      return (own.indexOf(element) - own.indexOf(document.activeElement as HTMLInputElement) + own.length) % own.length;
    });
    if (down === 0) await this.page.keyboard.press('Space');
    for (let n = 0; n < down; n++) await this.page.keyboard.press('ArrowDown');
  }
}

/** More than any page of the story has controls. */
const most = 120;

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** One of the round choices of this name has the focus. */
const isIn = (page: Page, name: string) =>
  page.evaluate((group) => (document.activeElement as HTMLInputElement | null)?.name === group, name);
