import { makeAuction } from './auction.ts';
import { makeBids } from './bids.ts';
import { makeBadges } from './badges.ts';
import { makeBalance } from './balance.ts';
import { makeCards } from './cards.ts';
import { makeChecks } from './checks.ts';
import { makeClusters } from './clusters.ts';
import { makeContacts } from './contacts.ts';
import { countLater } from './counter.ts';
import { makeExports } from './exports.ts';
import { makeInvitations } from './invitations.ts';
import { makeFormats } from './formats.ts';
import { Hall, type HallParts } from './hall.ts';
import { makeInbox } from './inbox.ts';
import { makeLots } from './lots.ts';
import { plan } from './opening.ts';
import { makeRestoring } from './restoring.ts';
import { makePapers } from './papers.ts';
import { makePeople } from './people.ts';
import { makePhases } from './phases.ts';
import { makePitches } from './pitches.ts';
import { makePolls } from './polls.ts';
import { makeReplies } from './replies.ts';
import type { Services } from './services.ts';
import { makeSessions } from './sessions.ts';
import { makeTeams } from './teams.ts';
import { makeThemes } from './themes.ts';
import { makeTables } from './tables.ts';
import { makeTickets } from './tickets.ts';
import { makePlanServices } from './plans.ts';
import { tellOfPlans } from './telling.ts';
import { makeVotes } from './votes.ts';

/** All that the session side can do. `stop` calls off what was planned, when the server ends. */
export function makeServices(parts: HallParts): Services & { stop(): void } {
  const hall = new Hall(parts);
  // A vote that was about to open when the server stopped, opens all the same; one that was being counted is.
  parts.door.registers.onLoad = (register) => {
    for (const vote of register.votes) {
      if (vote.state === 'opening') plan(hall, register.code, vote);
      if (vote.state === 'closed') countLater(hall, register.code, vote);
    }
  };
  tellOfPlans(hall);
  return {
    sessions: makeSessions(hall),
    people: makePeople(hall),
    invitations: makeInvitations(hall),
    balance: makeBalance(hall),
    formats: makeFormats(hall),
    phases: makePhases(hall),
    cards: makeCards(hall),
    clusters: makeClusters(hall),
    inbox: makeInbox(hall),
    themes: makeThemes(hall),
    votes: makeVotes(hall),
    papers: makePapers(hall),
    teams: makeTeams(hall),
    auction: makeAuction(hall),
    bids: makeBids(hall),
    contacts: makeContacts(hall),
    pitches: makePitches(hall),
    polls: makePolls(hall),
    checks: makeChecks(hall),
    replies: makeReplies(hall),
    tables: makeTables(hall),
    lots: makeLots(hall),
    badges: makeBadges(hall),
    tickets: makeTickets(hall),
    plans: makePlanServices(hall),
    points: makeRestoring(hall),
    exports: makeExports(hall),
    stop: () => hall.stop(),
  };
}
