/** What is done with a result that was revealed: told on the wall, explained, its ballots published, counted by other rules. */
import type { RevealVote, ShowResult } from '../../shared/api/votes.ts';
import { hiddenGroups } from '../../shared/apart.ts';
import { comparedKey, mostCompared, type Compared } from '../../shared/compared.ts';
import { readLive, readVote, readVotes, voteKey } from '../../shared/document.ts';
import type { Result, VoteNotice } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import { setLive, setVote } from '../../shared/stamp.ts';
import type { Outcome } from '../../shared/tally/method.ts';
import { otherCount, type OtherId } from '../../shared/tally/others.ts';
import { isWhole, linesOf, type Count } from '../../shared/tally/tally.ts';
import { mostTold, toldOf } from '../../shared/telling.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import type * as Y from 'yjs';
import { countsOfClosed, countWhole, stepsOf } from './counter.ts';
import type { Hall, Scene } from './hall.ts';
import { pageOf } from './published.ts';
import { listReasons, reasonsOf } from './reasons.ts';
import { answer, type Answer, type Ask, type Services } from './services.ts';

type Revealed = 'steps' | 'reasons' | 'show' | 'published' | 'compare' | 'dropOther';

/** Fewer ballots than this are published only when the facilitator says so: among so few, many are recognised. */
const leastPublished = 20;

export function makeRevealed(hall: Hall): Pick<Services['votes'], Revealed> {
  const { store } = hall.parts;

  return {
    async steps(ask, phase, run) {
      const found = look(ask, phase, run);
      if (!found.ok) return found;
      const told = await stepsOf(hall, ask.code, found.value.vote).catch(() => null);
      return told ? answer(told) : refuse('vote_not_counted');
    },

    published(ask, phase, run, from) {
      const found = look(ask, phase, run);
      if (!found.ok) return found;
      const { vote, scene } = found.value;
      if (!vote.published) return refuse('not_found', 'ballots');
      const page = pageOf(store, scene.register.keyOf(vote), vote, from);
      return page ? answer(page) : refuse('not_found', 'page');
    },

    reasons(ask, phase, run) {
      const found = lead(ask, phase, run);
      if (!found.ok) return found;
      const { vote } = found.value;
      return answer({ items: listReasons(vote.items, reasonsOf(store, ask.code, vote)) });
    },

    show(ask, phase, run, input) {
      const found = lead(ask, phase, run);
      if (!found.ok) return found;
      const { scene } = found.value;
      const notice = readVote(scene.doc, phase, run)!;
      const key = input.shows === 'other' ? comparedKey(phase, run, input.other) : null;
      if (key !== null && !readLive(scene.doc).has(key)) return refuse('not_found', 'other');
      hall.act(scene, 'vote.show', `${voteKey(phase, run)} ${input.shows}`, (doc) =>
        setVote(doc, shown(notice, input)),
      );
      return answer(null);
    },

    async compare(ask, phase, run, other) {
      const asked = lead(ask, phase, run);
      if (!asked.ok) return asked;
      const count = countOf(asked.value, other);
      if (!count) return refuse('not_found', 'other');
      if (other === 'together' && hidesGroups(count)) return refuse('group_too_small');
      const counts = { decides: count, apart: null, channels: [] };
      const outcomes = await countWhole(hall, counts).catch(() => null);
      if (!outcomes) return refuse('vote_not_counted');
      const { decides } = outcomes;
      const found = lead(ask, phase, run); // meanwhile it may have been deleted
      if (!found.ok) return found;
      const value = compared(found.value.vote, other, count, decides);
      const detail = `${voteKey(phase, run)} + ${other}`;
      hall.act(found.value.scene, 'vote.show', detail, (doc) => setLive(doc, comparedKey(phase, run, other), value));
      return answer(null);
    },

    dropOther(ask, phase, run, other) {
      const found = lead(ask, phase, run);
      if (!found.ok) return found;
      const { scene } = found.value;
      const key = comparedKey(phase, run, other as OtherId);
      if (!readLive(scene.doc).has(key)) return refuse('not_found', 'other');
      hall.act(scene, 'vote.show', `${voteKey(phase, run)} - ${other}`, (doc) => {
        setLive(doc, key, null);
        const notice = readVote(doc, phase, run)!;
        if (notice.wall?.shows === 'other' && notice.wall.other === other) setVote(doc, without(notice));
      });
      return answer(null);
    },
  };

  function look(ask: Ask, phase: string, run: number): Answer<{ scene: Scene; vote: VoteRecord }> {
    const scene = hall.enter(ask);
    return scene.ok ? revealedIn(scene.value, phase, run) : scene;
  }

  function lead(ask: Ask, phase: string, run: number): Answer<{ scene: Scene; vote: VoteRecord }> {
    const scene = hall.may(ask, { type: 'vote.show' });
    return scene.ok ? revealedIn(scene.value, phase, run) : scene;
  }

  function countOf({ scene, vote }: { scene: Scene; vote: VoteRecord }, other: OtherId): Count | null {
    return otherCount(countsOfClosed(store, scene.code, vote).decides, other);
  }
}

/** Are the ballots published with this result? */
export function publishes({ publish }: RevealVote, { ballots }: Pick<Result, 'ballots'>): boolean {
  return publish ? publish === 'ballots' : ballots >= leastPublished;
}

export function beginTelling({ tell }: RevealVote, now: number): Pick<VoteNotice, 'telling'> {
  if (tell === 'press') return { telling: { by: 'press', told: 0 } };
  return tell === 'itself' ? { telling: { by: 'itself', since: now } } : {};
}

/** Whoever stops all that moves has the telling in hand from there. */
export function holdTelling(doc: Y.Doc, now: number): void {
  for (const notice of readVotes(doc)) {
    if (notice.telling?.by !== 'itself') continue;
    const told = toldOf(notice.telling, mostTold, now);
    setVote(doc, told < mostTold ? { ...notice, telling: { by: 'press', told } } : shown(notice, { shows: 'result' }));
  }
}

/** Another vote begins: what was told of those before it is told. */
export function endTellings(doc: Y.Doc): void {
  for (const notice of readVotes(doc)) if (notice.telling) setVote(doc, shown(notice, { shows: 'result' }));
}

function revealedIn(scene: Scene, phase: string, run: number): Answer<{ scene: Scene; vote: VoteRecord }> {
  const vote = scene.register.vote(phase, run);
  return vote?.state === 'revealed' ? answer({ scene, vote }) : refuse('not_found', 'result');
}

function shown(notice: VoteNotice, input: ShowResult): VoteNotice {
  const { telling, ...rest } = without(notice);
  if (input.shows !== 'result') return { ...rest, ...(telling && { telling }), wall: input };
  return input.told === undefined ? rest : { ...rest, telling: { by: 'press', told: input.told } };
}

/** With and without groups counted, what a group gave that is not shown could be worked out. */
function hidesGroups({ ballots }: Count): boolean {
  const sizes = new Map<string, number>();
  for (const ballot of ballots) {
    const group = 'marks' in ballot ? (ballot.group ?? '') : '';
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return hiddenGroups(sizes).size > 0;
}

function without({ wall: _, ...notice }: VoteNotice): VoteNotice {
  return notice;
}

function compared(vote: VoteRecord, other: OtherId, { method }: Count, outcome: Outcome): Compared {
  const lines = linesOf(outcome, vote.items, isWhole(method.kind)).filter(({ wins }) => wins);
  const wins = lines.map(({ id }) => id);
  return { phase: vote.phase, run: vote.run, other, method, wins, ranking: lines.slice(0, mostCompared) };
}
