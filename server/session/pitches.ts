/** Pitches: who puts an item in the queue, and how the facilitator moves it on. The session's timer is the clock. */
import type { MovePitches } from '../../shared/api/pitches.ts';
import { readLive } from '../../shared/document.ts';
import { nameWinner, nextStep, speakerOf, standingsOf, stepBack } from '../../shared/duelling.ts';
import {
  callBack,
  callNext,
  chosenIn,
  emptyQueue,
  passOver,
  putInOrder,
  queueKey,
  readQueue,
  signOff,
  signUp,
  type Moved,
  type Queue,
} from '../../shared/queue.ts';
import { rankingKey, type Ranking } from '../../shared/ranking.ts';
import { refuse } from '../../shared/refusals.ts';
import { groundOf, itemOn, itemsFrom } from '../../shared/sources.ts';
import { setLive, setSession } from '../../shared/stamp.ts';
import type { Hall, Scene } from './hall.ts';
import type { PhaseWork } from './work.ts';
import { answer, type Answer, type Ask, type Services } from './services.ts';
import { beginning, drawDuels, noteTurn, timerOf, type Present } from './turns.ts';

export const presentWork: PhaseWork<Present> = {
  begin(hall, _scene, { phase, run }, doc) {
    setLive(doc, queueKey(phase.id, run), beginning(hall, doc, phase, run));
  },

  end(_hall, _scene, { phase, run }, doc) {
    const queue = readQueue(readLive(doc), phase.id, run);
    if (!queue) return;
    const ground = groundOf(doc);
    const titleOf = (id: string) => itemOn(ground, id)?.title ?? '';
    const lines = queue.duels ? standingsOf(queue.duels, titleOf) : chosenIn(queue, titleOf);
    setLive(doc, rankingKey(phase.id, run), { phase: phase.id, run, lines } satisfies Ranking);
  },
};

export function makePitches(hall: Hall): Services['pitches'] {
  return {
    sign: (ask, item) => signed(ask, item, signUp),
    unsign: (ask, item) => signed(ask, item, signOff),

    move(ask, input) {
      const scene = hall.may(ask, { type: 'pitch.move' });
      if (!scene.ok) return scene;
      const held = heldIn(scene.value);
      if (!held) return refuse('not_now');
      const { phase, queue } = held;
      if ('current' in input && input.current !== undefined && input.current !== queue.current)
        return refuse('pitch_moved');
      const step = stepped(scene.value, phase, queue, input);
      if (!step.ok) return step;
      keep(scene.value, phase, queue, step.queue, input.do);
      return answer(null);
    },
  };

  function signed(ask: Ask, item: string, change: (queue: Queue, item: string) => Moved): Answer<null> {
    const scene = hall.may(ask, { type: 'pitch.sign', item });
    if (!scene.ok) return scene;
    const held = heldIn(scene.value);
    if (!held) return refuse('not_now');
    if (!itemsFrom(scene.value.doc, held.phase.of).some(({ id }) => id === item)) return refuse('not_found', 'item');
    const step = change(held.queue, item);
    if (!step.ok) return step;
    const { phase, run } = held.queue;
    hall.act(
      scene.value,
      'pitch.sign',
      item,
      (doc) => setLive(doc, queueKey(phase, run), step.queue),
      () => scene.value.register.noteAct(scene.value.who),
    );
    return answer(null);
  }

  function stepped(scene: Scene, phase: Present, queue: Queue, input: MovePitches): Moved {
    if (input.do === 'order') return putInOrder(queue, input.items);
    if (input.do === 'duels') return queue.duels ? refuse('not_now') : drawDuels(hall, phase, queue);
    if (queue.duels || input.do === 'winner') return dueled(phase, queue, input);
    const ground = groundOf(scene.doc);
    const there = (item: string) => itemOn(ground, item) !== null;
    if (input.do === 'next') return callNext(queue, there);
    return input.do === 'back' ? callBack(queue) : passOver(queue, input.do === 'later' ? 'end' : 'absent', there);
  }

  /** A new turn has a whole clock that stands still: whoever speaks has to come to the front first. */
  function keep(scene: Scene, phase: Present, before: Queue, queue: Queue, what: string): void {
    const turn =
      JSON.stringify([before.current, before.duels?.now]) !== JSON.stringify([queue.current, queue.duels?.now]);
    hall.act(
      scene,
      'pitch.move',
      what,
      (doc) => {
        setLive(doc, queueKey(queue.phase, queue.run), queue);
        if (turn) setSession(doc, { timer: timerOf(phase, queue) });
      },
      () => noteTurn(hall, scene, before, queue, what),
    );
    if (turn) hall.pokeLeaders(scene);
  }
}

function heldIn({ doc, session, facts }: Scene): { phase: Present; queue: Queue } | null {
  const { phase } = facts;
  if (phase?.kind !== 'present') return null;
  const queue = readQueue(readLive(doc), phase.id, session.run);
  return { phase, queue: queue ?? emptyQueue(phase.id, session.run) };
}

function dueled(phase: Present, queue: Queue, input: MovePitches): Moved {
  const { duels } = queue;
  if (!duels) return refuse('not_now', 'duels');
  const step = (() => {
    if (input.do === 'winner') return nameWinner(duels, input.winner);
    if (input.do === 'next') return nextStep(duels, phase);
    return input.do === 'back' ? stepBack(duels) : refuse('not_now', input.do);
  })();
  if (!step.ok) return step;
  return { ok: true, queue: { ...queue, duels: step.duels, current: speakerOf(step.duels, phase) } };
}
