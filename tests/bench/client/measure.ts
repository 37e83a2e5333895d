/** One screen, from opening to the last thing that is done with it. */
import type { APIRequestContext, Browser, BrowserContext } from 'playwright';
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

export interface Wishes {
  /** of each thing that is done */
  seconds: number;
  /** folder for a picture of each screen */
  pictures: string | undefined;
}

export async function measure(browser: Browser, stage: Stage, screen: Screen, wishes: Wishes): Promise<Row[]> {
  await stage.play(screen.phase);
  await stage.evening.lead('/screen', { mode: screen.mode ?? 'phase' });
  const context = await browser.newContext({
    viewport: screen.viewport,
    hasTouch: screen.touch ?? false,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  try {
    return [
      ...(await measureEmpty(browser, context, screen)),
      ...(await measurePage(browser, context, stage, screen, wishes)),
    ];
  } finally {
    await context.close();
  }
}

/** What this machine does to a page with nothing in it, at the same time: the noise in the rest. */
async function measureEmpty(browser: Browser, context: BrowserContext, screen: Screen): Promise<Row[]> {
  const page = await context.newPage();
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
  context: BrowserContext,
  stage: Stage,
  screen: Screen,
  { seconds, pictures }: Wishes,
): Promise<Row[]> {
  const rows: Row[] = [];
  const row = (what: string, unit: Row['unit'], value: number, bound: number | null, task?: Partial<Task>) =>
    rows.push({ screen: screen.name, what, unit, value, bound, own: task?.own, why: wordsOf(task?.work) });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${screen.name}: ${error.stack}`));
  let heard = 0;
  page.on('websocket', (socket) => socket.on('framereceived', () => heard++));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: screen.throttle ?? 1 });

  await watchFor(page, screen.shows);
  const address = await addressOf(context.request, stage, screen);
  const opening = await traced(browser, page, async () => {
    await page.goto(address);
    return readyAt(page);
  });
  const own = opening.busy * opening.spent * 1000;
  row('ready after', 'ms', opening.result, screen.readyWithin, { own, work: opening.tasks[0]?.work ?? [] });
  await page.locator('body').boundingBox(); // what Playwright puts into a page is there before we look
  await page.waitForTimeout(settle * (screen.throttle ?? 1));
  await screen.before?.(page);
  if (pictures) await page.screenshot({ path: `${pictures}/${screen.name.replace(/\W+/g, '-')}.png` });
  for (const [name, act] of Object.entries(screen.acts)) {
    heard = 0;
    const { tasks, busy, spent, key, result } = await traced(browser, page, () => act(page, seconds));
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
        `${Math.round(heard / spent)} messages a second, driver busy ${Math.round(stage.told.busy * 100)} %`,
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
