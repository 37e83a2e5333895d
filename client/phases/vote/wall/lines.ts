import { fitLine } from '../../../views/wall/screen.ts';

/** A short task over two lines of about the same length, a number with what it counts: "Zet uw" and "3 stippen". */
export function inLines(text: string): string {
  const spaces = [...text.matchAll(/(?<!\d) /g)].map(({ index }) => index);
  if (spaces.length === 0) return text;
  const longest = (at: number) => Math.max(at, text.length - at - 1);
  const best = spaces.reduce((one, other) => (longest(other) < longest(one) ? other : one));
  return `${text.slice(0, best)}\n${text.slice(best + 1)}`;
}

/** Type size of a title in a result; longer ones are cut off, and whole on the phone. */
export function titleSize(title: string, first: boolean): number {
  if (!first) return fitLine(title, [[58, 40]], 32);
  const sizes = [
    [30, 74],
    [40, 56],
    [52, 44],
  ] as const;
  return fitLine(title, sizes, 40);
}

/** Type size of a task that stands beside the sun. */
export function taskSize(lines: string): number {
  return fitLine(
    lines.split('\n').reduce((one, other) => (other.length > one.length ? other : one)),
    [
      [9, 190],
      [13, 160],
      [17, 124],
    ],
    104,
  );
}
