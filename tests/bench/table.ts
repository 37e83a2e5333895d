/** The results as people read them: a table in Markdown for each scenario, and under it what must be true. */
import type { Bound } from './bounds.ts';
import type { Machine } from './machine.ts';
import type { Options } from './options.ts';
import type { Result, Results, State } from './results.ts';
import type { Measure, Scenario } from './scenario.ts';
import { serverNames } from './servers/server.ts';

const states: Readonly<Record<State, string>> = {
  counts: '',
  generator: 'generator!',
  disturbed: 'machine!',
  missing: 'missing!',
  crashed: 'crashed!',
};

export function drawHead({ cpu, cores, node, date, commit, pins }: Machine, options: Options): string {
  const { clients, cards, seconds, runs, quick } = options;
  const where = pins ? `server on core ${pins.server}, generator on core ${pins.generator}` : 'not pinned to cores';
  return [
    `Kantelbord ${commit}, ${date} UTC, Node ${node.slice(1)}, ${cpu}, ${cores} cores, ${where}`,
    `${clients} people, ${cards} cards on the board, windows of ${seconds} s, median of ${runs}; (× …): Kantelbord is 1`,
    ...(quick ? ['Quick: this shows that the benchmark works; the figures say little.'] : []),
  ].join('\n');
}

export function drawScenario(scenario: Scenario, results: Results): string {
  const measures = Object.entries(scenario.measures);
  const rows = serverNames.flatMap((name) => {
    const result = results[name];
    if (!result) return [];
    const cells = measures.map(([key, measure]) => cell(key, measure, result, results.kantelbord));
    return [[name, ...cells, states[result.state]]];
  });
  const head = ['', ...measures.map(([, { title }]) => title), ''];
  const verdicts = scenario.bounds.map((bound) => drawVerdict(bound, results));
  return [`## ${scenario.title}`, '', ...columns([head, ...rows]), '', ...verdicts].join('\n');
}

export function drawVerdict(bound: Bound, results: Results): string {
  const verdict = bound.judge(results);
  if (!verdict) return `- not judged: ${bound.text}`;
  return `- ${verdict.ok ? 'yes' : 'NO'}: ${bound.text} (${round(verdict.value)})`;
}

function cell(key: string, { unit }: Measure, { median }: Result, ours: Result | undefined): string {
  const value = median[key];
  if (value === undefined || !Number.isFinite(value)) return '–';
  const ratio = ours && ours.median !== median ? value / (ours.median[key] ?? NaN) : NaN;
  return withUnit(value, unit) + (Number.isFinite(ratio) ? ` (× ${round(ratio)})` : '');
}

function withUnit(value: number, unit: Measure['unit']): string {
  switch (unit) {
    case 'ms':
    case 's':
      return `${round(value)} ${unit}`;
    case 'share':
      return `${round(value * 100)} %`;
    case 'bytes':
      return value < 1e6 ? `${round(value / 1e3)} KB` : `${round(value / 1e6)} MB`;
    case 'count':
      return round(value);
  }
}

/** At most two digits after the point, and only of what is small. */
function round(value: number): string {
  return String(Number(value.toFixed(Math.abs(value) < 10 ? 2 : 0)));
}

function columns(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, index) => Math.max(3, ...rows.map((row) => row[index]!.length)));
  const line = (row: string[]) => `| ${row.map((text, index) => text.padEnd(widths[index]!)).join(' | ')} |`;
  const [head, ...body] = rows.map(line);
  return [head!, line(widths.map((width) => '-'.repeat(width))), ...body];
}
