/** Chromium's own account of what the main thread of a page did. */
import type { Browser, Page } from 'playwright';

export interface Task {
  /** ms from beginning to end */
  length: number;
  /** ms of the processor that it got meanwhile: what is missing, others on this machine had */
  own: number;
  /** ms in each kind of work inside it, largest first */
  work: [name: string, ms: number][];
}

export interface Trace {
  /** tasks of the page, longest first */
  tasks: Task[];
  /** share of a processor that the main thread had */
  busy: number;
  /** ms of the processor that the main thread had from a key to the frame that shows it, at most; 0 without keys */
  key: number;
}

/** One event of Chromium's trace; times in µs. */
interface Event {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** of the thread itself */
  tdur?: number;
  tts?: number;
  args: { name?: string; data?: { type?: string; processId?: number; frames?: { processId?: number }[] } };
}

const categories = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'blink.user_timing',
  '__metadata',
];
const taskNames = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/** Traces a page while `act` runs. */
export async function traced<T>(browser: Browser, page: Page, act: () => Promise<T>): Promise<Trace & { result: T }> {
  await browser.startTracing(page, { categories });
  const begun = performance.now();
  const result = await act().catch(async (error: unknown) => {
    await browser.stopTracing();
    throw error;
  });
  const spent = (performance.now() - begun) / 1000;
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] };
  return { ...readTrace(traceEvents, spent), result };
}

function readTrace(events: readonly Event[], spent: number): Trace {
  const main = mainThread(events);
  const own = events.filter((event) => event.ph === 'X' && event.pid === main.pid && event.tid === main.tid);
  own.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks = outermost(own.filter(({ name }) => taskNames.has(name)));
  const busy = tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1e6 / spent;
  const longest = tasks.sort((a, b) => ms(b) - ms(a)).slice(0, 20);
  return {
    busy,
    key: slowestKey(own),
    tasks: longest.map((task) => ({ length: ms(task), own: (task.tdur ?? 0) / 1000, work: workIn(task, own) })),
  };
}

function slowestKey(events: readonly Event[]): number {
  const commits = events.filter(({ name }) => name === 'Commit');
  const keys = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown');
  const spent = keys.map((key) => {
    const shown = commits.find(({ ts }) => ts > key.ts);
    return shown ? (shown.tts ?? 0) + (shown.tdur ?? 0) - (key.tts ?? 0) : 0;
  });
  return Math.max(0, ...spent) / 1000;
}

/** The page is in the renderer that the browser names for its frame; workers and other pages have threads of their own. */
function mainThread(events: readonly Event[]): { pid: number; tid: number } {
  const told = (wanted: string) => events.filter(({ name }) => name === wanted).at(-1)?.args.data;
  const opened = told('FrameCommittedInBrowser')?.processId;
  const pid = opened ?? told('TracingStartedInBrowser')?.frames?.find(({ processId }) => processId)?.processId;
  const named = events.find(
    (event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain' && event.pid === pid,
  );
  if (!named) throw new Error('the trace does not name the main thread of the page');
  return named;
}

function outermost(tasks: readonly Event[]): Event[] {
  let end = 0;
  return tasks.filter((task) => {
    if (task.ts < end) return false;
    end = task.ts + (task.dur ?? 0);
    return true;
  });
}

/** Own time of each kind of work: what is nested inside other work is counted there once, by its own name. */
function workIn(task: Event, events: readonly Event[]): [string, number][] {
  const end = task.ts + (task.dur ?? 0);
  const inside = events.filter(({ ts, dur, name }) => ts >= task.ts && ts + (dur ?? 0) <= end && !taskNames.has(name));
  const own = new Map<string, number>();
  const open: Event[] = [];
  const add = (name: string, amount: number) => own.set(name, (own.get(name) ?? 0) + amount);
  for (const event of inside) {
    while (open.length > 0 && event.ts >= ends(open.at(-1)!)) open.pop();
    const parent = open.at(-1);
    if (parent) add(parent.name, -ms(event));
    add(event.name, ms(event));
    open.push(event);
  }
  return [...own].sort((a, b) => b[1] - a[1]).slice(0, 4);
}

const ends = (event: Event) => event.ts + (event.dur ?? 0);
const ms = ({ dur = 0 }: Event) => dur / 1000;
