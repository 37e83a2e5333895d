import type { Format } from '../format.ts';
import { ideeenronde } from './ideeenronde.ts';

/** Every werkvorm that can be chosen, in the order in which the start page shows them. */
export const formats: readonly Format[] = [ideeenronde];

export function formatOf(id: string): Format | null {
  return formats.find((format) => format.id === id) ?? null;
}
