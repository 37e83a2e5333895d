/** What happens next: the phases in order, and what the facilitator sets on the screen. */
import { asksTicket } from '../../shared/electorate.ts';
import { phaseOf, type Phase, type PhaseKind } from '../../shared/format.ts';
import { limits } from '../../shared/limits.ts';
import type { Session } from '../../shared/model.ts';
import { neighbour, phaseNow, whenOf } from '../../shared/programme.ts';
import { refuse } from '../../shared/refusals.ts';
import { can } from '../../shared/rules.ts';
import { seatingRule } from '../../shared/seating.ts';
import { setSession, setVote } from '../../shared/stamp.ts';
import { itemsOf, type VoteRecord } from '../../shared/vote.ts';
import { destroy, tellAborted } from './counting.ts';
import type { Hall, Scene } from './hall.ts';
import { noticeOf, openedVote, plan, prepareVote } from './opening.ts';
import type { Register } from './register.ts';
import { isOpen } from './voters.ts';
import { deleteAt } from './retention.ts';
import { finish, workOf } from './phasework.ts';
import type { Alongside } from './work.ts';
import { makeScreen } from './screen.ts';
import { endTellings } from './revealed.ts';
import { beginSeating } from './seating.ts';
import { answer, type Answer, type Services } from './services.ts';
import { makeTimer } from './timer.ts';

/** After these the last words still come in for a while: a vote on them waits. */
const writes: readonly PhaseKind[] = ['contribute', 'draft'];

export function makePhases(hall: Hall): Services['phases'] {
  const { store, door } = hall.parts;

  return {
    move(ask, input) {
      const asked = hall.may(ask, { type: 'phase.move' });
      if (!asked.ok) return asked;
      const scene = asked.value;
      const { session, register } = scene;
      if (input.from !== undefined && fromOf(session, input.from) !== session.phase) return refuse('phase_moved');
      if (input.to === 'lobby' && !phaseOf(session.format, 'lobby')) return stepOut(scene);
      const target = targetOf(session, input.to);
      if (!target) return refuse(session.state === 'ended' ? 'ended' : 'not_found', input.to);
      const now = can({ type: 'phase.move', when: whenOf(target) }, scene.actor, scene.facts);
      if (!now.ok) return now;

      const left = session.phase === null ? undefined : register.vote(session.phase, session.run);
      if (isOpen(left)) {
        const stays = input.vote === 'runOn' && target.id === left.phase;
        if (!input.vote || stays) return refuse('vote_open');
      }
      if (target.kind === 'vote' && itemsOf(scene.doc, target).length > limits.itemsPerVote) {
        return refuse('too_many', 'items');
      }
      const run = (session.runs[target.id] ?? 0) + 1;
      const may = workOf(target.kind).mayBegin?.(hall, scene, { phase: target, run });
      if (may && !may.ok) return may;
      const before = phaseOf(session.format, session.phase);
      if (before) workOf(before.kind).leave?.(hall, scene);
      const aborted = isOpen(left) && input.vote === 'abort' ? ({ ...left, state: 'aborted' } as const) : null;
      return answer(go(scene, target, aborted));
    },

    ...makeTimer(hall),
    ...makeScreen(hall),
  };

  /** Everything a phase change is, in one transaction. */
  function go(scene: Scene, target: Phase, aborted: VoteRecord | null) {
    const { code, session, register, room } = scene;
    const now = hall.now();
    const run = runOf(register, session, target, aborted);
    const vote = voteFor(session, register, target, run, now);
    const state = whenOf(target) === 'day' ? 'running' : session.state;
    const alongside: (Alongside | void)[] = [];
    hall.act(
      scene,
      'phase.move',
      `${session.phase ?? 'lobby'} → ${target.id} ${run}`,
      (doc) => {
        setSession(doc, {
          state,
          phase: target.id,
          run,
          runs: { ...session.runs, [target.id]: run },
          phaseSince: now,
          before: session.phase,
          timer: { state: 'off' },
          paused: false,
          screen: 'phase',
          spotlight: null,
          deleteAt: deleteAt(hall, { touchedAt: now, rehearsalOf: session.rehearsalOf }),
        });
        if (aborted) setVote(doc, noticeOf(aborted));
        if (vote) endTellings(doc);
        alongside.push(finish(hall, scene, doc));
        // first: what a kind does may depend on the tables
        alongside.push(beginSeating(hall, scene, { phase: target, run }, doc));
        alongside.push(workOf(target.kind).begin?.(hall, scene, { phase: target, run }, doc));
        const begun = vote && (vote.opensAt > now ? vote : openedVote(vote, doc));
        if (begun) setVote(doc, noticeOf(begun));
        return begun;
      },
      (begun) => {
        store.sessions.touch(code, now);
        for (const write of alongside) write?.();
        if (aborted) destroy(hall, scene, aborted);
        if (begun) register.beginVote(begun);
      },
    );
    if (vote && vote.opensAt > now) plan(hall, code, vote);
    if (aborted) tellAborted(hall, scene);
    else if (run > 1 || seatingRule(target)) room.poke(null); // `made` in everybody's `/me` counts this run's cards; or tables changed
    room.pulse();
    return { phase: target.id, run, state };
  }

  /** Out of a part of the weeks ahead, or of afterwards, without going to another. */
  function stepOut(scene: Scene): Answer<{ phase: null; run: number; state: string }> {
    const { session, room } = scene;
    const left = phaseNow(session);
    if (!left || whenOf(left) === 'day') return refuse('not_found', 'lobby');
    let written: Alongside | void;
    hall.act(
      scene,
      'phase.move',
      `${left.id} → lobby`,
      (doc) => {
        written = finish(hall, scene, doc);
        setSession(doc, {
          phase: null,
          run: 0,
          before: null,
          timer: { state: 'off' },
          screen: 'phase',
          spotlight: null,
        });
      },
      () => written?.(),
    );
    room.pulse();
    return answer({ phase: null, run: 0, state: session.state });
  }

  /** The vote that this phase opens; null when it is none, or when that vote is still open. */
  function voteFor(session: Session, register: Register, target: Phase, run: number, now: number): VoteRecord | null {
    if (target.kind !== 'vote' || register.vote(target.id, run)) return null;
    const before = phaseOf(session.format, session.phase);
    const opensAt = before && writes.includes(before.kind) ? now + door.grace : now;
    return prepareVote(hall, target, run, opensAt, asksTicket(session.format, target));
  }
}

/** A phase entered again is a new run. Only a vote that ran on while its phase was left is gone back to. */
function runOf(register: Register, session: Session, target: Phase, aborted: VoteRecord | null): number {
  const newest = register.newestVote(target.id);
  if (isOpen(newest) && newest.run !== aborted?.run) return newest.run;
  return (session.runs[target.id] ?? 0) + 1;
}

/** Consoles may say `lobby` where the document says null. */
function fromOf({ format }: Session, from: string | null): string | null {
  return from === 'lobby' && !phaseOf(format, from) ? null : from;
}

function targetOf(session: Session, to: string): Phase | null {
  if (to === 'next') return neighbour(session, 1);
  if (to === 'previous') return neighbour(session, -1);
  return phaseOf(session.format, to);
}
