/** What a line of a result says, for every method. */
import type { RankedItem } from '../../shared/model.ts';
import type { Method } from '../../shared/phases/vote.ts';
import { rounded } from './exact.ts';
import { en, euroEn, euroNl, manyEn, manyNl, nl } from './numbers.ts';

export type Line = Pick<RankedItem, 'value' | 'voters' | 'values' | 'cost' | 'price' | 'supporters'>;

const at = ({ values = [] }: Line, index: number) => values[index] ?? '0';

export function valueNl(method: Method, line: Line): string {
  switch (method.kind) {
    case 'dots':
      return manyNl(line.value, 'stip', 'stippen');
    case 'points':
      return manyNl(line.value, 'punt', 'punten');
    case 'approval':
    case 'single':
      return manyNl(line.value, 'stem', 'stemmen');
    case 'score':
    case 'jury':
      return `gemiddeld ${nl(rounded(at(line, 0), 2))}`;
    case 'ranked':
      return method.count === 'runoff' ? manyNl(line.value, 'stem', 'stemmen') : manyNl(line.value, 'punt', 'punten');
    case 'pairwise':
      return `${nl(rounded(at(line, 0), 1))} van 100`;
    case 'consent':
      return `${nl(rounded(at(line, 0), 1, 100))} % ja`;
    case 'budget':
      return (method.ballot ?? 'approve') === 'approve'
        ? manyNl(line.value, 'stem', 'stemmen')
        : manyNl(line.value, 'punt', 'punten');
    case 'allocate':
      return euroNl(line.value);
    case 'vouchers':
      return `${nl(rounded(at(line, 0), 1, 100))} % gedekt`;
    case 'tables':
      return manyNl(line.value, 'tafel', 'tafels');
  }
}

export function valueEn(method: Method, line: Line): string {
  switch (method.kind) {
    case 'dots':
      return manyEn(line.value, 'dot', 'dots');
    case 'points':
      return manyEn(line.value, 'point', 'points');
    case 'approval':
    case 'single':
      return manyEn(line.value, 'vote', 'votes');
    case 'score':
    case 'jury':
      return `mean ${en(rounded(at(line, 0), 2))}`;
    case 'ranked':
      return method.count === 'runoff' ? manyEn(line.value, 'vote', 'votes') : manyEn(line.value, 'point', 'points');
    case 'pairwise':
      return `${en(rounded(at(line, 0), 1))} of 100`;
    case 'consent':
      return `${en(rounded(at(line, 0), 1, 100))} % yes`;
    case 'budget':
      return (method.ballot ?? 'approve') === 'approve'
        ? manyEn(line.value, 'vote', 'votes')
        : manyEn(line.value, 'point', 'points');
    case 'allocate':
      return euroEn(line.value);
    case 'vouchers':
      return `${en(rounded(at(line, 0), 1, 100))} % covered`;
    case 'tables':
      return manyEn(line.value, 'table', 'tables');
  }
}

/** What comes after the value: the next things it is ranked by, and money. */
export function detailNl(method: Method, line: Line): string[] {
  switch (method.kind) {
    case 'dots':
    case 'points':
      return line.voters > 0 ? [`van ${manyNl(line.voters, 'mens', 'mensen')}`] : [];
    case 'score':
      return [`middelste cijfer ${nl(rounded(at(line, 1), 1))}`, manyNl(line.voters, 'cijfer', 'cijfers')];
    case 'jury':
      return [...method.criteria]
        .sort((a, b) => b.weight - a.weight)
        .map(({ title }, index) => `${title.nl} ${nl(rounded(at(line, index + 1), 2))}`);
    case 'ranked':
      return method.count === 'runoff' ? [] : [`${nl(rounded(at(line, 1), 0))} keer op plek 1`];
    case 'pairwise':
      return [`${nl(line.voters)} keer vergeleken`];
    case 'consent':
      return [`${nl(rounded(at(line, 1), 0))} keer ja`];
    case 'budget':
    case 'vouchers':
      return line.cost === undefined ? [] : [`kost ${euroNl(line.cost)}`];
    case 'allocate':
      return [`gemiddeld ${nl(rounded(at(line, 1), 1))} %`];
    default:
      return [];
  }
}

export function detailEn(method: Method, line: Line): string[] {
  switch (method.kind) {
    case 'dots':
    case 'points':
      return line.voters > 0 ? [`from ${manyEn(line.voters, 'person', 'people')}`] : [];
    case 'score':
      return [`middle score ${en(rounded(at(line, 1), 1))}`, manyEn(line.voters, 'score', 'scores')];
    case 'jury':
      return [...method.criteria]
        .sort((a, b) => b.weight - a.weight)
        .map(({ title }, index) => `${title.en} ${en(rounded(at(line, index + 1), 2))}`);
    case 'ranked':
      return method.count === 'runoff' ? [] : [`${en(rounded(at(line, 1), 0))} times on place 1`];
    case 'pairwise':
      return [`compared ${en(line.voters)} times`];
    case 'consent':
      return [`${en(rounded(at(line, 1), 0))} times yes`];
    case 'budget':
    case 'vouchers':
      return line.cost === undefined ? [] : [`costs ${euroEn(line.cost)}`];
    case 'allocate':
      return [`mean ${en(rounded(at(line, 1), 1))} %`];
    default:
      return [];
  }
}

/** The value as a number alone. */
export function shortOf(method: Method, line: Line, write: (n: number) => string, euro: (n: number) => string): string {
  switch (method.kind) {
    case 'score':
    case 'jury':
      return write(rounded(at(line, 0), 2));
    case 'pairwise':
      return write(rounded(at(line, 0), 1));
    case 'consent':
    case 'vouchers':
      return `${write(rounded(at(line, 0), 1, 100))}\u00a0%`;
    case 'allocate':
      return euro(line.value);
    default:
      return write(line.value);
  }
}
