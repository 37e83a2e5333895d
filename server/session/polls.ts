/** Polls. Answers lie in the box as ballots do: where one's own are only one's token tells, and counting destroys that. */
import { readLive } from '../../shared/document.ts';
import type { PhaseOf } from '../../shared/format.ts';
import { checkAnswers, countPoll, pollKey, readPoll, type Paper, type Poll } from '../../shared/polling.ts';
import { questionSetOf } from '../../shared/questions.ts';
import { refuse } from '../../shared/refusals.ts';
import { setLive } from '../../shared/stamp.ts';
import type { RunKey } from '../store/store.ts';
import type { Hall, Scene } from './hall.ts';
import type { PhaseWork } from './work.ts';
import { ballotSlot, shuffle, tokenHash } from './secrets.ts';
import { answer, type Services } from './services.ts';

type PollPhase = PhaseOf<'poll'>;

export const pollWork: PhaseWork<PollPhase> = {
  begin(_hall, _scene, { phase, run }, doc) {
    const poll: Poll = { phase: phase.id, run, set: phase.questions, state: 'open', papers: 0, questions: [] };
    setLive(doc, pollKey(phase.id, run), poll);
  },

  end(hall, scene, { phase, run }, doc) {
    const poll = readPoll(readLive(doc), phase.id, run);
    if (!poll || poll.state === 'closed') return;
    const kept = keptOf(hall, scene, poll);
    const questions = kept ?? counted(hall, scene, poll);
    setLive(doc, pollKey(phase.id, run), { ...poll, ...questions, state: 'closed' } satisfies Poll);
    return () => forget(hall, scene, poll);
  },
};

export function makePolls(hall: Hall): Services['polls'] {
  const { store } = hall.parts;

  return {
    give(ask, token, phase, answers) {
      const asked = hall.may(ask, { type: 'poll.answer' });
      if (!asked.ok) return asked;
      const poll = pollOf(asked.value, phase);
      if (poll?.state !== 'open') return refuse('poll_closed');
      if (tokenHash(token) !== ask.identity.tokenHash) return refuse('bad_token');
      const set = questionSetOf(poll.set);
      const lawful = set ? checkAnswers(set, answers) : refuse('not_found', 'questions');
      if (!lawful.ok) return lawful;
      const { register, who, actor, room } = asked.value;
      const key = keyOf(asked.value, poll);
      const paper: Paper = { group: actor.group, answers };
      hall.transaction(ask.code, () => {
        store.box.put(key, ballotSlot(token, key), JSON.stringify(paper));
        store.roll.add(key, who);
        register.noteAct(who);
      });
      room.pulse();
      return answer({ phase, run: poll.run, answers });
    },

    own(ask, token, phase) {
      const scene = hall.enter(ask);
      if (!scene.ok) return scene;
      const poll = pollOf(scene.value, phase);
      if (!poll) return refuse('not_found', 'poll');
      if (tokenHash(token) !== ask.identity.tokenHash) return refuse('bad_token');
      const key = keyOf(scene.value, poll);
      const kept = store.box.get(key, ballotSlot(token, key));
      const answers = kept === null ? null : (JSON.parse(kept) as Paper).answers;
      return answer({ phase, run: poll.run, answers });
    },

    show(ask, phase) {
      const asked = hall.may(ask, { type: 'poll.show' });
      if (!asked.ok) return asked;
      const scene = asked.value;
      const poll = pollOf(scene, phase);
      if (poll?.state !== 'open') return refuse('poll_closed');
      const all = counted(hall, scene, poll);
      const shown = all.questions.map((question) => ({ ...question, said: [] }));
      hall.act(
        scene,
        'poll.show',
        `${phase} ${poll.run}`,
        (doc) => setLive(doc, pollKey(phase, poll.run), { ...poll, ...all, questions: shown, state: 'shown' }),
        () => {
          store.records.put({ session: ask.code, kind: 'poll', id: `${phase}:${poll.run}`, value: all });
          empty(hall, scene, poll);
        },
      );
      hall.broom.sweep();
      scene.room.pulse();
      return answer(null);
    },
  };
}

/** The poll of the phase that is on. */
function pollOf({ doc, facts, session }: Scene, phase: string): Poll | null {
  if (facts.phase?.kind !== 'poll' || facts.phase.id !== phase) return null;
  return readPoll(readLive(doc), phase, session.run);
}

function keyOf({ register }: Scene, { phase, run }: Poll): RunKey {
  return register.keyOf({ phase, run });
}

function counted({ parts }: Hall, scene: Scene, poll: Poll): Pick<Poll, 'papers' | 'questions'> {
  const box = parts.store.box.all(keyOf(scene, poll)).map((paper) => JSON.parse(paper) as Paper);
  const set = questionSetOf(poll.set);
  return { papers: box.length, questions: set ? countPoll(set, shuffle(box, parts.random)) : [] };
}

/** What was counted when it was shown, with what people said: that comes out when the phase is over. */
function keptOf({ parts }: Hall, { code }: Scene, { phase, run }: Poll): Pick<Poll, 'papers' | 'questions'> | null {
  const row = parts.store.records.get(code, 'poll', `${phase}:${run}`);
  return (row?.value as Pick<Poll, 'papers' | 'questions'> | undefined) ?? null;
}

/** Within a transaction: nothing says any more which paper was whose. */
function empty(hall: Hall, scene: Scene, poll: Poll): void {
  hall.parts.store.box.clear(keyOf(scene, poll));
  hall.broom.mark(scene.code);
}

function forget(hall: Hall, scene: Scene, poll: Poll): void {
  empty(hall, scene, poll);
  hall.parts.store.records.remove(scene.code, 'poll', `${poll.phase}:${poll.run}`);
}
