/**
 * The people who change the board while it is looked at, as a process of its own. Gets its orders over IPC, and says once
 * a second what it did.
 */
import { must, newId } from '../../support/people.ts';
import { ideas, Writer } from './writer.ts';

/** First message of the bench. */
export interface Orders {
  base: string;
  code: string;
  facilitator: string;
  /** of the people who write */
  tokens: string[];
  /** changes a second, of all together */
  rate: number;
}

/** Every later message: the phase, and so the changes that it allows. */
export type Mix = 'pitch' | 'cluster';

export interface Told {
  /** on the board now */
  cards: number;
  made: number;
  refused: number;
  /** share of the last second in which this process was busy */
  busy: number;
}

/** While people arrange, new cards come from paper: one in so many changes, as often as one facilitator may. */
const paperEvery = 17;
const beat = 20;

let mix: Mix | null = null;
process.once('message', (orders: Orders) => {
  void begin(orders);
  process.on('message', (next: Mix) => (mix = next));
});
process.on('disconnect', () => process.exit(0));

async function begin({ base, code, facilitator, tokens, rate }: Orders): Promise<void> {
  const writers = tokens.map((token) => new Writer(base, code, token));
  await Promise.all(writers.map((writer) => writer.open()));
  let owed = 0;
  let turn = 0;
  let made = 0;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    owed = mix === null ? 0 : owed + ((now - last) * rate) / 1000;
    last = now;
    for (; owed >= 1; owed--, turn++) {
      const writer = writers[turn % writers.length];
      if (mix === 'cluster' && turn % paperEvery === 0) void paper();
      else if (mix !== null && writer?.act(mix)) made++;
    }
  }, beat);

  async function paper(): Promise<void> {
    const { title, text } = ideas[turn % ideas.length]!;
    const body = { id: newId(), title: title.slice(0, 80), text: text.slice(0, 280) };
    await must(base, 'POST', `/sessions/${code}/cards`, facilitator, body).then(
      () => made++,
      () => writers[0]!.refused++,
    );
  }

  let before = process.cpuUsage();
  setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    const refused = writers.reduce((sum, writer) => sum + writer.refused, 0);
    process.send?.({ cards: writers[0]?.cards ?? 0, made, refused, busy: (user + system) / 1e6 } satisfies Told);
  }, 1000);
}
