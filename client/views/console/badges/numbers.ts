/** Numbers as people write them down: "1-40, 52". Empty: all. Undefined: can not be read. */
const most = 2_000;

export function readNumbers(typed: string): number[] | 'all' | undefined {
  const parts = typed.split(/[,;\s]+/).filter(Boolean);
  if (parts.length === 0) return 'all';
  const numbers = new Set<number>();
  for (const part of parts) {
    const [from, to = from] = part.split(/[-–]/).map(Number) as [number, number?];
    const whole = [from, to].every((one) => Number.isInteger(one) && one >= 1 && one <= most);
    if (!whole || to < from || /[-–].*[-–]/.test(part)) return undefined;
    for (let one = from; one <= to; one++) numbers.add(one);
  }
  return [...numbers];
}
