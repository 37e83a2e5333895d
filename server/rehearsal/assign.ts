/** People get a place: the lot is drawn; they choose, each something, and are given their tables. */
import { readLive, readSession } from '../../shared/document.ts';
import type { PhaseOf } from '../../shared/format.ts';
import { isChosen, readSeating } from '../../shared/seating.ts';
import type { Visitor } from './visitor.ts';

const neighbourhoods = ['Noord', 'De Werf', 'Oud-West', 'Het Veld'];

interface Acting {
  visitors: readonly Visitor[];
  lead: (path: string, body?: unknown) => Promise<unknown>;
  /** one act for each number, spread over the time there is */
  paced: (count: number, act: (index: number) => unknown) => Promise<void>;
}

export async function assign(phase: PhaseOf<'assign'>, { visitors, lead, paced }: Acting): Promise<void> {
  if (phase.way === 'draw') {
    await lead('/lots/draw');
    return;
  }
  if (!isChosen(phase)) return; // they were seated when it began
  const { doc } = visitors[0]!;
  const seating = readSeating(readLive(doc), phase.id, readSession(doc)?.run ?? 0);
  const options = phase.way === 'choice' ? (seating?.options ?? []).map(({ id }) => id) : neighbourhoods;
  if (options.length === 0) return;
  await paced(visitors.length, (index) =>
    visitors[index]!.command('POST', '/tables/choice', { option: options[index % options.length] }),
  );
  await lead('/tables/draw');
}
