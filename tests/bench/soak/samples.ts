/** What is measured every ten seconds of a soak, and what it says in the end. */
import { median } from '../statistics.ts';

export interface Sample {
  /** seconds since the start */
  at: number;
  /** bytes: of the process, and of it in use after collecting garbage */
  rss: number;
  heap: number;
  /** bytes on disk: the file itself, and what SQLite keeps beside it */
  file: number;
  wal: number;
  /** bytes of what people made (`Churn.content`), as it was asked last */
  content: number;
  cards: number;
  /** withdrawn, erased and hidden ones too */
  everMade: number;
  /** Yjs client ids in the state vector */
  ids: number;
  /** votes that were held, aborted ones too */
  votes: number;
  /** share of one core since the sample before */
  cpu: number;
  /** ms, written → stored, since then; NaN when nothing was */
  p95: number;
}

export interface Slope {
  what: (typeof judged)[number];
  /** bytes: in the second third of the time, in the last third, and what it may be there */
  early: number;
  late: number;
  most: number;
  /** bytes an hour at this rate */
  hourly: number;
  ok: boolean;
}

const judged = ['rss', 'heap', 'file', 'wal'] as const;
/** What is flat still goes up and down: by this share, and by so many bytes. The WAL is written back at 4 MB. */
const slack = 0.1;
const room: Readonly<Record<Slope['what'], number>> = { rss: 10e6, heap: 3e6, file: 0.1e6, wal: 4.2e6 };
/** What one byte of content may take: objects are larger than their bytes, and the file keeps indexes and restore points. */
const perByte = 4;
const fewest = 6;

const mega = (bytes: number) => (bytes / 1e6).toFixed(2).padStart(8);

export const head =
  '    time   rss MB  heap MB  file MB   WAL MB made MB     cards   (ever)      ids  votes   CPU    p95';

export function drawSample(sample: Sample): string {
  const { at, rss, heap, file, wal, content, cards, everMade, ids, votes, cpu, p95 } = sample;
  const counts = [cards, everMade, ids].map((count) => String(count).padStart(8)).join(' ');
  const speed = `${(cpu * 100).toFixed(0).padStart(3)} % ${Number.isNaN(p95) ? '–' : `${p95.toFixed(0).padStart(4)} ms`}`;
  const bytes = [rss, heap, file, wal, content].map(mega).join(' ');
  return `${at.toFixed(0).padStart(6)} s ${bytes} ${counts} ${String(votes).padStart(6)} ${speed}`;
}

/** The last third against the second: the first is for warming up. Null of too little. */
export function judge(samples: readonly Sample[]): Slope[] | null {
  const third = Math.floor(samples.length / 3);
  if (samples.length < fewest) return null;
  const [before, after] = [samples.slice(third, -third), samples.slice(-third)];
  const middle = (part: readonly Sample[], of: (sample: Sample) => number) => median(part.map(of));
  const hours = (middle(after, ({ at }) => at) - middle(before, ({ at }) => at)) / 3_600;
  const content = (part: readonly Sample[]) => middle(part, (sample) => sample.content);
  const grown = Math.max(0, content(after) - content(before));
  return judged.map((what) => {
    const [early, late] = [before, after].map((part) => middle(part, (sample) => sample[what])) as [number, number];
    const most = early * (1 + slack) + room[what] + perByte * grown;
    return { what, early, late, most, hourly: (late - early) / hours, ok: late <= most };
  });
}

export function drawSlope({ what, early, late, most, hourly, ok }: Slope): string {
  const figures = `${mega(early).trim()} → ${mega(late).trim()} MB, at most ${mega(most).trim()} for what people added`;
  return `- ${ok ? 'yes' : 'NO'}: ${what} is flat (${figures}; ${mega(hourly).trim()} MB an hour)`;
}
