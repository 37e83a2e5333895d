/** Dots of the result on the wall: one scale and one axis for all rows, so that lengths compare. In px of the stage. */

export interface DotScale {
  /** votes that one dot stands for; more than 1 only past 250 for the first place */
  unit: number;
  rows: number;
  /** from dot to dot, and across one dot */
  pitch: number;
  size: number;
}

const axis = 930;

const steps = [
  { rows: 1, pitch: 30, size: 22 },
  { rows: 2, pitch: 20, size: 15 },
  { rows: 3, pitch: 15, size: 10 },
  { rows: 3, pitch: 11, size: 8 },
] as const;

/** The largest dots at which the highest number fits; then 2, 5, 10 … votes a dot. */
export function dotScale(most: number): DotScale {
  const fitting = steps.find(({ rows, pitch }) => Math.ceil(most / rows) * pitch <= axis);
  if (fitting) return { unit: 1, ...fitting };
  const last = steps[2];
  for (let power = 1; ; power *= 10) {
    for (const times of [2, 5, 10]) {
      const unit = power * times;
      if (Math.ceil(most / unit / last.rows) * last.pitch <= axis) return { unit, ...last };
    }
  }
}

/** Dots for a value: above zero always at least one. */
export function dotsFor(value: number, unit: number): number {
  return value > 0 ? Math.max(1, Math.round(value / unit)) : 0;
}

/** Column by column, from the top: a path of points that are drawn with a round line. */
export function dotPath(count: number, { rows, pitch, size }: DotScale): string {
  let path = '';
  for (let n = 0; n < count; n++) {
    path += `M${Math.floor(n / rows) * pitch + size / 2} ${(n % rows) * pitch + size / 2}h0`;
  }
  return path;
}
