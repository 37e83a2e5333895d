/** The board as areas: one per theme and one for what has no theme yet. Pure, so that a table of cases can test it. */
import type { Card, Cluster } from '../../../shared/model.ts';
import { plainOf, wordsIn } from '../../board/plain.ts';

/** A theme id, or null: "Nog te plaatsen". */
export type Place = string | null;

export interface Area {
  id: Place;
  /** empty until the server has given one, and for "Nog te plaatsen" */
  letter: string;
  name: string;
  /** what matches the search */
  cards: readonly Card[];
  /** all that lies here */
  total: number;
}

export interface Names {
  notPlaced: string;
  untitled: string;
}

/** The areas in order of making, "Nog te plaatsen" last. */
export function areasOf(
  clusters: readonly Cluster[],
  placed: ReadonlyMap<Place, readonly Card[]>,
  query: string,
  names: Names,
): Area[] {
  const area = (id: Place, letter: string, name: string): Area => {
    const all = placed.get(id) ?? [];
    return { id, letter, name, cards: search(all, query), total: all.length };
  };
  const themes = clusters.map(({ id, letter, name }) => area(id, letter, name.trim() || names.untitled));
  return [...themes, area(null, '', names.notPlaced)];
}

const titleOf = plainOf(({ title }: { title: string }) => title);

/** Cards whose title holds every word typed, whatever the capitals and accents. */
export function search<T extends { title: string }>(cards: readonly T[], query: string): readonly T[] {
  const wanted = wordsIn(query);
  if (wanted.length === 0) return cards;
  return cards.filter((card) => wanted.every((word) => titleOf(card).includes(word)));
}

/** How many cards each area of the overview shows: all of a few, a taste of many. */
export function tasteOf(total: number): number {
  if (total <= 40) return 8;
  return total <= 120 ? 4 : 3;
}
