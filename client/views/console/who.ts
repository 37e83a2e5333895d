/** Who is there, per capacity, in the order of the format; people without a choice come last. */
import type { ConsoleInfo } from '../../../shared/api/console.ts';
import type { Group } from '../../../shared/format.ts';

export interface Presence {
  /** null: no choice */
  group: Group | null;
  joined: number;
  here: number;
  /** parts of the fullest group, 0 to 1 */
  joinedPart: number;
  herePart: number;
}

export function presenceOf(people: ConsoleInfo['people'], groups: readonly Group[]): Presence[] {
  const most = Math.max(1, ...people.map(({ joined }) => joined));
  const known = new Set(groups.map(({ id }) => id));
  const line = (group: Group | null, counted: ConsoleInfo['people']): Presence => {
    const joined = counted.reduce((sum, one) => sum + one.joined, 0);
    const here = counted.reduce((sum, one) => sum + one.here, 0);
    return { group, joined, here, joinedPart: Math.min(1, joined / most), herePart: Math.min(1, here / most) };
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
