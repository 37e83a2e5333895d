/** Two facilitators, each on a laptop of their own and with the keyboard alone, enter what is on paper; then it is counted. */
import type { Page } from '@playwright/test';
import type { Invited } from '../../shared/api.ts';
import type { PrintedPapers } from '../../shared/api/papers.ts';
import { showCode } from '../../shared/papercode.ts';
import { paperText } from '../../client/text/papers.ts';
import { votePanel } from '../../client/text/votepanel.ts';
import { waysText } from '../../client/text/ways.ts';
import { runRecount } from '../../server/recounting.ts';
import { must, type Evening } from '../support/people.ts';
import { closeVote } from './sweep/support/crowd.ts';
import { openScene } from './sweep/support/scene.ts';
import { leadFrom, test } from './sweep/support/sweep.ts';
import { expect } from '@playwright/test';

const t = paperText.nl;

class Desk {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open({ base, code }: Evening, token = ''): Promise<void> {
    await this.#page.goto(`${base}/s/${code}/console${token && `#${token}`}`);
    await this.#page.locator('summary').filter({ hasText: votePanel.nl.paper }).press('Enter');
  }

  /** Types the code, chooses the n-th with the keys, and saves. */
  async enter(code: string, mark: number, says: string): Promise<void> {
    const { keyboard } = this.#page;
    const field = this.#page.getByLabel(t.code);
    await field.focus();
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type(showCode(code));
    await keyboard.press('Enter');
    await expect(this.#page.locator('#entry-heading')).toBeFocused();
    await expect(this.#page.getByRole('radio')).toHaveCount(3);
    await keyboard.press('Tab');
    await keyboard.press('Space');
    for (let down = 1; down < mark; down++) await keyboard.press('ArrowDown');
    await expect(this.#page.getByRole('radio', { name: `${mark}.` })).toBeChecked();
    await this.#page.getByRole('button', { name: t.save, exact: true }).focus();
    await keyboard.press('Enter');
    await expect(this.#page.getByText(says, { exact: true })).toBeVisible();
    await expect(field).toBeFocused();
  }
}

test('a vote on paper, from the printer to the recount', async ({ program, context, page, browser }) => {
  const evening = await openScene(program.url, { phase: 'cluster', cards: 3, method: { kind: 'single' } });
  await evening.lead('/phase', { to: 'vote' });
  const { token } = (await evening.lead('/facilitators/invitations', { name: 'Ben' })) as Invited;
  const { papers, items } = (await evening.lead('/votes/vote/papers', {
    groups: [{ group: '', count: 2 }],
  })) as PrintedPapers;
  const [first, second] = papers.map(({ code }) => code);
  await leadFrom(context, evening);
  const other = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce' });
  const [ann, ben] = [new Desk(page), new Desk(await other.newPage())];
  await ann.open(evening);
  await ben.open(evening, token);

  await ann.enter(first!, 2, t.waits);
  await ben.enter(first!, 3, t.notSame);
  await ben.enter(first!, 2, t.counted);
  await evening.lead('/votes/vote/collect');
  await expect(page.getByText(votePanel.nl.collectingPanel)).toBeVisible();
  await ben.enter(second!, 2, t.waits);
  await ann.enter(second!, 2, t.counted);
  await closeVote(evening);
  await evening.lead('/votes/vote/reveal');
  await other.close();

  await page.goto(`${evening.base}/s/${evening.code}/report?role=facilitator`);
  await expect(page.getByText(waysText.nl.papers(2, 2))).toBeVisible();
  const file = await must(evening.base, 'GET', `/sessions/${evening.code}/export/session.json`, evening.facilitator);
  let out = '';
  const streams = { read: () => JSON.stringify(file), out: (text: string) => (out += text), err: () => undefined };
  expect(runRecount(['session.json'], streams)).toBe(0);
  expect(out).toContain('paper: 2 ballots, 0 of them blank.');
  expect(out).toContain(items[1]!.title);
});
