/** What one person may know of themselves: with the document, all that `can` needs. */
import type { Joined, Me } from '../../shared/api/me.ts';
import { cardsMap, readCard, voteKey } from '../../shared/document.ts';
import { phaseOf } from '../../shared/format.ts';
import { isChosen } from '../../shared/seating.ts';
import type { ParticipantRow } from '../store/store.ts';
import { choiceOf } from './choices.ts';
import type { Hall, Scene } from './hall.ts';
import { madeIn } from './made.ts';
import { shownHeld } from './overview.ts';
import { matchingOf } from './ownmatching.ts';
import type { Register } from './register.ts';

export function meOf(hall: Hall, scene: Scene): Me {
  const { code, doc, session, register, identity, who } = scene;
  const { store } = hall.parts;
  const { role } = identity;
  const participant = role === 'participant' ? register.participant(who) : undefined;
  const facilitator = role === 'facilitator' ? register.facilitator(who) : undefined;
  const cards = [...register.authors.cardsOf(who)];
  const away = cards.filter((card) => cardsMap(doc).get(card)?.has('gone'));
  const voted = register.votes.filter((vote) => who && register.hasVoted(vote, who));
  return {
    role,
    participant: participant ? shownParticipant(participant) : null,
    facilitator: facilitator ? { id: facilitator.id, name: facilitator.name } : null,
    cards,
    made: Object.fromEntries(
      session.format.phases.map((phase) => [phase.id, madeIn(store, doc, register, session, who, phase)]),
    ),
    secretary: secretaryOf(register, participant?.table ?? null),
    held: participant ? heldOf() : [],
    gone: away.flatMap((card) => {
      const row = store.gone.get(code, card);
      if (!row) return [];
      const { title, text } = row.content;
      return [{ card, gone: row.gone, reason: row.reason, title, text }];
    }),
    voted: voted.map((vote) => voteKey(vote.phase, vote.run)),
    final: voted.filter((vote) => register.isFinal(vote, who)).map((vote) => voteKey(vote.phase, vote.run)),
    ...(participant && register.tickets.gives(who) ? { ticket: true as const } : {}),
    choice: ownChoice(),
    matching: matchingOf(store, scene),
  };

  function ownChoice(): string | null {
    const phase = phaseOf(session.format, session.phase);
    return participant && isChosen(phase) ? choiceOf(store, code, session.phase!, session.run, who) : null;
  }

  /** An admitted card is on the board, and only there: its words are read from it. */
  function heldOf() {
    const own = store.held.of(code).filter((row) => row.participant === who);
    return own.map((row) => {
      const card = row.state === 'admitted' ? readCard(doc, row.id) : null;
      return shownHeld(card ? { ...row, title: card.title, text: card.text } : row);
    });
  }
}

function secretaryOf(register: Register, table: number | null): Me['secretary'] {
  return table === null ? null : { table, there: register.hasSecretary(table) };
}

export function shownParticipant({ id, number, name, group, table, duties }: ParticipantRow): Joined['participant'] {
  return { id, number, name, group, table, duties: [...duties] };
}
