/** Ballots: roll and box apart, never in the document, nothing counted before the close. */
import type { BallotPaper, BallotTaken, SetVote } from '../../shared/api.ts';
import { parseBadge } from '../../shared/badge.ts';
import { checkFormat, faultText } from '../../shared/faults.ts';
import { phaseOf, type Phase } from '../../shared/format.ts';
import { checkBallot } from '../../shared/ballots.ts';
import { isPerTable, standingOf } from '../../shared/electorate.ts';
import { refuse } from '../../shared/refusals.ts';
import type { ActionType } from '../../shared/actions.ts';
import { setSession } from '../../shared/stamp.ts';
import type { Ballot, VoteRecord } from '../../shared/vote.ts';
import { badgeHolder, takeBadge } from './badges.ts';
import { collectVote } from './collecting.ts';
import { abortVote, closeVote, revealVote } from './counting.ts';
import { dealFirst, isDealt } from './exposure.ts';
import type { Hall, Scene } from './hall.ts';
import { Latecomers } from './latecomers.ts';
import { newestVote } from './opening.ts';
import { drawPairs } from './pairs.ts';
import { makeRevealed } from './revealed.ts';
import { ballotSlot, participantToken, tableSlot, tokenHash } from './secrets.ts';
import { answer, type Answer, type Ask, type Cast, type Services } from './services.ts';
import { castWithTicket } from './ticketvote.ts';
import { asCast, inGroup, packBallot, unpackBallot } from './ballot.ts';

type Led = Extract<ActionType, 'vote.collect' | 'vote.close' | 'vote.abort' | 'vote.reveal'>;

/** A ballot that may be cast, as it will be kept. */
interface Lawful {
  scene: Scene;
  token: string;
  vote: VoteRecord;
  kept: Ballot;
}

export function makeVotes(hall: Hall): Services['votes'] {
  const { store } = hall.parts;

  return {
    paper(ask, phase) {
      const scene = hall.enter(ask);
      if (!scene.ok) return scene;
      const vote = newest(scene.value, phase);
      return vote ? answer(paperOf(scene.value, vote, null)) : refuse('not_found', 'vote');
    },

    ownBallot(ask, token, phase) {
      const scene = hall.enter(ask);
      if (!scene.ok) return scene;
      const vote = newest(scene.value, phase);
      if (!vote) return refuse('not_found', 'vote');
      if (ask.identity.role !== 'participant' || vote.state !== 'open') return answer(paperOf(scene.value, vote, null));
      if (tokenHash(token) !== ask.identity.tokenHash) return refuse('bad_token');
      return answer(paperOf(scene.value, vote, keptBy(scene.value, token, vote)));
    },

    first(code, asks) {
      const asked = asks.map(({ ask, phase }) => {
        const scene = hall.enter(ask);
        const vote = scene.ok ? newest(scene.value, phase) : undefined;
        const { who, role } = ask.identity;
        return vote && isDealt(vote) && role === 'participant' && who !== null ? { vote, who } : null;
      });
      const dealt = dealFirst(
        hall,
        code,
        asked.filter((one) => one !== null),
      );
      return asked.map((one) => (one === null ? null : dealt.shift()!));
    },

    cast: (ask, token, phase, ballot) => castAll(ask.code, [{ ask, token, phase, ballot }])[0]!,
    castAll,

    castAtTable(ask, phase, input) {
      const vote = stateOf(ask, phase);
      if (!vote.ok) return vote;
      const scene = hall.may(ask, { type: 'ballot.seat' }, vote.value?.state ?? null);
      if (!scene.ok) return scene;
      if (vote.value && isPerTable(vote.value.settings)) return refuse('table_ballot');
      if ('ticket' in input) return castWithTicket(hall, scene.value, vote.value!, input);
      const { number, badge, ballot } = input;
      const voter = badgeHolder(scene.value, badge);
      if (!voter || (number !== undefined && voter.number !== number)) return refuse('bad_badge');
      const { code, register, room } = scene.value;
      if (register.hasVoted(vote.value!, voter.id)) return refuse('badge_voted');
      const token = participantToken(store.secret(), code, parseBadge(badge)!);
      const identity = { role: 'participant', who: voter.id, tokenHash: voter.tokenHash } as const;
      const judged = judge({ ask: { code, identity }, token, phase, ballot });
      if (!judged.ok) return judged;
      const late = new Latecomers(hall, code, scene.value.doc);
      hall.transaction(code, () => {
        takeBadge(register, voter.id, late);
        put(judged.value);
        register.makeFinal(judged.value.vote, voter.id);
        late.keep();
      });
      late.tell();
      room.poke(voter.id);
      room.pulse();
      return answer(null);
    },

    pairs(ask, token, phase) {
      const vote = stateOf(ask, phase);
      if (!vote.ok) return vote;
      const scene = hall.may(ask, { type: 'ballot.cast', settings: vote.value?.settings }, vote.value?.state ?? null);
      if (!scene.ok) return scene;
      if (tokenHash(token) !== ask.identity.tokenHash) return refuse('bad_token');
      const { method } = vote.value!.settings;
      if (method.kind !== 'pairwise') return refuse('not_found', 'pairs');
      return answer(drawPairs(hall, ask.code, vote.value!, method.duels, keptBy(scene.value, token, vote.value!)));
    },

    set(ask, phase, input) {
      const scene = hall.may(ask, { type: 'vote.set' });
      if (!scene.ok) return scene;
      const { format, runs } = scene.value.session;
      if (phaseOf(format, phase)?.kind !== 'vote') return refuse('not_found', 'vote');
      if ((runs[phase] ?? 0) > 0) return refuse('vote_fixed');
      const changed = checkFormat({
        ...format,
        phases: format.phases.map((one) => (one.id === phase ? setAs(one, input) : one)),
      });
      if (!changed.ok) return refuse('bad_format', faultText(changed.faults));
      hall.act(scene.value, 'vote.set', phase, (doc) => setSession(doc, { format: changed.format }));
      return answer(null);
    },

    collect: (ask, phase) => led(ask, phase, 'vote.collect', collectVote),
    close: (ask, phase) => led(ask, phase, 'vote.close', closeVote),
    abort: (ask, phase) => led(ask, phase, 'vote.abort', abortVote),
    reveal: (ask, phase, how = {}) => led(ask, phase, 'vote.reveal', (...all) => revealVote(...all, how)),

    ...makeRevealed(hall),
  };

  function castAll(code: string, casts: readonly Cast[]): Answer<BallotTaken>[] {
    const judged = casts.map(judge);
    const lawful = judged.flatMap((one) => (one.ok ? [one.value] : []));
    const first = lawful.length === 0 ? [] : hall.transaction(code, () => lawful.filter(put));
    for (const { scene } of first) scene.room.poke(scene.who);
    first[0]?.scene.room.pulse();
    return judged.map((one) =>
      one.ok ? answer({ phase: one.value.vote.phase, run: one.value.vote.run, ballot: one.value.kept }) : one,
    );
  }

  function judge({ ask, token, phase, ballot }: Cast): Answer<Lawful> {
    const vote = stateOf(ask, phase);
    if (!vote.ok) return vote;
    const scene = hall.may(ask, { type: 'ballot.cast', settings: vote.value?.settings }, vote.value?.state ?? null);
    if (!scene.ok) return scene;
    if (tokenHash(token) !== ask.identity.tokenHash) return refuse('bad_token');
    const record = vote.value!;
    if (scene.value.register.isFinal(record, scene.value.who)) return refuse('ballot_final');
    const lawful = checkBallot(ballot, record.settings.method, record.items);
    if (!lawful.ok) return lawful;
    const { group } = scene.value.actor;
    const kept = inGroup(asCast(ballot, record.items), record.settings.method, group);
    return answer({ scene: scene.value, token, vote: record, kept });
  }

  /** Within a transaction. False when this person had voted already. */
  function put({ scene, token, vote, kept }: Lawful): boolean {
    const { register, who, actor } = scene;
    const slot = slotOf(scene, token, vote);
    if (slot === null) return false;
    store.box.put(register.keyOf(vote), slot, packBallot(kept, standingOf(vote.settings, actor)));
    register.noteAct(who);
    return register.enroll(vote, who);
  }

  /** Null: a ballot is a table's, and this person sits at none. */
  function slotOf({ register, who }: Scene, token: string, vote: VoteRecord): string | null {
    const key = register.keyOf(vote);
    if (!isPerTable(vote.settings)) return ballotSlot(token, key);
    const table = register.voterOf(vote, who);
    return table === null ? null : tableSlot(table, key);
  }

  /** What this person, or their table, sent last. */
  function keptBy(scene: Scene, token: string, vote: VoteRecord): Ballot | null {
    const slot = slotOf(scene, token, vote);
    const kept = slot === null ? null : store.box.get(scene.register.keyOf(vote), slot);
    return kept === null ? null : unpackBallot(kept).ballot;
  }

  function led(
    ask: Ask,
    phase: string,
    type: Led,
    act: (hall: Hall, scene: Scene, vote: VoteRecord) => Answer<null>,
  ): Answer<null> {
    const vote = stateOf(ask, phase, type);
    if (!vote.ok) return vote;
    const scene = hall.may(ask, { type }, vote.value?.state ?? null);
    return scene.ok ? act(hall, scene.value, vote.value!) : scene;
  }

  /** The run a command means: the newest, and to reveal the newest that is closed. */
  function stateOf(ask: Ask, phase: string, type?: Led): Answer<VoteRecord | undefined> {
    const scene = hall.enter(ask);
    if (!scene.ok) return scene;
    const vote = newest(scene.value, phase);
    if (type !== 'vote.reveal') return answer(vote);
    return answer(scene.value.register.newestVote(phase, ({ state }) => state === 'closed') ?? vote);
  }

  function newest(scene: Scene, phase: string): VoteRecord | undefined {
    return newestVote(hall, scene, phase);
  }
}

/** What the new settings do not name is no longer there. */
function setAs(phase: Phase, input: SetVote): Phase {
  if (phase.kind !== 'vote') return phase;
  const { threshold: _, per: __, duty: ___, electorate: ____, others: _____, ...rest } = phase;
  return { ...rest, ...input };
}

/** A struck item keeps its place and says nothing: its voters are told that it is gone, not again what it said. */
function paperOf({ identity, actor }: Scene, vote: VoteRecord, ballot: Ballot | null): BallotPaper {
  const { phase, run, state, opensAt, settings, commit, items } = vote;
  const isVoter = identity.role === 'participant' && !actor.removed;
  const standing = isVoter ? standingOf(settings, actor) : 'none';
  const eligible = standing !== 'none';
  const { method } = settings;
  const per = isPerTable(settings) ? { per: 'table' as const } : {};
  const needs = isVoter && settings.tickets && !actor.ticket ? { needs: 'ticket' as const } : {};
  return { phase, run, state, opensAt, method, ...per, commit, items, ballot, eligible, standing, ...needs };
}
