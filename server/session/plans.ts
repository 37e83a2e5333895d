/** What people do with a plan besides writing in it: ask for one, hand it in, open it again. */
import type { Action } from '../../shared/actions.ts';
import { phaseOf } from '../../shared/format.ts';
import { readPlan, unfinished, type Plan } from '../../shared/plans.ts';
import { refuse } from '../../shared/refusals.ts';
import { setPlan } from '../../shared/stamp.ts';
import { isTheirs } from '../../shared/whose.ts';
import { makePlans, missingPlans } from './drafting.ts';
import type { Due } from './due.ts';
import type { Hall, Scene } from './hall.ts';
import { answer, type Answer, type Ask, type Services } from './services.ts';
import { changeOf, fieldsOf } from './telling.ts';
import { belongingsOf } from './whose.ts';

export function makePlanServices(hall: Hall): Services['plans'] {
  return {
    make(ask) {
      const asked = hall.may(ask, { type: 'plan.make' });
      if (!asked.ok) return asked;
      const scene = asked.value;
      const { session, doc } = scene;
      const phase = phaseOf(session.format, session.phase);
      if (phase?.kind !== 'draft') return refuse('phase_closed');
      const held = { phase, run: session.run };
      const dues = missingPlans(hall, scene, held, doc).filter((due) => isFor(hall, scene, due));
      if (dues.length === 0) return answer({ made: 0 });
      const keep = { now: () => undefined as void };
      hall.act(
        scene,
        'plan.make',
        `${dues.length}`,
        (board) => (keep.now = makePlans(hall, scene, held, board, dues)),
        () => keep.now(),
      );
      return answer({ made: dues.length });
    },

    done: (ask, id) => set(ask, { type: 'plan.done', plan: id }, 'done'),
    reopen: (ask, id) => set(ask, { type: 'plan.reopen', plan: id }, 'open'),
  };

  function set(ask: Ask, action: Action & { plan: string }, state: Plan['state']): Answer<null> {
    const asked = hall.may(ask, action);
    if (!asked.ok) return asked;
    const scene = asked.value;
    const plan = readPlan(scene.doc, action.plan);
    if (!plan || plan.state === state) return answer(null);
    const fields = fieldsOf(hall, scene.code, plan.id);
    const empty = state === 'done' ? unfinished(plan.template, fields) : null;
    if (empty !== null) return refuse('plan_unfinished', empty);
    const next = changeOf(plan, fields, true)[0] ?? plan;
    hall.act(scene, action.type, plan.id, (doc) => setPlan(doc, { ...next, state }));
    return answer(null);
  }
}

/** A facilitator makes all that lack; anybody else their own. */
function isFor(hall: Hall, { identity, register, doc, session, who }: Scene, due: Due): boolean {
  if (identity.role === 'facilitator') return true;
  const plan: Plan = { ...due, id: '', phase: session.phase ?? '', run: 0, template: '', state: 'open', words: {} };
  return isTheirs(plan, session.format, belongingsOf(hall.parts.store, register, doc, who));
}
