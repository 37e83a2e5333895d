/**
 * Counts a file again, on its own: a Pabulib file, the ballots of one vote or the export of a session. What comes out is
 * compared with the result in the file.
 */
import { recountBallots } from './ballots.ts';
import { recountPabulib } from './pabulib.ts';
import type { Options, Recount } from './report.ts';
import { recountSession } from './session.ts';

export function recount(text: string, options: Options): Recount {
  const content = text.replace(/^\ufeff/, '');
  if (/^META\s/.test(content)) return recountPabulib(content, options);
  const data = parse(content);
  if (data === undefined)
    return { ok: false, problem: 'This is neither a Pabulib file (it begins with META) nor JSON.' };
  if (typeof data === 'object' && data !== null) {
    if ('kantelbordBallots' in data) return recountBallots(data, options);
    if ('kantelbord' in data) return recountSession(data, options);
  }
  return { ok: false, problem: 'This JSON is not an export of Kantelbord.' };
}

/** undefined when it is no JSON. */
function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
