/** The balance meter (DOMAIN 4.19): who is here, and who gets a word in. For the facilitator only; never names. */

/** The group of each person present, of the writer of each card, and of who had each speaking turn. */
export interface Attendance {
  present: readonly string[];
  cards: readonly string[];
  turns: readonly string[];
}

export interface Balance {
  group: string;
  /** 0: nobody of this group was expected */
  expected: number;
  present: number;
  cards: number;
  turns: number;
}

/** Per expected group (group → how many), in that order; then groups that nobody expected, by id. */
export function balance(expected: Readonly<Record<string, number>>, seen: Attendance): Balance[] {
  const others = new Set(
    [...seen.present, ...seen.cards, ...seen.turns].filter((group) => !Object.hasOwn(expected, group)),
  );
  return [...Object.keys(expected), ...[...others].sort()].map((group) => ({
    group,
    expected: Object.hasOwn(expected, group) ? expected[group]! : 0,
    present: count(seen.present, group),
    cards: count(seen.cards, group),
    turns: count(seen.turns, group),
  }));
}

/** *Ontbrekende belangen*: expected interests with nobody in the room, in the order given. */
export function missingInterests(expected: readonly string[], present: readonly string[]): string[] {
  return expected.filter((interest) => !present.includes(interest));
}

function count(groups: readonly string[], group: string): number {
  return groups.filter((other) => other === group).length;
}
