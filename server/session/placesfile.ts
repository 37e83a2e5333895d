/** Tables and lots in an export, and out of it again: what everybody saw of them. */
import type * as Y from 'yjs';
import * as v from 'valibot';
import { readLive } from '../../shared/document.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import { declinedKey, lotKey, lotNotice, readDeclined } from '../../shared/lots.ts';
import { seatingKey, seatingNotice } from '../../shared/seating.ts';
import { setLive } from '../../shared/stamp.ts';

export function placesOf(doc: Y.Doc): Required<Pick<ExportFile, 'seatings' | 'draws'>> {
  const live = readLive(doc);
  const seatings: Required<ExportFile>['seatings'] = [];
  const draws: Required<ExportFile>['draws'] = [];
  for (const [key, value] of live) {
    const [noun, phase = '', number] = key.split(':');
    const run = Number(number);
    const seating = noun === 'seating' ? v.safeParse(seatingNotice, value) : null;
    if (seating?.success) seatings.push({ phase, run, seating: seating.output });
    const lot = noun === 'draw' ? v.safeParse(lotNotice, value) : null;
    if (lot?.success) draws.push({ phase, run, lot: lot.output, declined: readDeclined(live, phase, run) });
  }
  return { seatings, draws };
}

export function fillPlaces(doc: Y.Doc, { seatings = [], draws = [] }: ExportFile): void {
  for (const { phase, run, seating } of seatings) setLive(doc, seatingKey(phase, run), seating);
  for (const { phase, run, lot, declined } of draws) {
    setLive(doc, lotKey(phase, run), lot);
    if (declined.length > 0) setLive(doc, declinedKey(phase, run), declined);
  }
}
