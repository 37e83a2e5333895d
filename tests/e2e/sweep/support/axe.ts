/** axe, run inside the page: by its own runner a page costs a second, so a fifth of that. */
import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Which rules: all of them; those about where things are drawn; or those about colour. */
const scopes = {
  all: { type: 'tag', values: tags },
  layout: { type: 'rule', values: ['color-contrast', 'target-size', 'scrollable-region-focusable'] },
  colour: { type: 'rule', values: ['color-contrast'] },
} as const;
type Scope = keyof typeof scopes;

/** What axe finds, in words. */
export async function axeFaults(page: Page, scope: Scope = 'all'): Promise<string[]> {
  const { type, values } = scopes[scope];
  const options: RunOptions = { runOnly: { type, values: [...values] }, resultTypes: ['violations'], preload: false };
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (asked) => {
    const { axe: here } = window as unknown as { axe: { run(page: Document, how: unknown): Promise<AxeResults> } };
    return (await here.run(document, asked)).violations;
  }, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .map(({ target, any }) => ({ target: target.join(' '), why: any[0]?.message ?? '' }))
      // What is half under a sticky bar can be scrolled out from under it; that the keyboard does so is asked apart.
      .filter(({ why }) => !(id === 'target-size' && why.includes('obscured')))
      .map(({ target, why }) => `axe, ${id}: ${target} ${why}`),
  );
}
