/** What the settings of a session look like in a form, and what of it goes to the server. */
import type { EditSession } from '../../../shared/api.ts';
import { limits } from '../../../shared/limits.ts';
import type { Session } from '../../../shared/model.ts';

export interface SettingsDraft {
  title: string;
  question: string;
  organiser: string;
  /** one anchor per line */
  anchors: string;
  showTables: boolean;
}

export function draftOf(session: Session): SettingsDraft {
  const { title, question, organiser, anchors, showTables } = session;
  return { title, question, organiser, anchors: anchors.join('\n'), showTables };
}

export function anchorLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Only what differs from the form as it was opened, so that a colleague's change of another field stays. */
export function changesOf(before: SettingsDraft, after: SettingsDraft): EditSession {
  const changes: EditSession = {};
  for (const key of ['title', 'question', 'organiser'] as const) {
    if (after[key].trim() !== before[key]) changes[key] = after[key].trim();
  }
  const anchors = anchorLines(after.anchors);
  if (anchors.join('\n') !== before.anchors) changes.anchors = anchors;
  if (after.showTables !== before.showTables) changes.showTables = after.showTables;
  return changes;
}

/** How many characters the longest line is too long; 0 when all fit. */
export function excessOf(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => line.length - limits.anchorLength));
}
