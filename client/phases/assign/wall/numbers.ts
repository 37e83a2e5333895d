/** How large the numbers of a lot can stand on the wall, and how many of a group then fit. Pure, in stage px. */
const room = { width: 1792, height: 640 };
const heading = 72;
const sizes = [88, 64, 48, 40, 34, 30, 27, 24] as const;

interface LotSize {
  px: number;
  /** of one group */
  most: number;
}

export function lotSize(counts: readonly number[]): LotSize {
  const left = Math.max(200, room.height - heading * counts.length);
  for (const px of sizes) {
    const rows = counts.reduce((sum, count) => sum + Math.ceil(count / perRow(px)), 0);
    if (rows * rowOf(px) <= left) return { px, most: Infinity };
  }
  const smallest = sizes[sizes.length - 1]!;
  const rows = Math.floor(left / rowOf(smallest) / Math.max(1, counts.length));
  return { px: smallest, most: Math.max(1, rows - 1) * perRow(smallest) };
}

const perRow = (px: number) => Math.floor(room.width / (px * 2.35));
const rowOf = (px: number) => px * 1.26;
