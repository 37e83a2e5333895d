/** What can be wrong with a Pabulib file: the line, counted from 1, and a sentence for whoever chose the file. */
import type { Language } from '../refusals.ts';

export interface Fault {
  ok: false;
  line: number;
  sentence: Record<Language, string>;
}

const faults = {
  empty: say('Het bestand is leeg.', 'The file is empty.'),
  section: say('Hier hoort {0} te staan.', 'This should be {0}.'),
  quote: say('Een aanhalingsteken wordt niet gesloten.', 'A quotation mark is not closed.'),
  header: say('De kop van {0} mist de kolom {1}.', 'The header of {0} misses the column {1}.'),
  twice: say('{0} staat er twee keer.', '{0} is there twice.'),
  width: say('Deze regel heeft {0} velden. Het moeten er {1} zijn.', 'This line has {0} fields. It should have {1}.'),
  blank: say('Deze regel is leeg.', 'This line is empty.'),
  missing: say('META mist {0}.', 'META misses {0}.'),
  number: say('{0} is geen bedrag of aantal: {1}.', '{0} is not an amount or a number: {1}.'),
  kind: say('Dit soort stem kennen wij niet: {0}.', 'We do not know this type of vote: {0}.'),
  projects: say('Er staan {0} projecten in, maar META zegt {1}.', 'It has {0} projects, but META says {1}.'),
  votes: say('Er staan {0} stemmen in, maar META zegt {1}.', 'It has {0} votes, but META says {1}.'),
  unknown: say('Project {0} bestaat niet.', 'There is no project {0}.'),
  choose: say('Bij deze stemming kiest men één project.', 'In this vote people choose one project.'),
  cents: say(
    '{0} is geen heel bedrag: {1}. Hier gaat het om hele euro’s.',
    '{0} is not a whole amount: {1}. Here only whole euros count.',
  ),
  much: say('{0} is te groot: {1}. Het mag hoogstens {2} zijn.', '{0} is too large: {1}. It can be {2} at most.'),
  bound: say('{0} kan niet {1} zijn.', '{0} can not be {1}.'),
  full: say(
    'Er staan {0} projecten in. Het mogen er hoogstens {1} zijn.',
    'It has {0} projects. It can have {1} at most.',
  ),
  rule: say(
    'Deze regel kennen wij niet: {0}. De stemmen zijn niet opnieuw te tellen.',
    'We do not know this rule: {0}. The votes can not be counted again.',
  ),
  long: say(
    'Het tellen van deze stemmen lukt nu niet. Neem alleen de projecten over, of probeer het later.',
    'These votes can not be counted now. Take the projects only, or try again later.',
  ),
  other: say(
    'Onze telling geeft een andere uitslag dan het bestand, bij “{0}”.',
    'Our count gives another result than the file, at “{0}”.',
  ),
  letters: say(
    'Hier staan tekens die niet te lezen zijn. Bewaar het bestand als UTF-8.',
    'Some characters here can not be read. Save the file as UTF-8.',
  ),
  points: say('Elk project op een stem heeft punten nodig.', 'Every project on a vote needs points.'),
} satisfies Record<string, Record<Language, string>>;

export function fault(line: number, code: keyof typeof faults, ...details: (string | number)[]): Fault {
  const fill = (text: string) =>
    text.replace(/\{(\d)\}/g, (_, index: string) => `${details[Number(index)]}`.slice(0, 60));
  const { nl, en } = faults[code];
  return { ok: false, line, sentence: { nl: fill(nl), en: fill(en) } };
}

function say(nl: string, en: string): Record<Language, string> {
  return { nl, en };
}
