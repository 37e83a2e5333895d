/** The session side as the rooms see it: who comes in, and what the rule book may know. */
import type * as Y from 'yjs';
import { cardsMap, clustersMap, readCard, readVote, voteKey } from '../../shared/document.ts';
import { phaseOf } from '../../shared/format.ts';
import { graceOf } from '../../shared/grace.ts';
import { isTaken } from '../../shared/inbox.ts';
import { itemFacts } from '../../shared/ownership.ts';
import { planFacts } from '../../shared/plans.ts';
import { can } from '../../shared/rules.ts';
import type { Actor } from '../../shared/actions.ts';
import { limits } from '../../shared/limits.ts';
import type { Clock } from '../clock.ts';
import type { Guesses } from '../guesses.ts';
import type { Desk, Door, Identity } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { Admission } from './admission.ts';
import { countKeys, nextLetter, sessionOf } from './board.ts';
import { noteGrouped } from './grouping.ts';
import { madeIn } from './made.ts';
import { matchFacts } from '../../shared/matchfacts.ts';
import { groundOf } from '../../shared/sources.ts';
import { ownMatching } from './ownmatching.ts';
import { Registers } from './registers.ts';
import { stampOf } from './stamping.ts';
import { writesPlan } from './whose.ts';
import { WrittenPlans } from './written.ts';

export interface DoorParts {
  store: Store;
  clock: Clock;
  guesses: Guesses;
  /** the document of a session's room; the rooms are made after the door, so this is asked late */
  board(code: string): Y.Doc;
  /** ms; `limits.grace` when absent */
  grace?: number;
}

/** The door as the services know it: with the registers behind it. */
export interface SessionDoor extends Door {
  forget(code: string): void;
  readonly registers: Registers;
  readonly written: WrittenPlans;
  /** ms in which a card that misses its phase still counts */
  readonly grace: number;
}

export function makeDoor(parts: DoorParts): SessionDoor {
  const registers = new Registers(parts.store);
  const grace = parts.grace ?? limits.grace;
  const admission = new Admission(parts, registers);
  const written = new WrittenPlans();
  return {
    registers,
    grace,
    admit: (code, credentials, address) => admission.admit(code, credentials, address),
    desk: (code, plan) => {
      const desk = makeDesk(code, registers, parts, grace);
      return plan === undefined ? desk : makePlanDesk(desk, behind(code, plan));
    },
    mayOpen(code, plan, identity) {
      const desk = makeDesk(code, registers, parts, grace);
      return can({ type: 'plan.read', plan }, desk.actor(identity), desk.facts(parts.board(code), identity));
    },
    written,
    forget: (code) => registers.forget(code),
  };

  function behind(code: string, plan: string): Behind {
    return {
      board: () => parts.board(code),
      stored: () => written.mark(code, plan),
      acted: (who) => registers.of(code).noteAct(who),
    };
  }
}

/** Asks the registers each time: what it knew may have been forgotten and loaded again. */
function makeDesk(code: string, registers: Registers, { clock, board, store }: DoorParts, grace: number): Desk {
  return {
    actor: (identity) => ({
      role: identity.role,
      removed: isRemoved(identity),
      ...standingOf(identity),
      owns: (card) => ownsCard(identity, card),
      writes: (plan) => writesPlan(store, registers.of(code), board(code), identity, plan),
    }),

    facts(doc, identity) {
      const { who } = identity;
      const session = sessionOf(doc);
      const vote = session.phase === null ? null : readVote(doc, session.phase, session.run);
      return {
        state: session.state,
        format: session.format,
        phase: phaseOf(session.format, session.phase),
        grace: graceOf(session, vote, clock.now(), grace),
        locked: session.locked,
        vote: vote?.state ?? null,
        card(id) {
          const card = readCard(doc, id);
          if (!card) return null;
          const { kind, mergedInto, mergedFrom } = card;
          return { kind, gone: card.gone !== null, mergedInto, merged: mergedFrom.length > 0, table: card.table };
        },
        cluster(id) {
          const cluster = clustersMap(doc).get(id);
          return cluster ? { gone: cluster.get('gone') === true } : null;
        },
        item: (id) =>
          itemFacts(doc, id, {
            role: identity.role,
            ...standingOf(identity),
            owns: (card) => ownsCard(identity, card),
            writes: (plan) => writesPlan(store, registers.of(code), doc, identity, plan),
          }),
        made: (phase) => (who === null ? 0 : madeIn(store, doc, registers.of(code), session, who, phase)),
        table: registers.of(code).participant(who ?? '')?.table ?? null,
        hasSecretary: (table) => registers.of(code).hasSecretary(table),
        taken(card) {
          const phase = phaseOf(session.format, session.phase);
          if (phase?.kind !== 'arrange' || phase.who !== 'theme') return false;
          const by = registers.of(code).participant(who ?? '')?.number ?? 0;
          return isTaken(doc, card, { by, now: clock.now(), fresh: grace });
        },
        plan: (id) => planFacts(doc, id, session.runs),
        get cardCount() {
          return countKeys(cardsMap(doc));
        },
        get clusterCount() {
          return countKeys(clustersMap(doc));
        },
        match: matchFacts(
          () => ({ ...groundOf(doc), session }),
          () => ownMatching(store, registers.of(code), doc, who ?? ''),
        ),
      };
    },

    writerOf: (client) => registers.of(code).authors.writerOf(client),
    recordClient: (client, who) => registers.of(code).authors.setWriter(client, who),

    recordCard(card, { who }, phaseId) {
      const register = registers.of(code);
      const stamp = stampOf(register, board(code), { who, phase: phaseId, at: clock.now() });
      if (who !== null) register.setAuthor(card, who);
      return stamp;
    },

    recordMove(card, theme, { who }) {
      const by = registers.of(code).participant(who ?? '')?.number ?? 0;
      noteGrouped(store, code, sessionOf(board(code)), { card, theme, by, at: clock.now() });
    },

    recordCluster: () => nextLetter(board(code)),

    pulse() {
      const register = registers.of(code);
      const { people } = register;
      const { format, phase, run } = sessionOf(board(code));
      const vote = phase === null ? undefined : register.vote(phase, run);
      const counts = vote !== undefined && vote.state !== 'opening' && vote.state !== 'aborted';
      const turnout = counts
        ? { voted: register.voted(vote), of: register.electorate(vote) }
        : phaseOf(format, phase)?.kind === 'poll' && phase !== null
          ? {
              voted: store.roll.count(register.keyOf({ phase, run })),
              of: people.filter(({ duties }) => !duties.includes('observer')).length,
            }
          : null;
      const counting = phase === null ? undefined : registers.counting.get(`${code} ${voteKey(phase, run)}`);
      return { joined: people.length, turnout, ...(counting !== undefined && { counting }) };
    },

    present: (who, here) => registers.presence.set(code, who, here),
  };

  function standingOf({ role, who }: Identity): Pick<Actor, 'group' | 'table' | 'duties' | 'ticket'> {
    const row = role === 'participant' ? registers.of(code).participant(who ?? '') : undefined;
    const ticket = row !== undefined && registers.of(code).tickets.gives(row.id);
    return { group: row?.group ?? '', table: row?.table ?? null, duties: row?.duties ?? [], ticket };
  }

  function ownsCard({ who }: Identity, card: string): boolean {
    return who !== null && registers.of(code).authors.of(card) === who;
  }

  function isRemoved({ role, who }: Identity): boolean {
    if (role === 'screen' || who === null) return false;
    const register = registers.of(code);
    if (role === 'facilitator') return !register.facilitator(who);
    return register.participant(who)?.removed ?? true;
  }
}

interface Behind {
  board(): Y.Doc;
  stored(): void;
  acted(who: string): void;
}

/** The same session, seen from the room of one of its plans: who is there is counted at the board's. */
function makePlanDesk(desk: Desk, { board, stored, acted }: Behind): Desk {
  return {
    ...desk,
    facts: (_plan, identity) => desk.facts(board(), identity),
    recordClient(client, who) {
      desk.recordClient(client, who);
      acted(who);
    },
    pulse: () => ({ joined: 0, turnout: null }),
    present: () => undefined,
    stored,
  };
}
