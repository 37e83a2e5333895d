/** What several screens say at once. */
import { expect, type Page } from '@playwright/test';
import { methods } from '../../../client/text/methods.ts';
import { reportWords } from '../../../client/text/report.ts';
import { revealing } from '../../../client/text/revealing.ts';
import { tally } from '../../../client/text/tally.ts';
import { vote as voteText } from '../../../client/text/vote.ts';
import { votePanel } from '../../../client/text/votepanel.ts';
import type { Lead } from './lead.ts';

const report = reportWords.nl;
const vote = { ...voteText.nl, ...votePanel.nl };

/** The live number of people who are in. */
export async function expectInside(page: Page, people: number): Promise<void> {
  await expect(page.getByText(/^((mens is|mensen zijn) )?binnen$/).locator('..')).toHaveText(
    new RegExp(`^\\s*${people}\\D`),
  );
}

/** How many voted, on console and wall; nothing more. */
export async function expectTurnout(
  console: Page,
  wall: Page,
  voted: number,
  of: number,
  by: 'voted' | 'votedTables' = 'voted',
): Promise<void> {
  await expect(console.getByText(`${voted} ${vote.of(of)} ${vote.voted}`)).toBeVisible();
  await expect(wall.getByRole('region', { name: tally.nl.turnout })).toHaveText(
    new RegExp(`^\\s*${voted}\\s*${tally.nl[by](of)}$`),
  );
}

/** One press, and one place stands on the wall and not yet this one, also when the wall is loaded again. Then the rest. */
export async function expectHalfTold(lead: Lead, wall: Page, first: string): Promise<void> {
  await lead.button(revealing.nl.next).click();
  for (const again of [false, true]) {
    if (again) await wall.reload();
    await expect(wall.locator('main ol li h2')).toHaveCount(1);
    await expect(wall.getByRole('heading', { name: first })).toBeHidden();
  }
  await lead.button(revealing.nl.all).click();
}

export async function expectReport(page: Page, cards: readonly string[]): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Welk idee maakt de buurt warmer?' })).toBeVisible();
  for (const text of ['Er is € 40.000', 'De speeltuin blijft', 'Gemeente Lindestad', ...cards]) {
    await expect(page.getByText(text, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByRole('row', { name: /^1 Soep op zondag/ })).toContainText('5');
  await expect(page.getByText(report.turnout(4, 5, '80'))).toBeVisible();
  await expect(page.getByText(methods.nl.rule({ kind: 'dots', dots: 3, maxPerItem: 2 })).first()).toBeVisible();
  const people = page.getByRole('table', { name: report.peopleCaption });
  for (const [group, joined] of [
    ['inwoner', 2],
    ['ondernemer', 1],
    ['raadslid', 1],
  ] as const) {
    await expect(people.getByRole('row', { name: `${group} ${joined}` })).toBeVisible();
  }
}
