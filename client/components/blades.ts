/** Where blades of grass stand. Blade n is the same whatever the count: grass only ever grows. */

export interface Meadow {
  width: number;
  /** Of the tallest blade. */
  height: number;
  /** Width of a blade: from, to. */
  thick: readonly [number, number];
  /** Shortest blade, as part of the height. */
  low: number;
  seed: number;
}

export interface Blade {
  x: number;
  d: string;
  /** One of the four greens. */
  shade: 1 | 2 | 3 | 4;
}

const GOLDEN = 0.6180339887498949;

/** Blade n of a meadow, spread evenly but at places that say nothing about who or when. */
export function bladeAt(n: number, meadow: Meadow): Blade {
  const dice = (part: number) => noise(meadow.seed, n * 7 + part);
  const spread = (noise(meadow.seed, -1) + n * GOLDEN + (dice(0) - 0.5) * 0.02 + 1) % 1;
  const height = meadow.height * (meadow.low + (1 - meadow.low) * dice(1));
  const thick = meadow.thick[0] + (meadow.thick[1] - meadow.thick[0]) * dice(2);
  const lean = height * (0.04 + 0.24 * dice(3));
  return { x: round(spread * meadow.width), d: bladePath(height, thick, lean), shade: shadeOf(dice(4)) };
}

/** Blade n of a tuft around x = 0. */
export function tuftBlade(n: number, meadow: Meadow): Blade {
  const blade = bladeAt(n, meadow);
  return { ...blade, x: round(blade.x - meadow.width / 2) };
}

/** A blade standing on 0,0: bulging left, the tip leaning right. */
export function bladePath(height: number, thick: number, lean: number): string {
  const half = thick / 2;
  const left = `${round((lean - half) / 2 - thick * 0.32 - lean * 0.12)} ${round(-height * 0.58)}`;
  const right = `${round((lean + half) / 2 + thick * 0.16 - lean * 0.06)} ${round(-height * 0.5)}`;
  return `M${round(-half)} 0Q${left} ${round(lean)} ${round(-height)}Q${right} ${round(half)} 0z`;
}

/** 0 to 1, always the same for the same seed and number. */
function noise(seed: number, n: number): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(n + 0x7f4a7c15, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
}

const shadeOf = (part: number): Blade['shade'] => (part < 0.25 ? 1 : part < 0.5 ? 2 : part < 0.78 ? 3 : 4);
const round = (value: number): number => Math.round(value * 10) / 10;
