/** The facilitator at the console. */
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { common } from '../../../client/text/common.ts';
import { consoleWords } from '../../../client/text/console.ts';
import { dutyWords } from '../../../client/text/duties.ts';
import { leadWords } from '../../../client/text/lead.ts';
import { moderation } from '../../../client/text/moderation.ts';
import { revealing } from '../../../client/text/revealing.ts';
import { startText } from '../../../client/text/start.ts';
import { vote as voteText } from '../../../client/text/vote.ts';
import { votePanel } from '../../../client/text/votepanel.ts';
import type { Duty } from '../../../shared/format.ts';
import { BoardHands } from './board.ts';
import type { Device } from './room.ts';

const t = consoleWords.nl;
const lead = leadWords.nl;
const duties = dutyWords.nl;
const cards = moderation.nl;
const start = startText.nl;
const telling = revealing.nl;
const vote = { ...voteText.nl, ...votePanel.nl };

export interface Plan {
  title: string;
  question: string;
  organiser?: string;
  anchors?: readonly string[];
  /** its title; the first of the list when it is not said */
  format?: string;
}

interface Reveal {
  tell?: 'whole' | 'itself' | 'press';
  ballots?: boolean;
}

export class Lead {
  readonly page: Page;
  readonly board: BoardHands;

  constructor({ page }: Device) {
    this.page = page;
    this.board = new BoardHands(page);
  }

  /** From `/`, by filling in the form, to the console. */
  async open(address: string, { title, question, organiser, anchors = [], format }: Plan): Promise<void> {
    const { page } = this;
    await page.goto(address);
    await this.button(start.begin).click();
    if (format) await page.getByRole('radio', { name: `${format},` }).check();
    await page.getByLabel(start.title).fill(title);
    await page.getByLabel(start.question).fill(question);
    if (organiser) await page.getByLabel(start.organiser).fill(organiser);
    for (const [index, anchor] of anchors.entries()) {
      if (index > 0) await this.button(start.addAnchor).click();
      await page.getByLabel(start.anchor(index + 1)).fill(anchor);
    }
    await this.button(start.submit).click();
    await this.expectOpen(title);
  }

  /** From `/`, with a file that was downloaded before. */
  async import(address: string, file: string, title: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByText(start.importHeading).click();
    await this.page.getByLabel(start.importFile).setInputFiles(file);
    await this.expectOpen(title);
  }

  /** The console is there, of this session. */
  async expectOpen(title: string): Promise<void> {
    await expect(this.page.getByRole('banner').getByRole('heading', { name: title })).toBeVisible();
    await expect(this.page).toHaveURL(/\/s\/[^/]+\/console$/);
  }

  /** `KRAS-7QXM` */
  get code(): string {
    return /\/s\/([^/]+)\/console/.exec(this.page.url())?.[1] ?? '';
  }

  /** What stands in a field with a link to give away. */
  async link(label: 'participantsLink' | 'wallLink' | 'entryField'): Promise<string> {
    return this.page.getByRole('textbox', { name: t[label], exact: true }).inputValue();
  }

  /** The one large button. */
  async forward(title: string): Promise<void> {
    await this.button(t.toPhase(title)).click();
  }

  /** To a part that is not the next one of the day, which is asked first. */
  async goTo(title: string): Promise<void> {
    await this.button(t.goTo(title)).click();
    await this.dialog()
      .getByRole('button', { name: lead.go(title) })
      .click();
  }

  async openVote(title = 'Stemmen'): Promise<void> {
    await this.forward(title);
    await this.dialog().getByRole('button', { name: t.openVote }).click();
  }

  /** The last call, and a minute more, as this wall shows it. */
  async callForLastVotes(wall: Page): Promise<void> {
    await this.button(vote.lastCall).click();
    await expect(wall.getByText(vote.lastCallSays)).toBeVisible();
    await this.button(vote.extend).click();
  }

  async closeVote(): Promise<void> {
    await this.button(vote.close).click();
    await this.dialog().getByRole('button', { name: vote.close }).click();
    await expect(this.page.getByText(vote.closedPanel)).toBeVisible();
  }

  /** `tell`: how the wall tells it. `ballots`: everybody can read them. */
  async reveal({ tell = 'whole', ballots = false }: Reveal = {}): Promise<void> {
    const choose = (name: string) => this.page.getByRole('radio', { name }).check();
    await choose(revealing.nl.tells[tell]);
    await choose(revealing.nl.publishes[ballots ? 'ballots' : 'totals']);
    await this.button(vote.reveal).click();
    await expect(this.page.getByText(vote.revealedPanel)).toBeVisible();
  }

  /** All at once, with every ballot, without a name, for whoever wants to count again. */
  async revealWhole(): Promise<void> {
    await this.page.getByRole('radio', { name: telling.tells.whole, exact: true }).check();
    await this.page.getByRole('radio', { name: telling.publishes.ballots }).check();
    await this.reveal();
  }

  async press(name: Plain): Promise<void> {
    await this.button(t[name]).click();
  }

  async announce(text: string): Promise<void> {
    await this.page.getByLabel(t.announce).fill(text);
    await this.button(t.announceSend).click();
  }

  /** One of the things that can be done with a card. */
  async act(title: string, action: 'spotlight' | 'unspotlight' | 'hide' | 'removeAuthor'): Promise<void> {
    await this.button(cards.cardMenu(title)).click();
    await this.page.getByRole('menuitem', { name: cards[action] }).click();
  }

  async hide(title: string, reason: string): Promise<void> {
    await this.act(title, 'hide');
    await this.dialog().getByLabel(cards.hideReason, { exact: true }).fill(reason);
    await this.dialog().getByRole('button', { name: cards.hide }).click();
    await expect(this.page.getByText(cards.hiddenNow(title))).toBeVisible();
  }

  async bringBack(title: string): Promise<void> {
    await this.fold(cards.hiddenHeading);
    await this.button(`${cards.bringBack}: ${title}`).click();
    await expect(this.button(cards.cardMenu(title))).toBeVisible();
  }

  async removeAuthor(title: string): Promise<void> {
    await this.act(title, 'removeAuthor');
    await this.dialog().getByRole('button', { name: cards.removeAuthor }).click();
    await expect(this.page.getByText(cards.removedNow)).toBeVisible();
  }

  /** A link for a colleague, shown once. */
  async invite(name: string): Promise<string> {
    await this.fold(t.team);
    await this.page.getByLabel(t.inviteName).fill(name);
    await this.button(t.invite).click();
    return this.page.getByRole('textbox', { name: lead.inviteLink(name) }).inputValue();
  }

  /** A link that gives a duty, shown once; `group`: its title. */
  async linkFor(duty: Duty, group?: string): Promise<string> {
    await this.fold(duties.links);
    await this.page.getByLabel(duties.linkFor).selectOption(duty);
    if (group) await this.page.getByLabel(duties.linkGroup).selectOption({ label: group });
    await this.button(duties.makeLink).click();
    const what = [duties.titles[duty], group].filter(Boolean).join(', ');
    const link = await this.page.getByRole('textbox', { name: duties.linkLabel(what) }).inputValue();
    await this.button(duties.linkKept).click();
    return link;
  }

  async download(label: 'downloadSession' | 'downloadCards' | 'downloadResults'): Promise<Download> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('link', { name: t[label] }).click(),
    ]);
    return download;
  }

  async end(): Promise<void> {
    await this.button(t.end).first().click();
    await this.dialog().getByRole('button', { name: t.end }).click();
    await expect(this.page.getByText(t.endedNote)).toBeVisible();
  }

  /** Only with the code typed. */
  async delete(): Promise<void> {
    const { code } = this;
    await this.fold(lead.finishHeading);
    await this.button(t.delete).click();
    const confirm = this.dialog().getByRole('button', { name: t.delete });
    await expect(confirm).toBeDisabled();
    await this.dialog().getByLabel(t.deleteType(code)).fill(code);
    await confirm.click();
    await expect(this.page.getByRole('heading', { name: t.deleted })).toBeVisible();
  }

  /** Opens a part of the console that was folded away. */
  async fold(heading: string): Promise<void> {
    const part = this.page.locator('details', { has: this.page.getByRole('heading', { name: heading, exact: true }) });
    if ((await part.getAttribute('open')) === null) await part.locator('summary').click();
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get saved(): Locator {
    return this.page.getByRole('banner').getByText(common.nl.saved);
  }
}

type Plain = 'keyDone' | 'pause' | 'resume' | 'lock' | 'unlock' | 'doorsShut' | 'doorsOpen' | 'announceClear';
