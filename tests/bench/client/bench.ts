/**
 * The pages with a full board, in Chromium, while changes stream in: how long the main thread is ever busy at a stretch,
 * how many frames it draws, how soon a page is ready, and how long a key waits. Needs a built server.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { BROWSER_FLAGS, foundBrowser } from '../../support/browser.mjs';
import { openStage } from './evening.ts';
import { measure } from './measure.ts';
import { screens } from './screens.ts';
import { isKept, tableOf, type Row } from './table.ts';

const { values: options } = parseArgs({
  options: {
    cards: { type: 'string', default: '1500' },
    rate: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '6' },
    only: { type: 'string', default: '' },
    pictures: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (options.help) {
  console.log(`npm run bench:client -- [--cards 1500] [--rate 50 changes a second] [--seconds 6, for each thing that is done]
  [--only part of the name of a screen] [--pictures folder]`);
  process.exit();
}
const [cards, rate, seconds] = [Number(options.cards), Number(options.rate), Number(options.seconds)];

const machine = `${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`;

const browser = await chromium.launch({ executablePath: foundBrowser(), args: BROWSER_FLAGS });
const stage = await openStage(cards, rate);
try {
  const rows: Row[] = [];
  for (const screen of screens.filter(({ name }) => name.includes(options.only)))
    rows.push(...(await measure(browser, stage, screen, { seconds, pictures: options.pictures })));
  const { told } = stage;
  const run = { at: new Date().toISOString(), machine, browser: browser.version(), cards, rate, seconds, told, rows };
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/bench-client.json', JSON.stringify(run, null, 2));
  const verdicts = rows.map(isKept).filter((kept) => kept !== null);
  console.log(`
${tableOf(rows)}

${machine}, Chromium ${run.browser}. Own CPU: what the page itself used; the rest of a task it waited for others on this machine.
${rate} changes a second wished, ${told.made} made, ${told.refused} refused; ${cards} cards at first, ${told.cards} at last.
${verdicts.filter(Boolean).length} of ${verdicts.length} bounds kept.`);
} finally {
  await stage.close();
  await browser.close();
}
