import type { Format } from '../../../shared/format.ts';
import type { Result } from '../../../shared/model.ts';
import type { Picture } from '../../board/picture.ts';

/** Of the last vote in the programme, in its last run. */
export function newestResult({ results }: Pick<Picture, 'results'>, format: Format | undefined): Result | undefined {
  const order = format?.phases.map((phase) => phase.id) ?? [];
  const place = ({ phase, run }: Result) => order.indexOf(phase) * 1_000 + run;
  return [...results].sort((a, b) => place(a) - place(b)).at(-1);
}
