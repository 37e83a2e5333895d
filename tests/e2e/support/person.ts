/** Somebody who takes part, with a finger or a mouse: what they do, in the words that stand on their screen. */
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { common } from '../../../client/text/common.ts';
import { contributeText } from '../../../client/text/contribute.ts';
import { joinText } from '../../../client/text/join.ts';
import { leavingText } from '../../../client/text/leaving.ts';
import { participantText } from '../../../client/text/participant.ts';
import { plansText } from '../../../client/text/plans.ts';
import { published } from '../../../client/text/published.ts';
import { vote as voteText } from '../../../client/text/vote.ts';
import { BoardHands } from './board.ts';
import type { Device } from './room.ts';

const write = contributeText.nl;
const join = joinText.nl;
const part = participantText.nl;
const plans = plansText.nl;
const vote = voteText.nl;

export interface Told {
  group?: string;
  table?: number;
  name?: string;
}

export class Person {
  readonly page: Page;
  readonly board: BoardHands;
  readonly context: BrowserContext;

  constructor({ page, context }: Device) {
    this.page = page;
    this.board = new BoardHands(page);
    this.context = context;
  }

  /** In by the link of the QR code. */
  async join(link: string, told: Told = {}): Promise<void> {
    await this.page.goto(link);
    await this.enter(told);
  }

  async enter({ group, table, name }: Told): Promise<void> {
    if (group) await this.page.getByLabel(join.group).selectOption(group);
    if (table) await this.page.getByLabel(join.table).fill(String(table));
    if (name) await this.page.getByLabel(join.name).fill(name);
    await this.button(join.join).click();
    await expect(this.page.getByRole('heading', { level: 1 })).not.toHaveText(/^Doe mee met/);
  }

  async write(title: string, text = ''): Promise<void> {
    await this.begin(title);
    if (text) await this.page.getByLabel(write.text).fill(text);
    await this.button(write.send).click();
    await expect(this.field).toHaveValue('');
  }

  /** A form field by field, by its labels. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, words] of Object.entries(fields)) await this.page.getByLabel(label).first().fill(words);
  }

  /** A card with everything its kind asks. */
  async writeCard(kind: string, title: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.fill({ [write.title(kind)]: title, ...fields });
    await this.button(write.send).click();
    await expect(this.page.getByText(write.sent(title)).first()).toBeVisible();
  }

  /** A plan that is theirs, and handed in. */
  async handIn(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.fill(fields);
    await this.button(plans.handIn).click();
    await expect(this.page.getByText(plans.handedIn)).toBeVisible();
  }

  /** Types a title, and leaves it at that. */
  async begin(title: string): Promise<void> {
    await this.field.fill(title);
  }

  /** Where the title of a card is typed. */
  get field(): Locator {
    return this.page.getByLabel(write.title('idee'));
  }

  /** On a phone; a laptop shows them beside the task. */
  async openMine(): Promise<void> {
    await this.button(part.mine).click();
  }

  /** One of one's own cards, in *Mijn kaarten*. */
  card(title: string): Locator {
    return this.page.getByRole('list', { name: part.mine }).getByRole('listitem').filter({ hasText: title });
  }

  async edit(title: string, better: string): Promise<void> {
    await this.button(write.of(write.edit, title)).click();
    await this.field.last().fill(better);
    await this.button(write.save).click();
    await expect(this.card(better)).toContainText(write.saved);
  }

  async withdraw(title: string): Promise<void> {
    await this.button(write.of(write.withdraw, title)).click();
    await expect(this.card(title)).toContainText(write.withdrawn);
  }

  /** Goes along with the room, by the button that says where to. */
  async goOn(title: string): Promise<void> {
    await this.button(part.goOn(title)).click();
  }

  /** The whole page says whether everything is with the server. */
  async expectSaved(state: 'saved' | 'late' | 'offline'): Promise<void> {
    await expect(this.page.getByRole('banner').getByText(common.nl[state])).toBeVisible();
  }

  /** *Niet u? Klaar op dit toestel.* */
  async leave(): Promise<void> {
    await this.button(part.menu).click();
    await this.page.getByRole('menuitem', { name: part.leave }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: leavingText.nl.leaveGo }).click();
    await expect(this.page.getByRole('heading', { name: join.leftHeading })).toBeVisible();
  }

  async dot(title: string, dots: number): Promise<void> {
    for (let n = 0; n < dots; n++) await this.button(vote.more(title)).click();
  }

  async undot(title: string, dots: number): Promise<void> {
    for (let n = 0; n < dots; n++) await this.button(vote.less(title)).click();
  }

  async sendVote(again = false): Promise<void> {
    await this.button(again ? vote.sendAgain : vote.send).click();
    await expect(this.page.getByText(vote.kept)).toBeVisible();
  }

  /** After a reveal with the ballots: there are so many like the own one; null: this device sent none. */
  async lookFor(times: number | null): Promise<void> {
    await this.button(published.nl.look).click();
    const says = times === null ? published.nl.unknown : published.nl.found(times);
    await expect(this.page.getByText(says)).toBeVisible();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}
