/** People sign up for working groups, bid at an auction and on a market, accept what was bid on their own ideas, and say how to reach them. */
import { readLive } from '../../shared/document.ts';
import type { PhaseOf } from '../../shared/format.ts';
import type { BidKind } from '../../shared/phases/match.ts';
import { itemsFrom, type Item } from '../../shared/sources.ts';
import { teamsOf } from '../../shared/teams.ts';
import type { Crew } from './crew.ts';
import { ideas } from './ideas.ts';
import { bringersOf } from './owners.ts';
import pledges from './pledges.json' with { type: 'json' };
import type { Visitor } from './visitor.ts';

/** As many lots as an evening has time for, and bids on each. */
const lotsAtMost = 9;
const bidsOnALot = 4;
const teamsAtMost = 10;

type Match = PhaseOf<'match'>;
type Bidding = Extract<Match, { way: 'auction' | 'market' }>;

export async function match(phase: Match, crew: Crew): Promise<void> {
  const items = itemsFrom(crew.doc, phase.of);
  if (items.length === 0) return;
  if (phase.way === 'teams') return signUp(phase, items, crew);
  return phase.way === 'auction' ? auction(phase, items, crew) : market(phase, items, crew);
}

/** First each of the teams gets who it needs, then a few draw most people; the first of a team offers to lead. */
async function signUp(phase: Extract<Match, { way: 'teams' }>, items: readonly Item[], crew: Crew): Promise<void> {
  const { guests, session } = crew;
  const few = Math.min(items.length, teamsAtMost, Math.max(1, Math.floor(guests.length / phase.minTeam)));
  const led = new Set([...teamsOf(readLive(crew.doc), phase.id, session.run).keys()]);
  await crew.pace.crowd(guests.length, async (index) => {
    const visitor = guests[index]!;
    const at = index < few * phase.minTeam ? index % few : Math.floor(crew.chance() ** 2 * few);
    const item = items[at]!.id;
    const leads = !led.has(item);
    led.add(item);
    await visitor.command('POST', `/teams/${phase.id}/join`, { item });
    if (leads) await visitor.command('POST', `/teams/${phase.id}/lead`, { item, lead: true });
  });
}

async function auction(phase: Bidding, items: readonly Item[], crew: Crew): Promise<void> {
  const bringers = await bringersOf(crew);
  const [auctioneer = crew.lead] = crew.doing('auctioneer');
  const call = (step: string, lot?: string) =>
    auctioneer.command('POST', `/auctions/${phase.id}/call`, { call: step, ...(lot && { lot }) });
  const steps = items
    .slice(0, lotsAtMost)
    .flatMap((lot, index): Step[] => [
      () => call('open', lot.id),
      ...bidding(phase, lot, index, bringers, crew),
      ...['once', 'twice', 'sold'].map((step) => () => call(step)),
    ]);
  await crew.pace.each(steps.length, (index) => steps[index]!());
}

async function market(phase: Bidding, items: readonly Item[], crew: Crew): Promise<void> {
  const bringers = await bringersOf(crew);
  const steps = items.slice(0, lotsAtMost).flatMap((stall, index) => bidding(phase, stall, index, bringers, crew));
  await crew.pace.each(steps.length, (index) => steps[index]!());
}

type Step = () => Promise<unknown>;

/** Others bid what the bundled pledges say; whoever brought it takes the first, and the facilitator for who has no device. */
function bidding(
  { id: phase, bids }: Bidding,
  lot: Item,
  round: number,
  bringers: ReadonlyMap<string, readonly Visitor[]>,
  crew: Crew,
): Step[] {
  const own = bringers.get(lot.id) ?? [];
  const partners = crew.doing('partner');
  const others = [...partners, ...crew.guests.filter((one) => !partners.includes(one))].filter(
    (one) => !own.includes(one),
  );
  if (others.length === 0) return [];
  const offers = pledgesFor(lot, round, bids).map(({ kind, text }, n) => {
    return { kind, text, bidder: others[(round * bidsOnALot + n) % others.length]! };
  });
  const made: string[] = [];
  const offered = offers.map(({ kind, text, bidder }): Step => async () => {
    const { id } = await bidder.command<{ id: string }>('POST', '/bids', { phase, lot: lot.id, kind, text });
    made.push(id);
  });
  const accepted: Step = async () => {
    const [match] = made;
    const [bringer] = own;
    if (match === undefined) return;
    await (bringer ?? crew.lead).command('POST', `/bids/${match}/accept`, {});
    if (bringer) for (const side of [bringer, offers[0]!.bidder]) await reachable(side, match);
  };
  return [...offered, accepted];
}

/** How the other side can reach them; they say so themselves. */
function reachable(side: Visitor, match: string): Promise<unknown> {
  const words = `06 12 34 5${String(side.number).padStart(3, '0')}`;
  return side.command('PUT', `/matches/${match}/contact`, { words });
}

/** What was meant for this idea first, then whatever comes. */
function pledgesFor(lot: Item, round: number, bids: readonly BidKind[]) {
  const idea = ideas.find(({ title }) => title.trim() === lot.title)?.id;
  const asked = pledges.pledges.filter(({ kind }) => kind !== 'money' && (bids as readonly string[]).includes(kind));
  const meant = asked.filter((pledge) => pledge.idea === idea);
  const rest = asked.filter((pledge) => pledge.idea !== idea);
  const from = (round * bidsOnALot) % Math.max(1, rest.length);
  return [...meant, ...rest.slice(from), ...rest].slice(0, bidsOnALot);
}
