/** Plans as they are made: an entry on the board, and a document of their own with a text for each field. */
import type * as Y from 'yjs';
import type { PhaseOf } from '../../shared/format.ts';
import { makeId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { aboutOf, readPlans, seedFields, titleField, type Plan } from '../../shared/plans.ts';
import { setPlan } from '../../shared/stamp.ts';
import { duePlans, type Due } from './due.ts';
import type { Hall, Scene } from './hall.ts';
import type { Register } from './register.ts';
import type { Alongside, Held, PhaseWork } from './work.ts';
import { settlePlans } from './telling.ts';

type Draft = PhaseOf<'draft'>;

export const draftWork: PhaseWork<Draft> = {
  begin: (hall, scene, held, doc) => makePlans(hall, scene, held, doc, missingPlans(hall, scene, held, doc)),
  leave: (hall, scene) => settlePlans(hall, scene),
};

/** What this run of the phase asks for and does not have yet. */
export function missingPlans(hall: Hall, { register }: Scene, { phase, run }: Held<Draft>, doc: Y.Doc): Due[] {
  const there = new Set(
    readPlans(doc)
      .filter((plan) => plan.phase === phase.id && plan.run === run)
      .map(aboutOf),
  );
  return duePlans({ store: hall.parts.store, register, doc }, { phase, run }).filter((due) => !there.has(aboutOf(due)));
}

/** Within a change of the board: each starts from the words of the newest run before that was about the same. */
export function makePlans(
  hall: Hall,
  { code, register }: Scene,
  { phase, run }: Held<Draft>,
  doc: Y.Doc,
  dues: readonly Due[],
): Alongside {
  const { store, random } = hall.parts;
  const all = readPlans(doc);
  const before = new Map(
    all
      .filter((plan) => plan.phase === phase.id && plan.run < run)
      .sort((a, b) => a.run - b.run)
      .map((plan) => [aboutOf(plan), plan]),
  );
  const made = dues.slice(0, Math.max(0, limits.plansPerSession - all.length)).map((due): Plan => {
    const { title, words } = before.get(aboutOf(due)) ?? { title: due.title, words: {} };
    const { template } = phase;
    return { ...due, id: makeId(random), title, phase: phase.id, run, template, state: 'open', words };
  });
  for (const plan of made) setPlan(doc, plan);
  return () => {
    if (made.length === 0) return;
    const client = unusedClient(hall, register);
    register.authors.setWriter(client, 'server');
    for (const plan of made) store.updates.append(code, seedOf(plan, client), plan.id);
  };
}

/** A Yjs client id that nobody has used: documents may share it, people may not. */
export function unusedClient({ parts: { random } }: Hall, register: Register): number {
  for (;;) {
    const client = new DataView(new Uint8Array(random(4)).buffer).getUint32(0);
    if (register.authors.writerOf(client) === undefined) return client;
  }
}

/** The document a plan starts as. */
export function seedOf({ template, title, words }: Pick<Plan, 'template' | 'title' | 'words'>, client: number) {
  return seedFields(template, { ...words, [titleField]: title }, client);
}
