/** What may be asked of `npm run bench`. */
import { parseArgs } from 'node:util';
import { limits } from '../../shared/limits.ts';
import { serverNames, type ServerName } from './servers/server.ts';

export interface Options {
  clients: number;
  /** on the board before anything is measured */
  cards: number;
  /** how long a window is that is measured */
  seconds: number;
  runs: number;
  /** names of scenarios, or what they begin with; none: all */
  only: string[];
  servers: readonly ServerName[];
  quick: boolean;
  /** files of earlier runs to sum up; none: run */
  merge: string[];
  /** the file the results are written to */
  json: string;
}

/** One sentence for whoever typed it. */
export class BadOption extends Error {
  override readonly name = 'BadOption';
}

/** [usual, in the quick mode, least, most]. So many cards and 200 more a second fit in `limits.cardsPerSession`. */
const numbers = {
  clients: [1_000, 60, 4, limits.participantsPerSession],
  cards: [1_500, 300, 1, 1_500],
  seconds: [8, 1, 1, 15],
  runs: [3, 1, 1, 20],
} as const;

export const usage = `Usage: npm run bench -- [--quick] [--only NAME,…] [--servers NAME,…] [--clients N] [--cards N]
       [--seconds N] [--runs N] [--json FILE]
   or: npm run bench -- --merge [--json FILE] FILE…   sums up runs that were made apart`;

/** Throws `BadOption`. `names`: the scenarios there are. */
export function readOptions(argv: string[], names: readonly string[]): Options {
  const { values: given, positionals } = parse(argv);
  if (given.merge ? positionals.length === 0 : positionals.length > 0) throw new BadOption('Files go with --merge.');
  const { quick = false } = given;
  const whole = (name: keyof typeof numbers) => readWhole(name, given[name], quick);
  return {
    clients: whole('clients'),
    cards: whole('cards'),
    seconds: whole('seconds'),
    runs: whole('runs'),
    only: readList(given.only, 'only', names, (word, name) => isNamed(name, [word])),
    servers: readServers(given.servers),
    quick,
    merge: positionals,
    json: given.json ?? 'test-results/bench.json',
  };
}

/** Whether a scenario is among those asked for: `pitching` is `pitching-10` and `pitching-50`. */
export function isNamed(name: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((word) => name === word || name.startsWith(`${word}-`));
}

function parse(argv: string[]) {
  const text = { type: 'string' } as const;
  const options = {
    clients: text,
    cards: text,
    seconds: text,
    runs: text,
    only: text,
    servers: text,
    json: text,
    quick: { type: 'boolean' },
    merge: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw new BadOption((error as Error).message.split('. ')[0] + '.');
  }
}

function readWhole(name: keyof typeof numbers, given: string | undefined, quick: boolean): number {
  const [usual, little, least, most] = numbers[name];
  if (given === undefined) return quick ? little : usual;
  const number = Number(given);
  if (/^\d+$/.test(given) && number >= least && number <= most) return number;
  throw new BadOption(`--${name} must be a whole number from ${least} to ${most}, not "${given}".`);
}

function readServers(given: string | undefined): readonly ServerName[] {
  const words = readList(given, 'servers', serverNames, (word, name) => word === name);
  return words.length === 0 ? serverNames : serverNames.filter((name) => words.includes(name));
}

function readList(
  given: string | undefined,
  option: string,
  known: readonly string[],
  fits: (word: string, name: string) => boolean,
): string[] {
  const words = (given ?? '').split(',').filter((word) => word !== '');
  const strange = words.find((word) => !known.some((name) => fits(word, name)));
  if (strange === undefined) return words;
  throw new BadOption(`--${option}: there is no "${strange}"; there are ${known.join(', ')}.`);
}
