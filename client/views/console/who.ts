/** Who is there, per capacity, in the order of the format; people without a choice come last. */
import type { BalanceInfo } from '../../../shared/api/balance.ts';
import type { ConsoleInfo } from '../../../shared/api/console.ts';
import type { Group } from '../../../shared/format.ts';

export interface Presence {
  /** null: no choice */
  group: Group | null;
  joined: number;
  here: number;
  /** 0: nobody in particular */
  expected: number;
  /** parts of the widest bar, 0 to 1 */
  joinedPart: number;
  herePart: number;
  expectedPart: number;
  /** fewer than half of who was expected came */
  short: boolean;
}

export function presenceOf(
  people: ConsoleInfo['people'],
  groups: readonly Group[],
  balance: BalanceInfo['groups'] = [],
): Presence[] {
  const expectedOf = (id: string) => balance.find(({ group }) => group === id)?.expected ?? 0;
  const most = Math.max(1, ...people.map(({ joined }) => joined), ...balance.map(({ expected }) => expected));
  const known = new Set(groups.map(({ id }) => id));
  const line = (group: Group | null, counted: ConsoleInfo['people']): Presence => {
    const joined = counted.reduce((sum, one) => sum + one.joined, 0);
    const here = counted.reduce((sum, one) => sum + one.here, 0);
    const expected = group ? expectedOf(group.id) : 0;
    const part = (count: number) => Math.min(1, count / most);
    const parts = { joinedPart: part(joined), herePart: part(here), expectedPart: part(expected) };
    return { group, joined, here, expected, ...parts, short: joined * 2 < expected };
  };
  const others = people.filter(({ group }) => !known.has(group));
  return [
    ...groups.map((group) =>
      line(
        group,
        people.filter((one) => one.group === group.id),
      ),
    ),
    ...(others.some(({ joined }) => joined > 0) ? [line(null, others)] : []),
  ];
}
