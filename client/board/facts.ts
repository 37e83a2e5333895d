/**
 * What the rule book asks, answered from this device's copy of the document and from `/me`. The server answers the same
 * questions from its register; only its answer decides.
 */
import type * as Y from 'yjs';
import type { Me } from '../../shared/api/me.ts';
import { cardsMap, clustersMap, readCard, readSession, readVote } from '../../shared/document.ts';
import { phaseOf } from '../../shared/format.ts';
import { graceOf } from '../../shared/grace.ts';
import { limits } from '../../shared/limits.ts';
import { isTaken } from '../../shared/inbox.ts';
import { itemFacts } from '../../shared/ownership.ts';
import type { Role } from '../../shared/model.ts';
import type { Action, Actor, Facts } from '../../shared/actions.ts';
import { planFacts, readPlan } from '../../shared/plans.ts';
import { belongingsIn, isTheirs } from '../../shared/whose.ts';
import { matchFacts } from '../../shared/matchfacts.ts';
import { refuse, type Refusal, type Yes } from '../../shared/refusals.ts';
import { can } from '../../shared/rules.ts';
import { groundOf } from '../../shared/sources.ts';
import type { Picture } from './picture.ts';

export function actorOf(role: Role, mine: ReadonlySet<string>, me: Me | null, doc: Y.Doc): Actor {
  const { group = '', table = null, duties = [] } = me?.participant ?? {};
  const owns = (card: string) => mine.has(card);
  return { role, removed: false, group, table, duties, ticket: me?.ticket === true, owns, writes };

  function writes(id: string): boolean {
    if (role !== 'participant') return role === 'facilitator';
    const [plan, session] = [readPlan(doc, id), readSession(doc)];
    if (plan === null || session === null) return false;
    return isTheirs(plan, session.format, belongingsIn(doc, session.runs, me, owns));
  }
}

/** Who looks at a board, as this page knows them. */
export interface Who {
  role: Role;
  mine: ReadonlySet<string>;
  me: Me | null;
}

/** The rule book's answer. `made`: where the server says how much one has made already; null: only the document counts. */
export function answerOf(
  action: Action,
  doc: Y.Doc,
  who: Who,
  made: Me | null,
  now: number,
  picture?: Picture,
): Yes | Refusal {
  const facts = factsOf(doc, who.mine, made, now, picture);
  return facts ? can(action, actorOf(who.role, who.mine, who.me, doc), facts) : refuse('phase_closed');
}

/** Null until the session itself has arrived. `now` is server time, in ms. `picture`: of this document, where there is one. */
export function factsOf(
  doc: Y.Doc,
  mine: ReadonlySet<string>,
  me: Me | null,
  now: number,
  picture?: Picture,
): Facts | null {
  const session = readSession(doc);
  if (!session) return null;
  const phase = phaseOf(session.format, session.phase);
  const cards = cardsMap(doc);
  const clusters = clustersMap(doc);
  const vote = session.phase ? readVote(doc, session.phase, session.run) : null;
  return {
    state: session.state,
    format: session.format,
    phase,
    grace: graceOf(session, vote, now, limits.grace),
    locked: session.locked,
    vote: vote?.state ?? null,
    card: (id) => {
      const card = readCard(doc, id);
      if (!card) return null;
      return {
        kind: card.kind,
        gone: card.gone !== null,
        mergedInto: card.mergedInto,
        merged: card.mergedFrom.length > 0,
        table: card.table,
      };
    },
    cluster: (id) => {
      const cluster = clusters.get(id);
      return cluster ? { gone: cluster.get('gone') === true } : null;
    },
    item: (id) => itemFacts(doc, id, actorOf(me?.role ?? 'participant', mine, me, doc)),
    plan: (id) => planFacts(doc, id, session.runs),
    made: (asked) => Math.max(me?.made[asked.id] ?? 0, countMine(cards, mine, asked.id, session.run)),
    table: me?.participant?.table ?? null,
    hasSecretary: (table) => me?.secretary?.table === table && me.secretary.there,
    taken: (id) => {
      if (phase?.kind !== 'arrange' || phase.who !== 'theme') return false;
      return isTaken(doc, id, { by: me?.participant?.number ?? 0, now, fresh: 0 });
    },
    // Yjs counts by walking along all of them, and most questions do not ask for it.
    get cardCount() {
      return cards.size;
    },
    get clusterCount() {
      return clusters.size;
    },
    match: matchFacts(
      () => picture ?? { ...groundOf(doc), session },
      () => {
        const { teams = [], bids = [], lots = [] } = me?.matching ?? {};
        return { teams, bids, brings: (item) => lots.includes(item) };
      },
    ),
  };
}

/** Cards of this phase and run, and those the server has not stamped yet. */
function countMine(cards: ReturnType<typeof cardsMap>, mine: ReadonlySet<string>, phase: string, run: number): number {
  let made = 0;
  for (const id of mine) {
    const card = cards.get(id);
    if (card && (!card.has('phase') || (card.get('phase') === phase && card.get('run') === run))) made++;
  }
  return made;
}
