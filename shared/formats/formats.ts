import type { Format } from '../format.ts';
import { broedplaats } from './broedplaats.ts';
import { g1000 } from './g1000.ts';
import { ideeenronde } from './ideeenronde.ts';
import { ideeenveiling } from './ideeenveiling.ts';
import { initiatievenmarkt } from './initiatievenmarkt.ts';

/** Every werkvorm that can be chosen, in the order in which the start page shows them. */
export const formats: readonly Format[] = [ideeenronde, g1000, broedplaats, ideeenveiling, initiatievenmarkt];

export function formatOf(id: string): Format | null {
  return formats.find((format) => format.id === id) ?? null;
}
