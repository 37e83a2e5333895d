/** What a session is opened with out of a Pabulib file: its projects as cards, and a vote on them as the file describes it. */
import type { Format } from '../format.ts';
import { limits } from '../limits.ts';
import type { Fields } from '../model.ts';
import type { Language } from '../refusals.ts';
import { say, type Words } from '../words.ts';
import { fault, type Fault } from './faults.ts';
import type { Pabulib, PabulibProject } from './file.ts';
import { votingIn } from './method.ts';
import { formatFor } from './programme.ts';

export interface Opening {
  title: string;
  question: string;
  organiser: string;
  anchors: string[];
  language: Language;
  format: Format;
  /** in the order of the file's projects */
  cards: { title: string; text: string; fields: Fields }[];
}

/** Columns of a project that a card keeps besides its words and its cost, by the field they become. */
export const columns = { categorie: 'category', wijk: 'neighborhood', gebied: 'district' } as const;

const question: Words = { nl: 'Welke projecten krijgen geld?', en: 'Which projects get money?' };
const unreadable = '\ufffd';
/** whole euros: what a card can cost */
const mostMoney = 999_999_999;

/** `past`: with the vote that the file tells of, as a part that was held. */
export function openingOf(file: Pabulib, past: boolean): { ok: true; opening: Opening } | Fault {
  const { meta, lines, projects } = file;
  const wrong = wrongIn(file);
  if (wrong) return wrong;
  const method = votingIn(file);
  if (!method.ok) return method;
  const language = languageOf(meta);
  const kept = Object.entries(columns).filter(([, column]) => projects.some(({ more }) => more[column]));
  const title =
    cut(meta.description ?? '', limits.sessionTitleLength) || cut(meta.unit ?? '', limits.sessionTitleLength);
  if (title === '') return fault(lines.description ?? 1, 'missing', 'description');
  const sum = method.method.budget.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB');
  const anchor: Words = {
    nl: `Er is ${currencyOf(meta)}${sum} te verdelen.`,
    en: `There is ${currencyOf(meta)}${sum} to divide.`,
  };
  return {
    ok: true,
    opening: {
      title,
      question: say(question, language),
      organiser: cut([meta.unit, meta.district].filter(Boolean).join(', '), limits.organiserLength),
      anchors: [say(anchor, language)],
      language,
      format: formatFor(
        method.method,
        kept.map(([field]) => field),
        past,
      ),
      cards: projects.map((project) => cardOf(project, kept, file.scale)),
    },
  };
}

/** What a file may say, and a session can not hold. */
function wrongIn({ meta, lines, scale, budget, projects }: Pabulib): Fault | null {
  if (projects.length === 0) return fault(lines.num_projects!, 'bound', 'num_projects', 0);
  if (projects.length > limits.itemsPerVote) {
    return fault(projects[limits.itemsPerVote]!.line, 'full', projects.length, limits.itemsPerVote);
  }
  const inEuros = (units: number) => units / scale;
  if (budget % scale !== 0) return fault(lines.budget!, 'cents', 'budget', inEuros(budget));
  if (budget === 0) return fault(lines.budget!, 'bound', 'budget', 0);
  if (inEuros(budget) > mostMoney) return fault(lines.budget!, 'much', 'budget', inEuros(budget), mostMoney);
  const unread = Object.entries(meta).find(([, value]) => value.includes(unreadable));
  if (unread) return fault(lines[unread[0]]!, 'letters');
  for (const { line, name, cost, more } of projects) {
    if (cost % scale !== 0) return fault(line, 'cents', 'cost', inEuros(cost));
    if (inEuros(cost) > mostMoney) return fault(line, 'much', 'cost', inEuros(cost), mostMoney);
    if ([name, ...Object.values(more)].some((text) => text.includes(unreadable))) return fault(line, 'letters');
  }
  return null;
}

function cardOf(
  { id, name, cost, more }: PabulibProject,
  kept: readonly [field: string, column: string][],
  scale: number,
): Opening['cards'][number] {
  const title = cut(name, limits.titleLength) || id;
  const whole = name.trim().length > limits.titleLength ? name.trim() : '';
  const text = [whole, more.description?.trim()].filter(Boolean).join('\n\n');
  return {
    title,
    text: cut(text, limits.textLength * limits.sharedTextSlack, /[^\S\n]+/g),
    fields: {
      kosten: `${cost / scale}`,
      ...Object.fromEntries(kept.map(([field, column]) => [field, cut(more[column] ?? '', limits.fieldLength)])),
    },
  };
}

/** On one line, and with three dots where it was too long. */
function cut(text: string, most: number, blanks = /\s+/g): string {
  const flat = text.replace(blanks, ' ').trim();
  return flat.length <= most ? flat : `${flat.slice(0, most - 1).trimEnd()}…`;
}

function languageOf({ language, country }: Pabulib['meta']): Language {
  if (language === undefined) return country === 'Netherlands' || country === 'Belgium' ? 'nl' : 'en';
  return language.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

/** In euros as everywhere on the board; other money under its own name. */
function currencyOf({ currency = 'EUR' }: Pabulib['meta']): string {
  return currency === 'EUR' ? '€\u00a0' : `${cut(currency, 10)}\u00a0`;
}
