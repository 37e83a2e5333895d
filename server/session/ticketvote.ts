/** A ballot at the device of a table by whoever has a ticket, and no device: once, and final. */
import { checkBallot } from '../../shared/ballots.ts';
import { standingOf } from '../../shared/electorate.ts';
import { makeId, makeToken } from '../../shared/ids.ts';
import { refuse } from '../../shared/refusals.ts';
import { can } from '../../shared/rules.ts';
import type { Ballot, VoteRecord } from '../../shared/vote.ts';
import { asCast, inGroup, packBallot } from './ballot.ts';
import type { Hall, Scene } from './hall.ts';
import { ballotSlot } from './secrets.ts';
import { answer, type Answer } from './services.ts';
import { ticketOf } from './tickets.ts';

/** `scene`: of the secretary, who may hand the device round. */
export function castWithTicket(
  hall: Hall,
  scene: Scene,
  vote: VoteRecord,
  { ticket: typed, ballot }: { ticket: string; ballot: Ballot },
): Answer<null> {
  const { settings, state } = vote;
  const { code, register, room } = scene;
  const { store, random } = hall.parts;
  if (!settings.tickets) return refuse('ticket_not_asked');
  const found = ticketOf(scene, typed);
  if (!found.ok) return found;
  const ticket = found.value;
  const key = register.keyOf(vote);
  if (ticket.used?.by === 'phone') return refuse('ticket_used');
  if (register.tickets.hasVoted(key, ticket)) return refuse('ticket_voted');
  const voter = { ...scene.actor, group: ticket.group, duties: [], ticket: true };
  const allowed = can({ type: 'ballot.cast', settings }, voter, { ...scene.facts, vote: state });
  if (!allowed.ok) return allowed;
  const lawful = checkBallot(ballot, settings.method, vote.items);
  if (!lawful.ok) return lawful;
  const kept = packBallot(
    inGroup(asCast(ballot, vote.items), settings.method, ticket.group),
    standingOf(settings, voter),
  );
  hall.transaction(code, () => {
    // Nobody comes back to change it, so nothing leads to its slot, not even the ticket.
    store.box.put(key, ballotSlot(makeToken(random), key), kept);
    register.tickets.enroll(key, vote, ticket, makeId(random));
  });
  room.pulse();
  hall.pokeLeaders(scene);
  return answer(null);
}
