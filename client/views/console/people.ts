/** The list of people in the console: how one is called, how one is found, and what a form changed. */
import type { ChangePerson, PeopleList } from '../../../shared/api/people.ts';
import type { Duty, Group } from '../../../shared/format.ts';
import type { Words } from '../../../shared/words.ts';

export type Person = PeopleList[number];

interface Told {
  titles: Readonly<Record<Duty, string>>;
  table(number: number): string;
  person(number: number): string;
}

/** By number, with the name somebody typed. */
export function nameOf({ number, name }: Person, { person }: Pick<Told, 'person'>): string {
  return name === '' ? person(number) : `${person(number)}, ${name}`;
}

/** Everybody of whom each of the words says something; a bare number is somebody's number or table, whole. */
export function find(
  people: readonly Person[],
  search: string,
  told: Told,
  groups: readonly Group[],
  said: (words: Words) => string,
): Person[] {
  const asked = search.toLowerCase().split(/\s+/).filter(Boolean);
  const titleOf = (id: string) => groups.filter((group) => group.id === id).map(({ title }) => said(title));
  return people.filter((one) => {
    const words = [one.name, ...titleOf(one.group), ...one.duties.map((duty) => told.titles[duty])];
    const text = words.join(' ').toLowerCase();
    return asked.every((word) =>
      /^\d+$/.test(word) ? Number(word) === one.number || Number(word) === one.table : text.includes(word),
    );
  });
}

export interface PersonDraft {
  group: string;
  table: string;
  duties: Duty[];
}

export function draftOf({ group, table, duties }: Person): PersonDraft {
  return { group, table: table === null ? '' : String(table), duties: [...duties] };
}

/** Only what differs, so that a colleague's change of something else stays. */
export function changesOf(before: PersonDraft, after: PersonDraft): ChangePerson {
  const give = after.duties.filter((duty) => !before.duties.includes(duty));
  const take = before.duties.filter((duty) => !after.duties.includes(duty));
  const table = after.table.trim();
  return {
    ...(give.length > 0 && { give }),
    ...(take.length > 0 && { take }),
    ...(after.group !== before.group && { group: after.group }),
    ...(table !== before.table && { table: table === '' ? null : Number(table) }),
  };
}
