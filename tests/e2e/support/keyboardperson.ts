/** Takes part in a whole evening by keyboard alone, in a window as narrow as a page at 400 % zoom. */
import { expect, type Locator } from '@playwright/test';
import { arrange } from '../../../client/text/arrange.ts';
import { contributeText } from '../../../client/text/contribute.ts';
import { joinText } from '../../../client/text/join.ts';
import { participantText } from '../../../client/text/participant.ts';
import { startText } from '../../../client/text/start.ts';
import { vote as voteText } from '../../../client/text/vote.ts';
import { Keys } from './keyboard.ts';
import type { Device } from './room.ts';

const write = contributeText.nl;
const join = joinText.nl;
const order = arrange.nl;
const vote = voteText.nl;

export class KeyboardPerson {
  readonly page: Device['page'];
  readonly #keys: Keys;

  constructor({ page }: Device) {
    this.page = page;
    this.#keys = new Keys(page);
  }

  /** By the code on the wall, typed on the start page. */
  async join(address: string, code: string, group: string, table?: number): Promise<void> {
    await this.page.goto(address);
    await this.#keys.fill(this.page.getByLabel(startText.nl.code), code.toLowerCase().replace('-', ' '));
    await this.page.keyboard.press('Enter');
    await this.#keys.walkTo(this.page.getByLabel(join.group));
    await this.page.keyboard.type(group);
    if (table) await this.#keys.fill(this.page.getByLabel(join.table), String(table));
    await this.#keys.press(this.#button(join.join));
    await expect(this.page.getByRole('heading', { level: 1 })).not.toHaveText(/^Doe mee met/);
  }

  async write(title: string, text: string): Promise<void> {
    await this.#keys.fill(this.page.getByLabel(write.title('idee')), title);
    await this.#keys.fill(this.page.getByLabel(write.text), text);
    await this.#keys.press(this.#button(write.send));
    await expect(this.page.getByText(write.sent(title)).first()).toBeVisible();
  }

  async goOn(title: string): Promise<void> {
    await this.#keys.press(this.#button(participantText.nl.goOn(title)));
  }

  /** The menu that does what dragging does. */
  async moveToNew(title: string, theme: string): Promise<void> {
    await this.#keys.press(this.#button(order.moveCard(title)));
    await this.#keys.press(this.#dialog().getByRole('button', { name: order.newTheme }), 'Space');
    await this.#keys.fill(this.#dialog().getByLabel(order.themeName), theme);
    await this.page.keyboard.press('Enter');
    await expect(this.#dialog()).toBeHidden();
  }

  async move(title: string, theme: string): Promise<void> {
    await this.#keys.press(this.#button(order.moveCard(title)));
    await this.#keys.press(this.#dialog().getByRole('button', { name: theme }));
    await expect(this.#dialog()).toBeHidden();
  }

  async vote(title: string, dots: number): Promise<void> {
    for (let n = 0; n < dots; n++) await this.#keys.press(this.#button(vote.more(title)), 'Space');
    await this.#keys.press(this.#button(vote.send));
    await expect(this.page.getByText(vote.kept)).toBeVisible();
  }

  #button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  #dialog(): Locator {
    return this.page.getByRole('dialog');
  }
}
