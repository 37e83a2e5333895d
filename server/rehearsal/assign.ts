/** People get a place: the lot is drawn; they choose, each something, and are given their tables. */
import { readLive } from '../../shared/document.ts';
import type { PhaseOf } from '../../shared/format.ts';
import { isChosen, readSeating } from '../../shared/seating.ts';
import type { Crew } from './crew.ts';

const neighbourhoods = ['Noord', 'De Werf', 'Oud-West', 'Het Veld'];

export async function assign(phase: PhaseOf<'assign'>, crew: Crew): Promise<void> {
  const { lead, session, doc, guests } = crew;
  if (phase.way === 'draw') {
    await lead.command('POST', '/lots/draw', {});
    return;
  }
  if (!isChosen(phase)) return; // they were seated when it began
  const seating = readSeating(readLive(doc), phase.id, session.run);
  const options = phase.way === 'choice' ? (seating?.options ?? []).map(({ id }) => id) : neighbourhoods;
  if (options.length === 0) return;
  // each option by somebody, and some by many
  const choiceOf = (index: number) =>
    index < options.length ? index : Math.floor(crew.chance() ** 1.5 * options.length);
  await crew.pace.crowd(guests.length, (index) =>
    guests[index]!.command('POST', '/tables/choice', { option: options[choiceOf(index)] }),
  );
  await lead.command('POST', '/tables/draw', {});
}
