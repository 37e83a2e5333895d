/** Replies: by whoever decides, the clerk or the facilitator, also months after the evening; a reply keeps the session. */
import { readLive } from '../../shared/document.ts';
import { phaseOf } from '../../shared/format.ts';
import { limits } from '../../shared/limits.ts';
import { refuse } from '../../shared/refusals.ts';
import { readReplies, replyKey, type Reply } from '../../shared/replies.ts';
import { itemsFrom } from '../../shared/sources.ts';
import { setLive, setSession } from '../../shared/stamp.ts';
import type { Hall } from './hall.ts';
import { deleteAt } from './retention.ts';
import { answer, type Services } from './services.ts';

export function makeReplies(hall: Hall): Services['replies'] {
  const { store } = hall.parts;

  return {
    give(ask, phaseId, item, input) {
      const asked = hall.may(ask, { type: 'reply.give', phase: phaseId });
      if (!asked.ok) return asked;
      const scene = asked.value;
      const { code, doc, session } = scene;
      const phase = phaseOf(session.format, phaseId);
      if (phase?.kind !== 'reply') return refuse('not_found', 'phase');
      if (!phase.statuses.some(({ id }) => id === input.status)) return refuse('bad_request', 'status');
      if (phase.reasonRequired && input.reason === '') return refuse('reason_needed', 'reason');
      const before = readReplies(readLive(doc), phase.id).find((reply) => reply.item === item);
      if (!before && !itemsFrom(doc, phase.of).some(({ id }) => id === item)) return refuse('not_found', 'item');
      const history = [...(before?.history ?? []), { ...input, at: hall.now() }];
      if (history.length > limits.repliesPerItem) return refuse('too_many', 'history');
      const reply: Reply = { phase: phase.id, item, history };
      const touched = { touchedAt: hall.now(), rehearsalOf: session.rehearsalOf };
      hall.act(
        scene,
        'reply.give',
        `${phase.id} ${item}`,
        (shared) => {
          setLive(shared, replyKey(phase.id, item), reply);
          setSession(shared, { deleteAt: deleteAt(hall, touched) });
        },
        () => {
          store.sessions.touch(code, touched.touchedAt);
          scene.register.noteAct(scene.who);
        },
      );
      return answer(null);
    },
  };
}
