/** Checking: what the facilitator found of an item, and what becomes of it. */
import { checkKey, criteriaOf, readChecks, verdictsOf, type Check } from '../../shared/checking.ts';
import { readLive } from '../../shared/document.ts';
import type { PhaseOf } from '../../shared/format.ts';
import { rankingKey, type Ranking } from '../../shared/ranking.ts';
import { refuse } from '../../shared/refusals.ts';
import { groundOf, itemsOn } from '../../shared/sources.ts';
import { setLive } from '../../shared/stamp.ts';
import type { Hall } from './hall.ts';
import type { PhaseWork } from './work.ts';
import { answer, type Services } from './services.ts';

/** What goes on are the winners of the phase, in the order they had: a later phase can take them. */
export const checkWork: PhaseWork<PhaseOf<'check'>> = {
  end(_hall, _scene, { phase, run }, doc) {
    const ground = groundOf(doc);
    const found = new Map(readChecks(ground.live, phase.id, run).map((check) => [check.item, check]));
    const lines = itemsOn(ground, phase.of).map(({ id, title }) => {
      const wins = found.get(id)?.outcome === 'on';
      return { id, title, rank: wins ? 1 : 2, value: wins ? 1 : 0, wins };
    });
    const ranking: Ranking = { phase: phase.id, run, lines: lines.sort((a, b) => a.rank - b.rank) };
    setLive(doc, rankingKey(phase.id, run), ranking);
  },
};

export function makeChecks(hall: Hall): Services['checks'] {
  return {
    set(ask, item, input) {
      const asked = hall.may(ask, { type: 'check.set' });
      if (!asked.ok) return asked;
      const { doc, session, facts } = asked.value;
      const { phase } = facts;
      if (phase?.kind !== 'check') return refuse('not_now');
      const ground = groundOf(doc);
      const about = itemsOn(ground, phase.of).find(({ id }) => id === item);
      if (!about) return refuse('not_found', 'item');
      const before = readChecks(readLive(doc), phase.id, session.run).find((check) => check.item === item);
      const outcome = input.outcome === undefined ? (before?.outcome ?? null) : input.outcome;
      const sentence = input.sentence ?? before?.sentence ?? '';
      if (outcome !== null && !phase.outcomes.includes(outcome)) return refuse('bad_request', 'outcome');
      if (outcome !== null && outcome !== 'on' && phase.reasonRequired && sentence === '')
        return refuse('reason_needed', 'sentence');
      const known = new Set(criteriaOf(phase, session.anchors).map(({ id }) => id));
      if (Object.keys(input.marks ?? {}).some((id) => !known.has(id))) return refuse('bad_request', 'marks');
      const verdicts = verdictsOf(phase, about, ground).map(({ passed, sentence: why }) => ({ passed, sentence: why }));
      const marks = { ...before?.marks, ...input.marks };
      const held = { phase: phase.id, run: session.run, item };
      const check: Check = { ...held, marks, verdicts, outcome, sentence, at: hall.now() };
      hall.act(asked.value, 'check.set', item, (shared) =>
        setLive(shared, checkKey(held.phase, held.run, item), check),
      );
      return answer(null);
    },
  };
}
