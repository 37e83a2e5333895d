/** The clock in the room. It signals, and changes nothing by itself. */
import type { SetTimer } from '../../shared/api.ts';
import { limits } from '../../shared/limits.ts';
import type { Timer } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import { setSession } from '../../shared/stamp.ts';
import type { Hall } from './hall.ts';
import { holdTelling } from './revealed.ts';
import { answer, type Services } from './services.ts';

export function makeTimer(hall: Hall): Pick<Services['phases'], 'timer' | 'pause'> {
  return {
    timer(ask, input) {
      const scene = hall.may(ask, { type: 'timer.set' });
      if (!scene.ok) return scene;
      const timer = nextTimer(scene.value.session.timer, input, hall.now());
      if (leftOf(timer, hall.now()) > limits.timerMax) return refuse('bad_request', 'seconds');
      hall.act(scene.value, 'timer.set', input.action, (doc) => setSession(doc, { timer }));
      return answer(null);
    },

    pause(ask, paused) {
      const scene = hall.may(ask, { type: 'timer.set' });
      if (!scene.ok) return scene;
      const timer = nextTimer(scene.value.session.timer, { action: paused ? 'pause' : 'resume' }, hall.now());
      hall.act(scene.value, 'timer.set', paused ? 'break' : 'go on', (doc) => {
        if (paused) holdTelling(doc, hall.now());
        setSession(doc, { paused, timer });
      });
      return answer(null);
    },
  };
}

/** What a clock becomes. What makes no sense now, such as pausing one that is off, changes nothing. */
export function nextTimer(timer: Timer, input: SetTimer, now: number): Timer {
  switch (input.action) {
    case 'start':
      return running(input.seconds * 1000, input.seconds * 1000, now);
    case 'add': {
      const more = input.seconds * 1000;
      if (timer.state === 'off') return running(more, more, now);
      if (timer.state === 'paused') return { ...timer, left: timer.left + more, total: timer.total + more };
      return running(Math.max(0, timer.endsAt - now) + more, timer.total + more, now);
    }
    case 'pause':
      return timer.state === 'running' ? { state: 'paused', left: leftOf(timer, now), total: timer.total } : timer;
    case 'resume':
      return timer.state === 'paused' ? running(timer.left, timer.total, now) : timer;
    case 'stop':
      return { state: 'off' };
  }
}

function running(left: number, total: number, now: number): Timer {
  return { state: 'running', endsAt: now + left, total };
}

function leftOf(timer: Timer, now: number): number {
  if (timer.state === 'off') return 0;
  return timer.state === 'paused' ? timer.left : Math.max(0, timer.endsAt - now);
}
