/** Simulated people sign up for working groups, bid at an auction and on a market, and accept what was bid on their own ideas. */
import type { Me } from '../../shared/api/me.ts';
import type { PhaseOf } from '../../shared/format.ts';
import type { BidKind } from '../../shared/phases/match.ts';
import { itemsFrom, type Item } from '../../shared/sources.ts';
import ideas from './ideas.json';
import pledges from './pledges.json';
import type { Lead } from './speaking.ts';
import type { Visitor } from './visitor.ts';

interface Matching {
  visitors: readonly Visitor[];
  lead: Lead;
  chance(): number;
  /** acts spread over the time there is for them */
  paced(count: number, act: (index: number) => unknown): Promise<void>;
}

/** As many lots as an evening has time for, and bids on each. */
const lotsAtMost = 9;
const bidsOnALot = 4;
const teamsAtMost = 8;

export async function match(phase: PhaseOf<'match'>, matching: Matching): Promise<void> {
  const items = itemsFrom(matching.visitors[0]!.doc, phase.of);
  if (items.length === 0) return;
  if (phase.way === 'teams') return signUp(phase.id, items, matching);
  return phase.way === 'auction' ? auction(phase, items, matching) : market(phase, items, matching);
}

/** A few ideas draw most people. */
async function signUp(phase: string, items: readonly Item[], { visitors, chance, paced }: Matching): Promise<void> {
  const few = Math.min(items.length, teamsAtMost);
  const led = new Set<string>();
  await paced(visitors.length, async (index) => {
    const visitor = visitors[index]!;
    const item = items[Math.floor(chance() ** 2 * few)]!.id;
    await visitor.command('POST', `/teams/${phase}/join`, { item });
    if (led.has(item)) return;
    led.add(item);
    await visitor.command('POST', `/teams/${phase}/lead`, { item, lead: true });
  });
}

async function auction(phase: PhaseOf<'match'> & Bidding, items: readonly Item[], matching: Matching): Promise<void> {
  const { lead, paced } = matching;
  const bringers = await bringersOf(matching.visitors);
  const call = (step: string, lot?: string) => lead(`/auctions/${phase.id}/call`, { call: step, ...(lot && { lot }) });
  await paced(Math.min(items.length, lotsAtMost), async (index) => {
    const lot = items[index]!;
    await call('open', lot.id);
    await bidAndAccept(phase, lot, index, bringers, matching);
    for (const step of ['once', 'twice', 'sold']) await call(step);
  });
}

async function market(phase: PhaseOf<'match'> & Bidding, items: readonly Item[], matching: Matching): Promise<void> {
  const bringers = await bringersOf(matching.visitors);
  const stalls = items.slice(0, lotsAtMost);
  await matching.paced(stalls.length, (index) => bidAndAccept(phase, stalls[index]!, index, bringers, matching));
}

type Bidding = { id: string; bids: readonly BidKind[] };

/** Others bid what the bundled pledges say; whoever brought it takes the first, and the facilitator for who has no device. */
async function bidAndAccept(
  { id: phase, bids }: Bidding,
  lot: Item,
  round: number,
  bringers: ReadonlyMap<string, readonly Visitor[]>,
  { visitors, lead }: Matching,
): Promise<void> {
  const [bringer, ...more] = bringers.get(lot.id) ?? [];
  const others = visitors.filter((visitor) => visitor !== bringer && !more.includes(visitor));
  const offers = pledgesFor(lot, round, bids);
  const made: string[] = [];
  for (const [n, { kind, text }] of offers.entries()) {
    const bidder = others[(round * bidsOnALot + n) % others.length];
    if (!bidder) return;
    const { id } = await bidder.command<{ id: string }>('POST', '/bids', { phase, lot: lot.id, kind, text });
    made.push(id);
  }
  const [first] = made;
  if (!first) return;
  const path = `/bids/${first}/accept`;
  await (bringer ? bringer.command('POST', path) : lead(path));
}

/** What was meant for this idea first, then whatever comes. */
function pledgesFor(lot: Item, round: number, bids: readonly BidKind[]) {
  const idea = ideas.ideas.find(({ title }) => title.trim() === lot.title)?.id;
  const asked = pledges.pledges.filter(({ kind }) => kind !== 'money' && (bids as readonly string[]).includes(kind));
  const meant = asked.filter((pledge) => pledge.idea === idea);
  const rest = asked.filter((pledge) => pledge.idea !== idea);
  const from = (round * bidsOnALot) % Math.max(1, rest.length);
  return [...meant, ...rest.slice(from), ...rest].slice(0, bidsOnALot);
}

/** Lot → who brought it, as far as they are among these: each asks for themselves. */
async function bringersOf(visitors: readonly Visitor[]): Promise<Map<string, Visitor[]>> {
  const bringers = new Map<string, Visitor[]>();
  for (const visitor of visitors) {
    const { matching } = await visitor.command<Me>('GET', '/me');
    for (const lot of matching.lots) bringers.set(lot, [...(bringers.get(lot) ?? []), visitor]);
  }
  return bringers;
}
