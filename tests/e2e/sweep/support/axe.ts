/** axe, run inside the page: by its own runner a page costs a second, so a fifth of that. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

// A page reads its small edition in a third of the time.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What has a name, and whether it is one: all that axe asks of words. */
const names = [
  ...['document-title', 'html-has-lang', 'html-lang-valid', 'valid-lang', 'empty-heading', 'heading-order'],
  ...[
    'button-name',
    'link-name',
    'summary-name',
    'input-button-name',
    'label',
    'select-name',
    'form-field-multiple-labels',
  ],
  ...['image-alt', 'role-img-alt', 'svg-img-alt', 'empty-table-header', 'frame-title', 'landmark-unique'],
  ...['aria-command-name', 'aria-dialog-name', 'aria-input-field-name', 'aria-meter-name', 'aria-progressbar-name'],
  ...['aria-toggle-field-name', 'aria-tooltip-name', 'aria-treeitem-name', 'aria-valid-attr-value'],
];
/** Which rules: all of them; those about where things are drawn; those about colour; or those about words. */
const scopes = {
  all: { type: 'tag', values: tags },
  layout: { type: 'rule', values: ['color-contrast', 'target-size', 'scrollable-region-focusable'] },
  colour: { type: 'rule', values: ['color-contrast'] },
  words: { type: 'rule', values: [...names, 'target-size', 'scrollable-region-focusable'] },
} as const;
type Scope = keyof typeof scopes;

/** What axe finds, in words. */
export async function axeFaults(page: Page, scope: Scope = 'all'): Promise<string[]> {
  const { type, values } = scopes[scope];
  const options: RunOptions = { runOnly: { type, values: [...values] }, resultTypes: ['violations'], preload: false };
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
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
