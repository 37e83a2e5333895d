/** What `npm run demo` can show: an evening of each format, with the people it is made for. */
import type { Format } from '../../shared/format.ts';
import { formats } from '../../shared/formats/formats.ts';
import { answering, partsFor, some } from './parts.ts';
import type { Part } from './visitor.ts';

export interface Show {
  title: string;
  question: string;
  anchors: string[];
  format: Format;
  /** how long it takes when people watch */
  seconds: number;
  parts(format: Format): readonly Part[];
}

type Own = Partial<Omit<Show, 'format' | 'parts'>> & { people?: number };

/** Where it is asked for without a name. */
const usual = 'ideeenronde';

const town = { title: 'Lindewijk aan zet', question: 'Wat begint u samen met uw buren?' };
const anchors = ['Er is € 40.000', 'De speeltuin blijft', 'Klaar voor 1 juli 2027'];

const evenings: Readonly<Record<string, Own>> = {
  g1000: {
    title: 'G1000 Lindestad',
    question: 'Wat vinden wij belangrijk voor de stad?',
    anchors: ['De raad antwoordt op elk gekozen voorstel', 'Gelote inwoners kiezen'],
    seconds: 300,
  },
  broedplaats: { people: 30, seconds: 120 },
  ideeenveiling: { people: 45, seconds: 150 },
};

/** Amersfoort, 22 March 2014: 598 people at 80 tables, each with its secretary; artists came on free places. */
const in2014 = { inwoner: 348, werkgever: 40, vrij: 40, overheid: 90 };
const tablesIn2014 = 80;
const themeTeam = 8;

/** What the words after `npm run demo --` ask for; or the sentence that says what is wrong with them. */
export function askedFor(words: readonly string[]): { show: Show; fast: boolean } | string {
  const [id = usual, ...more] = words.filter((word) => word !== '--fast');
  const format = formats.find((one) => one.id === id);
  if (format && more.length === 0) return { show: showOf(format), fast: words.includes('--fast') };
  const names = formats.map((one) => one.id).join(', ');
  return `There is no evening "${[id, ...more].join(' ')}". There are: ${names}. With --fast it runs at full speed, and ends.`;
}

function showOf(format: Format): Show {
  const { people = 24, ...own } = evenings[format.id] ?? {};
  const show = { ...town, anchors, seconds: 70, ...own };
  if (format.id !== 'g1000') return { ...show, format, parts: (played) => partsFor(played, people) };
  return { ...show, format: atTables(format), parts: partsIn2014 };
}

/** The rounds at as many tables as stood there, and seven people at each at most. */
function atTables(format: Format): Format {
  const phases = format.phases.map((phase) => {
    const rounds = phase.kind === 'contribute' && phase.seating?.size === 5 ? phase.seating : null;
    return rounds ? { ...phase, seating: { ...rounds, size: 7, tables: tablesIn2014 } } : phase;
  });
  return { ...format, phases };
}

function partsIn2014(format: Format): Part[] {
  const guests = Object.entries(in2014).flatMap(([group, count]) =>
    Array.from({ length: count }, (): Part => ({ group, duty: null })),
  );
  const secretaries = some(format, 'secretary', tablesIn2014);
  return [...guests, ...secretaries, ...some(format, 'theme', themeTeam), ...answering(format)];
}
