import type { Format, Phase } from '../../shared/format.ts';
import { whenOf } from '../../shared/programme.ts';
import { common } from './common.ts';
import { said, words } from './language.svelte.ts';

/** Where in the programme a part is: "3 van 9: ideeën schrijven". Before and after the day nobody counts along. */
export function placeWords({ phases }: Pick<Format, 'phases'>, phase: Phase): string {
  const when = whenOf(phase);
  const { phaseOf, aside } = words(common);
  if (when !== 'day') return aside(when, said(phase.title));
  const day = phases.filter((one) => whenOf(one) === when);
  return phaseOf(day.findIndex(({ id }) => id === phase.id) + 1, day.length, said(phase.title));
}
