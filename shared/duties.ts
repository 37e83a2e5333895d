/** What somebody does for the evening besides taking part: which duties go together, and which let one come when others may not. */
import type { Duty, Format } from './format.ts';

/** Those a format has; only they are given away. */
export function dutiesOf(format: Format): readonly Duty[] {
  return format.duties ?? [];
}

/** Who observes does nothing else: the one duty ends the others, and any other ends it. */
export function withDuty(duties: readonly Duty[], duty: Duty): Duty[] {
  if (duties.includes(duty)) return [...duties];
  return duty === 'observer' ? ['observer'] : [...duties.filter((other) => other !== 'observer'), duty];
}

export function withoutDuty(duties: readonly Duty[], duty: Duty): Duty[] {
  return duties.filter((other) => other !== duty);
}

/** Whoever answers for the council does so months on: their link works when the evening is over. */
export function comesAfterwards(duty: Duty | null): boolean {
  return duty === 'clerk' || duty === 'decider';
}
