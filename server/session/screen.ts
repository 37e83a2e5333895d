/** What the projector shows and the facilitator says; lock and doors. */
import { readCard } from '../../shared/document.ts';
import { makeId } from '../../shared/ids.ts';
import type { Session } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import { readPlan } from '../../shared/plans.ts';
import type { Lead } from '../../shared/actions.ts';
import { setSession } from '../../shared/stamp.ts';
import type { Hall } from './hall.ts';
import { answer, type Answer, type Ask, type Services } from './services.ts';
import { settlePlans } from './telling.ts';

export function makeScreen(hall: Hall): Pick<Services['phases'], 'screen' | 'lock' | 'doors' | 'announce'> {
  return {
    screen(ask, { mode, card }) {
      const scene = hall.may(ask, { type: 'screen.set' });
      if (!scene.ok) return scene;
      if (mode === 'card') {
        if (card === undefined) return refuse('bad_request', 'card');
        if (readPlan(scene.value.doc, card)) settlePlans(hall, scene.value);
        else if (readCard(scene.value.doc, card)?.gone !== null) return refuse('card_gone');
      }
      return set(ask, 'screen.set', mode, { screen: mode, spotlight: mode === 'card' ? card! : null });
    },

    lock: (ask, locked) => set(ask, 'board.lock', locked ? 'locked' : 'unlocked', { locked }),
    doors: (ask, doors) => set(ask, 'doors.set', doors, { doors }),

    announce(ask, text) {
      const announcement = text === null ? null : { id: makeId(hall.parts.random), text };
      return set(ask, 'announce', text === null ? 'none' : '', { announcement });
    },
  };

  function set(ask: Ask, action: Lead, detail: string, change: Partial<Session>): Answer<null> {
    const scene = hall.may(ask, { type: action });
    if (!scene.ok) return scene;
    hall.act(scene.value, action, detail, (doc) => setSession(doc, change));
    return answer(null);
  }
}
