/**
 * What the board tells of plans. They are written in documents of their own, so that a hundred tables typing do not reach a
 * thousand phones; their words come to the board when a plan is handed in, when its phase ends, and while it is in the
 * spotlight. Until then only its title does, every few seconds at most.
 */
import type * as Y from 'yjs';
import { readFields, readPlan, readPlans, titleField, type Plan } from '../../shared/plans.ts';
import { setPlan } from '../../shared/stamp.ts';
import { limits } from '../../shared/limits.ts';
import { StoreUnavailable } from '../store/failure.ts';
import { sessionOf } from './board.ts';
import type { Hall, Scene } from './hall.ts';

/** From now on the board hears of what is written in plans. */
export function tellOfPlans(hall: Hall): void {
  const { written } = hall.parts.door;
  written.onMark = (code) => hall.later(`plans ${code}`, () => tell(hall, code), limits.plansTold);
}

/** All that was written until now, of every plan that is not handed in. Before a change of the board, not inside one. */
export function settlePlans(
  hall: Hall,
  { code, session, doc, room }: Pick<Scene, 'code' | 'session' | 'doc' | 'room'>,
): void {
  const open = readPlans(doc).filter((plan) => plan.state === 'open' && plan.run === session.runs[plan.phase]);
  const changed = open.flatMap((plan) => changeOf(plan, fieldsOf(hall, code, plan.id), true));
  if (changed.length > 0) room.change((board) => write(board, changed));
}

/** What this plan's own document says now; stored first. */
export function fieldsOf(hall: Hall, code: string, plan: string): Record<string, string> {
  return readFields(hall.parts.rooms.open(code, plan).doc);
}

/** The plan with these words, when that is news. `whole`: all of them; else its title alone. */
export function changeOf(plan: Plan, fields: Readonly<Record<string, string>>, whole: boolean): Plan[] {
  const { [titleField]: title = '', ...rest } = fields;
  const words = whole ? rest : plan.words;
  const isNews = title !== plan.title || Object.entries(words).some(([id, text]) => text !== (plan.words[id] ?? ''));
  return isNews ? [{ ...plan, title, words }] : [];
}

function tell(hall: Hall, code: string): number | null {
  const { written } = hall.parts.door;
  const ids = written.take(code);
  if (!hall.exists(code).ok) return null;
  try {
    const room = hall.parts.rooms.open(code);
    const { doc } = room;
    const { spotlight, phase } = sessionOf(doc);
    const changed = ids.flatMap((id) => {
      const plan = readPlan(doc, id);
      // what came in the grace after its phase is the last of it
      return plan ? changeOf(plan, fieldsOf(hall, code, id), id === spotlight || plan.phase !== phase) : [];
    });
    if (changed.length > 0) room.change((board) => write(board, changed));
    return null;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    written.put(code, ids);
    return limits.plansTold;
  }
}

/** State is as the board has it: somebody may have handed in meanwhile. */
function write(board: Y.Doc, changed: readonly Plan[]): void {
  for (const { id, title, words } of changed) {
    const now = readPlan(board, id);
    if (now) setPlan(board, { ...now, title, words });
  }
}
