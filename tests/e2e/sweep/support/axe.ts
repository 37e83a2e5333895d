/** axe, run inside the page: by its own runner a page costs a second, so a fifth of that. */
import { expect, type Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const options: RunOptions = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false };

export async function expectClean(page: Page, where: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (asked) => {
    const { axe: here } = window as unknown as { axe: { run(page: Document, how: unknown): Promise<AxeResults> } };
    return (await here.run(document, asked)).violations;
  }, options);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .map(({ target, any }) => ({ target: target.join(' '), why: any[0]?.message ?? '' }))
      // What is half under a sticky bar can be scrolled out from under it; that the keyboard does so is asked apart.
      .filter(({ why }) => !(id === 'target-size' && why.includes('obscured')))
      .map(({ target, why }) => `${id}: ${target} ${why}`),
  );
  expect.soft(found, `axe, ${where}`).toEqual([]);
}
