/** Dots of a result on one scale for the whole table: one dot is one dot, until the first place has too many. */

export const dotRows = 3;
/** In the units of the drawing: distance of two dots. */
export const dotStep = 8;

/** What one drawn dot stands for: 1, and past 250 for the first place 2, 5, 10 … */
export function dotUnit(most: number): number {
  for (let unit = 1; ; unit *= 10) {
    for (const times of [1, 2, 5]) if (most / (unit * times) <= 250) return unit * times;
  }
}

/** How many dots are drawn; what got something is never without. */
export function dotCount(value: number, unit: number): number {
  return value <= 0 ? 0 : Math.max(1, Math.round(value / unit));
}

/** Dots in three rows, column by column, as one path of round caps. */
export function dotPath(count: number): string {
  let path = '';
  for (let n = 0; n < count; n += 1) {
    path += `M${dotStep / 2 + Math.floor(n / dotRows) * dotStep} ${dotStep / 2 + (n % dotRows) * dotStep}h0`;
  }
  return path;
}

export function dotWidth(count: number): number {
  return Math.max(1, Math.ceil(count / dotRows)) * dotStep;
}

/** A bar of the same height and strokes, for what is a share and not a number. */
export function barPath(share: number, room: number): string {
  const middle = (dotRows * dotStep) / 2;
  return share > 0 ? `M${dotStep / 2} ${middle}H${Math.max(dotStep / 2, share * room - dotStep / 2)}` : '';
}
