/** The entry of `npm run soak`: does memory, or the file, grow with time? */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { limits } from '../../shared/limits.ts';
import { Nursery } from './child.ts';
import { readMachine } from './machine.ts';
import { makeSeed } from './seed.ts';
import { startKantelbord } from './servers/kantelbord.ts';
import { Churn } from './soak/churn.ts';
import { drawSample, drawSlope, head, judge, type Sample } from './soak/samples.ts';
import { percentile } from './statistics.ts';

const usage = 'Usage: npm run soak -- --minutes N [--people N] [--json FILE]';
/** seconds */
const every = 10;
/** of so many samples one asks how much people made: that takes the server a moment */
const asking = 6;
/** on the board from the beginning */
const cards = 150;

const options = read();
const machine = readMachine(new Date());
const nursery = new Nursery(machine.pins?.server ?? null);
process.on('exit', () => nursery.clear());
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const server = await startKantelbord(nursery);
const { child } = server;
child.crashed.catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const churn = new Churn(await server.open(makeSeed(cards, Date.now())), Math.random);
await churn.gather(options.people);
const samples: Sample[] = [];
const { minutes, people } = options;
console.log(`Kantelbord ${machine.commit}, ${machine.date} UTC: ${people} people, ${minutes} minutes; Ctrl-C ends it.`);
console.log(head);

const from = performance.now();
const over = new Promise<void>((resolve) => {
  setTimeout(resolve, minutes * 60_000).unref();
  process.once('SIGINT', () => resolve());
});
const running = churn.run();
await sampleUntilOver();
churn.stop();
await running;
const slopes = judge(samples);
summarise();
process.exit(slopes?.every(({ ok }) => ok) === false ? 1 : 0);

async function sampleUntilOver(): Promise<void> {
  let before = await child.usage();
  let content = await churn.content();
  for (let number = 1; ; number++) {
    const wait = new Promise<'next'>((resolve) => {
      setTimeout(() => resolve('next'), from + number * every * 1000 - performance.now()).unref();
    });
    if ((await Promise.race([wait, over])) !== 'next') return;
    if (number % asking === 0) content = await churn.content();
    const now = await child.usage(); // before collecting, which is ours
    const { rss, heap } = await child.usage(true);
    const sample: Sample = {
      at: (performance.now() - from) / 1000,
      rss,
      heap,
      file: sizeOf(server.file ?? ''),
      wal: sizeOf(`${server.file}-wal`),
      ...churn.board,
      content,
      votes: churn.votes,
      cpu: ((now.cpu - before.cpu) * 1000) / (now.at - before.at),
      p95: percentile(churn.tally.took.splice(0), 95),
    };
    before = await child.usage();
    samples.push(sample);
    console.log(drawSample(sample));
  }
}

function summarise(): void {
  const acts = Object.entries(churn.tally.acts).map(([act, count]) => `${count} ${act}`);
  console.log(`\n${churn.joined} joined, ${churn.votes} votes, ${acts.join(', ')}`);
  for (const [what, count] of churn.troubles) console.log(`${count} × ${what}`);
  console.log(slopes ? slopes.map(drawSlope).join('\n') : 'Too short to tell.');
  mkdirSync(dirname(options.json), { recursive: true });
  const troubles = Object.fromEntries(churn.troubles);
  const { joined, votes, tally } = churn;
  const done = { joined, votes, ...tally.acts };
  writeFileSync(options.json, JSON.stringify({ machine, options, samples, done, troubles, slopes }, null, 2));
  console.log(`Written to ${options.json}`);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function read() {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ options: { minutes: text, people: text, json: text } });
    const minutes = Number(values.minutes);
    const people = Number(values.people ?? 200);
    if (!(minutes > 0 && minutes <= 24 * 60)) throw new Error('--minutes must be a number, at most a day.');
    if (!Number.isInteger(people) || people < 4 || people > limits.participantsPerSession / 2) {
      throw new Error(`--people must be a whole number from 4 to ${limits.participantsPerSession / 2}.`);
    }
    return { minutes, people, json: values.json ?? 'test-results/soak.json' };
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
}
