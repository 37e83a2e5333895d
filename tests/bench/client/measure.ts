/** One screen, from opening to the last thing that is done with it. */
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright';
import { newId } from '../../support/people.ts';
import { look } from './acts.ts';
import type { Stage } from './evening.ts';
import { readyAt, watchFor } from './probe.ts';
import type { Screen } from './screens.ts';
import { worstSecond, type Row } from './table.ts';
import { traced, type Task } from './trace.ts';

const bounds = { task: 100, frames: 30, key: 50 } as const;
/** ms after it is ready: what is fetched ahead is behind it by then */
const settle = 1_500;
/** of each page; the one in the middle counts */
const openings = 3;

export interface Wishes {
  /** of each thing that is done */
  seconds: number;
  /** folder for a picture of each screen */
  pictures: string | undefined;
}

/** A page of its own in a browser that was never here. */
interface Visit {
  context: BrowserContext;
  page: Page;
  /** ms from opening to usable, and ms of the processor that its main thread had until then */
  ready: number;
  own: number;
}

export async function measure(browser: Browser, stage: Stage, screen: Screen, wishes: Wishes): Promise<Row[]> {
  await stage.play(screen.phase);
  await stage.evening.lead('/screen', { mode: screen.mode ?? 'phase' });
  const empty = await measureEmpty(browser, screen);
  const visits: Visit[] = [];
  try {
    while (visits.length < openings) {
      await visits.at(-1)?.page.close(); // the others do not slow it down
      visits.push(await open(browser, stage, screen));
    }
    const { ready, own } = [...visits].sort((a, b) => a.ready - b.ready)[openings >> 1]!;
    return [
      { screen: screen.name, what: 'ready after', unit: 'ms', value: ready, bound: screen.readyWithin, own },
      ...empty,
      ...(await measurePage(browser, visits.at(-1)!.page, stage, screen, wishes)),
    ];
  } finally {
    for (const { context } of visits) await context.close();
  }
}

/** Not traced: that alone takes a slow page a third more. */
async function open(browser: Browser, stage: Stage, screen: Screen): Promise<Visit> {
  const context = await browser.newContext({
    viewport: screen.viewport,
    hasTouch: screen.touch ?? false,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${screen.name}: ${error.stack}`));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: screen.throttle ?? 1 });
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await watchFor(page, screen.shows);
  await page.goto(await addressOf(context.request, stage, screen));
  const ready = await readyAt(page);
  const { metrics } = await devtools.send('Performance.getMetrics');
  return { context, page, ready, own: 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) };
}

/** What this machine does to a page with nothing in it, at the same time: the noise in the rest. */
async function measureEmpty(browser: Browser, screen: Screen): Promise<Row[]> {
  const page = await browser.newPage({ viewport: screen.viewport });
  const { tasks, result } = await traced(browser, page, () => look(page, 2));
  await page.close();
  return [
    { screen: screen.name, what: 'an empty page: longest task', unit: 'ms', value: tasks[0]?.length ?? 0, bound: null },
    {
      screen: screen.name,
      what: 'an empty page: frames',
      unit: 'a second',
      value: worstSecond(result.gaps ?? []),
      bound: null,
    },
  ];
}

async function measurePage(
  browser: Browser,
  page: Page,
  stage: Stage,
  screen: Screen,
  { seconds, pictures }: Wishes,
): Promise<Row[]> {
  const rows: Row[] = [];
  const row = (what: string, unit: Row['unit'], value: number, bound: number | null, task?: Partial<Task>) =>
    rows.push({ screen: screen.name, what, unit, value, bound, own: task?.own, why: wordsOf(task?.work) });
  await page.locator('body').boundingBox(); // what Playwright puts into a page is there before we look
  await page.waitForTimeout(settle * (screen.throttle ?? 1));
  await screen.before?.(page);
  if (pictures) await page.screenshot({ path: `${pictures}/${screen.name.replace(/\W+/g, '-')}.png` });
  for (const [name, act] of Object.entries(screen.acts)) {
    const { tasks, busy, key, result } = await traced(browser, page, () => act(page, seconds));
    row(`${name}: longest task`, 'ms', tasks[0]?.length ?? 0, screen.throttle ? null : bounds.task, tasks[0]);
    if (result.gaps !== null)
      row(
        `${name}: frames, worst second`,
        'a second',
        worstSecond(result.gaps),
        screen.throttle ? null : bounds.frames,
      );
    row(`${name}: main thread`, '%', busy * 100, null);
    if (result.key !== null)
      row(`${name}: slowest key`, 'ms', result.key, screen.throttle ? bounds.key : null, { own: key });
    const longest = tasks.slice(0, 5).map(({ length, own }) => `${Math.round(length)} (${Math.round(own)})`);
    console.log(
      `${screen.name}, ${name}: longest tasks ${longest.join(', ')} ms (own CPU), ` +
        `driver busy ${Math.round(stage.told.busy * 100)} %`,
    );
  }
  return rows;
}

/** Whoever looks is let in by the public doors, as a page would be. */
export async function addressOf(request: APIRequestContext, { evening }: Stage, { as }: Screen): Promise<string> {
  const path = `${evening.base}/s/${evening.code}`;
  if (as === 'wall') return `${path}/wall`;
  if (as === 'console') return `${path}/console#${evening.facilitator}`;
  const joined = await request.post(`${evening.base}/api/sessions/${evening.code}/participants`, {
    data: { id: newId() + newId() },
    headers: { Origin: evening.base },
  });
  if (!joined.ok()) throw new Error(`join: ${joined.status()} ${await joined.text()}`);
  return path;
}

const wordsOf = (work: Task['work'] = []) => work.map(([name, ms]) => `${name} ${Math.round(ms)}`).join(', ');
