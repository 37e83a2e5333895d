/** What of the signing up and bidding is somebody's own: for the rules, and for `/me`. */
import type * as Y from 'yjs';
import type { OwnMatchingInfo } from '../../shared/api/matching.ts';
import { matchesOf, readFloors, type BidLive } from '../../shared/bids.ts';
import { readLive } from '../../shared/document.ts';
import { phaseOf } from '../../shared/format.ts';
import type { OwnMatching } from '../../shared/matchfacts.ts';
import { readPlans } from '../../shared/plans.ts';
import type { Role } from '../../shared/model.ts';
import { groundOf, itemsOn } from '../../shared/sources.ts';
import type { Store } from '../store/store.ts';
import { bidRows } from './bidrows.ts';
import { sessionOf } from './board.ts';
import { bringersOf } from './bringers.ts';
import type { Register } from './register.ts';
import { teamRows } from './teamrows.ts';

export function ownMatching(store: Store, register: Register, doc: Y.Doc, who: string): OwnMatching {
  return {
    teams: teamsOfPerson(store, register.code, who),
    bids: bidRows(store, register.code).flatMap(({ by, id }) => (by === who ? [id] : [])),
    brings: (item) => bringersOf(store, register, doc, item).includes(who),
  };
}

/** Most people have nothing of it: then nothing is looked up. */
export function matchingOf(
  store: Store,
  { register, doc, identity: { role }, who }: { register: Register; doc: Y.Doc; identity: { role: Role }; who: string },
): OwnMatchingInfo {
  const { code } = register;
  if (role !== 'participant') return { teams: [], bids: [], lots: [], contacts: [], off: [] };
  const live = readLive(doc);
  const rows = bidRows(store, code);
  const mine = rows.filter(({ by }) => by === who);
  const lots = lotsOf(store, register, doc, who);
  const withdrawn = rows.filter(({ state, reason, by, lot }) => {
    return state === 'withdrawn' && reason !== null && (by === who || lots.includes(lot));
  });
  return {
    teams: teamsOfPerson(store, code, who),
    bids: mine.filter(({ state }) => state !== 'withdrawn').map(({ id }) => id),
    lots,
    contacts: contactsOf(
      store,
      code,
      matchesOf(live).flatMap((match) => {
        const side = mine.some(({ id }) => id === match.id) ? 'bidder' : lots.includes(match.lot) ? 'bringer' : null;
        return side ? [{ match, side } as const] : [];
      }),
    ),
    off: withdrawn.map(({ lot, text, reason }) => ({ lot, text, reason: reason ?? '' })),
  };
}

/** Items this person brought, of the auctions and markets that were held. */
function lotsOf(store: Store, register: Register, doc: Y.Doc, who: string): string[] {
  const floors = readFloors(readLive(doc));
  if (floors.length === 0 || (register.authors.cardsOf(who).size === 0 && readPlans(doc).length === 0)) return [];
  const ground = groundOf(doc);
  const { format } = sessionOf(doc);
  const held = new Set(floors.map(({ phase }) => phase));
  const items = [...held].flatMap((id) => {
    const phase = phaseOf(format, id);
    return phase?.kind === 'match' ? itemsOn(ground, phase.of) : [];
  });
  return [...new Set(items.map(({ id }) => id))].filter((id) => bringersOf(store, register, doc, id).includes(who));
}

function teamsOfPerson(store: Store, code: string, who: string): OwnMatchingInfo['teams'] {
  return teamRows(store, code).flatMap(({ phase, run, item, members, lead }) => {
    const me = members.find((member) => member.who === who);
    return me ? [{ phase, run, item, lead: lead === who, show: me.show }] : [];
  });
}

/** What the other side wrote, only when this side wrote something too. One's own words are not sent back: others may share a side. */
function contactsOf(
  store: Store,
  code: string,
  matches: readonly { match: BidLive; side: 'bringer' | 'bidder' }[],
): OwnMatchingInfo['contacts'] {
  if (matches.length === 0) return [];
  const all = store.contacts.of(code);
  return matches.map(({ match: { id: match }, side }) => {
    const here = all.filter((row) => row.match === match);
    const own = here.find((row) => row.side === side);
    const other = here.find((row) => row.side !== side);
    return {
      match,
      given: own ? { deleteAt: own.deleteAt } : null,
      waits: other !== undefined,
      theirs: own && other ? other.words : null,
    };
  });
}
