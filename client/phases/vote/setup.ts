/** The form in which a facilitator sets up a vote, as text fields hold it; and the way to and from settings. */
import type { SetVote } from '../../../shared/api.ts';
import type { VotePhase } from '../../../shared/format.ts';
import type { Method, MethodKind } from '../../../shared/phases/vote.ts';
import type { Words } from '../../../shared/words.ts';
import { rounded } from '../../text/exact.ts';
import { answersIn, areAnswers, common, type Answers } from './answers.ts';

type Budget = Extract<Method, { kind: 'budget' }>;

export interface Criterion {
  title: string;
  weight: string;
  /** as it was; a point that is new has none */
  was?: { id: string; title: Words };
}

export interface Setup extends Answers {
  kind: MethodKind;
  items: VotePhase['items'];
  top: string;
  cut: VotePhase['cut'];
  dots: string;
  most: string;
  max: string;
  min: string;
  points: string;
  score: string;
  length: string;
  count: 'borda' | 'runoff';
  duels: string;
  criteria: Criterion[];
  groups: 'together' | 'equal';
  /** whose marks count */
  who: 'everybody' | 'jury';
  /** groups that decide; none: all do */
  electorate: string[];
  others: 'apart' | 'none';
  budget: string;
  rule: Budget['rule'];
  completion: NonNullable<Budget['completion']>;
  ballot: NonNullable<Budget['ballot']>;
  maxCost: string;
  least: string;
  vouchers: string;
  value: string;
  /** vouchers on what fails go to a second choice */
  move: boolean;
  choices: string;
  per: 'person' | 'table';
  /** of consent: whoever says no is asked why */
  reasons: boolean;
  /** what share it needs, in percents; empty: none */
  share: string;
  basis: 'cast' | 'electorate';
}

/** Least and most of each number, as the schema of a format has them. */
export const bounds = {
  dots: [1, 50],
  most: [1, 50],
  max: [1, 100],
  min: [0, 100],
  top: [1, 100],
  points: [1, 1_000],
  score: [1, 10],
  length: [1, 100],
  duels: [1, 50],
  budget: [1, 1_000_000_000],
  maxCost: [1, 1_000_000_000],
  least: [0, 1_000_000],
  vouchers: [1, 1_000],
  value: [1, 1_000_000_000],
  choices: [1, 100],
  share: [0, 99],
} as const;

export type NumberField = keyof typeof bounds;
type Fields = { must: readonly NumberField[]; may: readonly NumberField[] };

const share = ['share'] as const;

/** The numbers a method asks: those that must be there, and those that may stay empty. */
export function fieldsOf({ kind, rule, ballot, count }: Pick<Setup, 'kind' | 'rule' | 'ballot' | 'count'>): Fields {
  switch (kind) {
    case 'dots':
      return { must: ['dots', 'most', 'top'], may: share };
    case 'approval':
      return { must: ['max', 'top'], may: ['min', ...share] };
    case 'single':
      return { must: ['top'], may: share };
    case 'points':
      return { must: ['points', 'top'], may: share };
    case 'score':
      return { must: ['score', 'top'], may: [] };
    case 'jury':
      return { must: ['top'], may: [] };
    case 'ranked':
      return { must: count === 'runoff' ? ['length'] : ['length', 'top'], may: [] };
    case 'pairwise':
      return { must: ['duels', 'top'], may: [] };
    case 'consent':
      return { must: share, may: [] };
    case 'budget':
      return {
        must: [
          'budget',
          ...(ballot === 'points' ? (['points'] as const) : []),
          ...(rule === 'threshold' ? (['least'] as const) : []),
        ],
        may: ['min', 'max', 'maxCost'],
      };
    case 'allocate':
      return { must: ['budget'], may: [] };
    case 'vouchers':
      return { must: ['vouchers', 'value', 'budget'], may: [] };
    case 'tables':
      return { must: ['choices', 'top'], may: share };
  }
}

/** Does the place in the ranking say who wins? */
export function asksCut(setup: Pick<Setup, 'kind' | 'rule' | 'ballot' | 'count'>): boolean {
  return fieldsOf(setup).must.includes('top');
}

export function setupOf({ method, items, top, cut, threshold, per, duty, electorate, others }: VotePhase): Setup {
  const of = <K extends MethodKind>(kind: K) =>
    method.kind === kind ? (method as Extract<Method, { kind: K }>) : null;
  const [budget, jury, ranked, single] = [of('budget'), of('jury'), of('ranked'), of('single')];
  const text = (number: number | undefined, otherwise: number | '' = '') => String(number ?? otherwise);
  return {
    kind: method.kind,
    items,
    top: text(top),
    cut,
    dots: text(of('dots')?.dots, 3),
    most: text(of('dots')?.maxPerItem, 2),
    max: text(of('approval')?.max ?? budget?.max, budget ? '' : 3),
    min: text(of('approval')?.min ?? budget?.min),
    points: text(of('points')?.points ?? budget?.points, 10),
    score: text(of('score')?.max, 5),
    length: text(ranked?.length, 5),
    count: ranked?.count ?? 'borda',
    fixed: single?.choices ? 'yes' : 'no',
    answers: (single?.choices ?? common).map(({ nl }) => nl).join('\n'),
    duels: text(of('pairwise')?.duels, 10),
    criteria: (jury?.criteria ?? []).map(({ id, title, weight }) => ({
      title: title.nl,
      weight: String(weight),
      was: { id, title },
    })),
    groups: jury?.groups ?? 'together',
    who: duty ?? 'everybody',
    electorate: [...(electorate ?? [])],
    others: others ?? 'none',
    budget: text(budget?.budget ?? of('allocate')?.budget ?? of('vouchers')?.budget, 10_000),
    rule: budget?.rule ?? 'equal-shares',
    completion: budget?.completion ?? 'add1u',
    ballot: budget?.ballot ?? 'approve',
    maxCost: text(budget?.maxCost),
    least: text(budget?.least, 5),
    vouchers: text(of('vouchers')?.vouchers, 5),
    value: text(of('vouchers')?.value, 50),
    move: of('vouchers')?.move ?? true,
    choices: text(of('tables')?.choices, 5),
    per: per === 'table' ? 'table' : 'person',
    reasons: of('consent') ? of('consent')?.reasons === true : true,
    share: threshold ? String(rounded(threshold.moreThan, 0, 100)) : method.kind === 'consent' ? '50' : '',
    basis: threshold?.basis ?? 'cast',
  };
}

/** The numbers this form uses that are not numbers, or out of bounds; and whether a jury has what it needs. */
export function wrongIn(setup: Setup): (NumberField | 'criteria' | 'answers')[] {
  const { must, may } = fieldsOf(setup);
  const wrong = [...must, ...may].filter((field) => {
    const typed = setup[field].trim();
    if (typed === '' && may.includes(field)) return false;
    const [least, most] = bounds[field];
    const number = Number(typed);
    return typed === '' || !Number.isInteger(number) || number < least || number > most;
  });
  const least = Number(setup.min);
  if (!wrong.includes('min') && may.includes('min') && setup.max.trim() !== '' && least > Number(setup.max))
    wrong.push('min');
  if (setup.kind === 'jury' && !isJury(setup.criteria)) return [...wrong, 'criteria'];
  return setup.kind === 'single' && setup.fixed === 'yes' && !areAnswers(setup) ? [...wrong, 'answers'] : wrong;
}

export function settingsOf(setup: Setup): SetVote {
  const { items, per, who, share: needed, basis, electorate, others } = setup;
  const cuts = asksCut(setup);
  const top = cuts ? Number(setup.top) : 1;
  const { must, may } = fieldsOf(setup);
  const asks = [...must, ...may].includes('share') && needed.trim() !== '';
  return {
    method: methodOf(setup),
    items,
    top,
    cut: setup.cut === 'again' && (!cuts || top > 1) ? 'along' : setup.cut,
    ...(asks ? { threshold: { moreThan: `${Number(needed)}/100`, basis } } : {}),
    ...(who === 'jury' ? { duty: who } : {}),
    ...(electorate.length > 0 ? { electorate, ...(others === 'apart' ? { others } : {}) } : {}),
    ...(per === 'table' && setup.kind === 'allocate' ? { per } : {}),
  };
}

function isJury(criteria: readonly Criterion[]): boolean {
  const isGood = ({ title, weight }: Criterion) =>
    title.trim() !== '' && Number.isInteger(Number(weight)) && Number(weight) >= 1 && Number(weight) <= 1_000;
  return criteria.length > 0 && criteria.length <= 12 && criteria.every(isGood);
}

function methodOf(setup: Setup): Method {
  const number = (field: NumberField) => Number(setup[field]);
  const some = (field: NumberField) => (setup[field].trim() === '' ? {} : { [field]: number(field) });
  const { kind } = setup;
  switch (kind) {
    case 'dots':
      return { kind, dots: number('dots'), maxPerItem: Math.min(number('most'), number('dots')) };
    case 'approval':
      return { kind, max: number('max'), ...some('min') };
    case 'single':
      return { kind, ...(setup.fixed === 'yes' && { choices: answersIn(setup) }) };
    case 'consent':
      return { kind, ...(setup.reasons && { reasons: true as const }) };
    case 'points':
      return { kind, points: number('points') };
    case 'score':
      return { kind, max: number('score') };
    case 'jury':
      return { kind, criteria: criteriaOf(setup.criteria), groups: setup.groups };
    case 'ranked':
      return { kind, length: number('length'), count: setup.count };
    case 'pairwise':
      return { kind, duels: number('duels') };
    case 'budget':
      return {
        kind,
        budget: number('budget'),
        rule: setup.rule,
        ballot: setup.ballot,
        ...(setup.rule === 'equal-shares' ? { completion: setup.completion } : {}),
        ...(setup.rule === 'threshold' ? { least: number('least') } : {}),
        ...(setup.ballot === 'points' ? { points: number('points') } : {}),
        ...some('min'),
        ...some('max'),
        ...some('maxCost'),
      };
    case 'allocate':
      return { kind, budget: number('budget') };
    case 'vouchers':
      return {
        kind,
        vouchers: number('vouchers'),
        value: number('value'),
        budget: number('budget'),
        move: setup.move,
      };
    case 'tables':
      return { kind, choices: number('choices') };
  }
}

/** A point keeps its id, and its words in the other language as long as nobody changes them here. */
function criteriaOf(criteria: readonly Criterion[]) {
  const taken = new Set(criteria.flatMap(({ was }) => was?.id ?? []));
  const free = () => {
    let n = 1;
    while (taken.has(`punt-${n}`)) n += 1;
    taken.add(`punt-${n}`);
    return `punt-${n}`;
  };
  return criteria.map(({ title, weight, was }) => {
    const words = title.trim();
    const kept = was?.title.nl === words ? was.title : { nl: words, en: words };
    return { id: was?.id ?? free(), title: kept, weight: Number(weight) };
  });
}
