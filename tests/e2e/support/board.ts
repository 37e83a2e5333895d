/** Arranging, as anybody does it on the board: by menu, by ticking several, by dragging. */
import { expect, type Locator, type Page } from '@playwright/test';
import { arrange } from '../../../client/text/arrange.ts';
import { common } from '../../../client/text/common.ts';

const t = arrange.nl;

export class BoardHands {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The cards of a theme; null: *Nog te plaatsen*. A theme has its letter from the server, so offline it has none. */
  theme(name: string | null): Locator {
    const named = name === null ? common.nl.notPlaced : new RegExp(`^(\\S+ )?${name}$`);
    return this.page.getByRole('list', { name: named, exact: true });
  }

  async expectIn(theme: string | null, ...titles: string[]): Promise<void> {
    for (const title of titles) await expect(this.theme(theme).getByText(title, { exact: true })).toBeVisible();
  }

  async makeTheme(name: string): Promise<void> {
    await this.button(t.newTheme).click();
    await this.dialog().getByLabel(t.themeName).fill(name);
    await this.dialog().getByRole('button', { name: t.makeTheme }).click();
    await expect(this.page.getByRole('heading', { name, level: 3 })).toBeVisible();
  }

  /** By the arrow on the card. */
  async move(title: string, theme: string): Promise<void> {
    await this.button(t.moveCard(title)).click();
    await this.choose(theme);
    await this.expectIn(theme, title);
  }

  async moveToNew(title: string, theme: string): Promise<void> {
    await this.button(t.moveCard(title)).click();
    await this.dialog().getByRole('button', { name: t.newTheme }).click();
    await this.dialog().getByLabel(t.themeName).fill(theme);
    await this.dialog().getByRole('button', { name: t.makeTheme }).click();
    await this.expectIn(theme, title);
  }

  async moveMany(titles: readonly string[], theme: string): Promise<void> {
    await this.tick(titles);
    await this.button(t.moveMany(titles.length)).click();
    await this.choose(theme);
    await this.expectIn(theme, ...titles);
  }

  async merge(titles: readonly string[], title: string): Promise<void> {
    await this.tick(titles);
    await this.button(t.mergeMany(titles.length)).click();
    await this.dialog().getByLabel(t.ownTitle).fill(title);
    await this.dialog().getByRole('button', { name: t.merge, exact: true }).click();
    await expect(this.button(t.open(title))).toBeVisible();
  }

  /** By pointer, to wherever the theme is drawn. */
  async drag(title: string, theme: string): Promise<void> {
    const { page } = this;
    await this.button(t.open(title)).scrollIntoViewIfNeeded();
    const from = await middle(this.button(t.open(title)));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 12, from.y + 12);
    const to = await middle(page.getByRole('heading', { name: theme, level: 3 }));
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await expect(page.getByText(new RegExp(`^naar \\S+ ${theme}$`))).toBeVisible();
    await page.mouse.up();
    await this.expectIn(theme, title);
  }

  async themeAct(theme: string, action: 'rename' | 'mergeTheme' | 'dissolve'): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^Meer voor (\\S+ )?${theme}$`) }).click();
    await this.page.getByRole('menuitem', { name: t[action] }).click();
  }

  /** Opens the dialog in which everybody sees a name while it is typed. */
  async nameField(theme: string): Promise<Locator> {
    await this.themeAct(theme, 'rename');
    return this.dialog().getByLabel(t.themeName);
  }

  async mergeTheme(theme: string, into: string): Promise<void> {
    await this.themeAct(theme, 'mergeTheme');
    await this.choose(into);
    await expect(this.page.getByRole('heading', { name: theme, level: 3 })).toBeHidden();
  }

  async dissolve(theme: string): Promise<void> {
    await this.themeAct(theme, 'dissolve');
    await this.dialog().getByRole('button', { name: t.dissolveYes }).click();
    await expect(this.page.getByRole('heading', { name: theme, level: 3 })).toBeHidden();
  }

  async undo(): Promise<void> {
    await this.button(common.nl.undo).click();
  }

  /** Opens a merged card, and gives the list of what it was made of. */
  async originals(title: string, count: number): Promise<Locator> {
    await this.button(t.open(title)).click();
    return this.dialog().getByRole('list', { name: t.originals(count) });
  }

  async takeApart(): Promise<void> {
    await this.dialog().getByRole('button', { name: t.unmerge }).click();
    await expect(this.dialog()).toBeHidden();
  }

  async close(): Promise<void> {
    await this.dialog().getByRole('button', { name: common.nl.close }).click();
  }

  private async tick(titles: readonly string[]): Promise<void> {
    await this.button(t.select).click();
    for (const title of titles) await this.page.getByRole('checkbox', { name: t.selectCard(title) }).check();
  }

  private async choose(theme: string): Promise<void> {
    await this.dialog().getByRole('button', { name: theme }).click();
  }

  private dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  private button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}

/** Two people in the same name, letter by letter in turn. */
export async function typeTogether(one: BoardHands, other: BoardHands, { before, theme, after }: Typed): Promise<void> {
  const [left, right] = [await one.nameField(theme), await other.nameField(theme)];
  await left.press('Home');
  await right.press('End');
  for (let at = 0; at < Math.max(before.length, after.length); at++) {
    await left.pressSequentially(before.charAt(at));
    await right.pressSequentially(after.charAt(at));
  }
  for (const field of [left, right]) await expect(field).toHaveValue(before + theme + after);
  await Promise.all([one.close(), other.close()]);
}

interface Typed {
  before: string;
  theme: string;
  after: string;
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
