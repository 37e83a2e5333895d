/** Which plans a phase asks for: one for each table, card, team or match, or one for all. */
import type * as Y from 'yjs';
import { matchesOf, type BidLive } from '../../shared/bids.ts';
import { readLive } from '../../shared/document.ts';
import type { PhaseOf } from '../../shared/format.ts';
import { limits } from '../../shared/limits.ts';
import type { Plan } from '../../shared/plans.ts';
import { readSeating, type SeatingOption } from '../../shared/seating.ts';
import { groundOf, itemOn, itemsFrom, type Item } from '../../shared/sources.ts';
import { readTeams } from '../../shared/teams.ts';
import type { Store } from '../store/store.ts';
import { sessionOf } from './board.ts';
import { clip } from './clip.ts';
import type { Register } from './register.ts';
import { allSeated } from './seated.ts';
import type { Held } from './work.ts';

/** What a plan is about and whose it is, before it is made. */
export type Due = Pick<Plan, 'title' | 'table' | 'team' | 'card' | 'match' | 'theme'>;

interface Known {
  store: Store;
  register: Register;
  doc: Y.Doc;
}

const nobodys: Due = { title: '', table: null, team: null, card: null, match: null };

export function duePlans({ store, register, doc }: Known, { phase, run }: Held<PhaseOf<'draft'>>): Due[] {
  const items = phase.of ? itemsFrom(doc, phase.of) : [];
  switch (phase.by) {
    case 'table':
      return atTables(register, seatsIn(store, register.code, doc, { phase, run }));
    case 'team':
      return teamsOf(doc, phase.of ? items : null);
    case 'match':
      return matchesOf(readLive(doc)).map((bid) => ({ ...nobodys, title: titleOfMatch(doc, bid), match: bid.id }));
    case 'bringer':
    case 'facilitator':
    case 'everybody':
      return phase.of ? items.map((item) => about(doc, item)) : [nobodys];
  }
}

/** Each is about what its table chose, where people sit by what they chose. */
function atTables(register: Register, seats: Seats | undefined): Due[] {
  const themeOf = (table: number) => seats?.options.find(({ tables }) => tables.includes(table))?.id;
  return tablesOf(register).map((table) => {
    const theme = themeOf(table);
    return { ...nobodys, table, ...(theme !== undefined && { theme }) };
  });
}

type Seats = { options: readonly Pick<SeatingOption, 'id' | 'tables'>[] };

/** How people sit now: by the seating of this phase, or the last before it. */
function seatsIn(store: Store, code: string, doc: Y.Doc, { phase, run }: Held): Seats | undefined {
  const last = () => allSeated(store, code).at(-1);
  const before = () => (last()?.said ? undefined : last());
  return readSeating(readLive(doc), phase.id, run) ?? before();
}

/** Complete ones, in the newest run of each signing up. */
function teamsOf(doc: Y.Doc, items: readonly Item[] | null): Due[] {
  const { runs } = sessionOf(doc);
  const teams = readTeams(readLive(doc)).filter(({ phase, run, state }) => state === 'complete' && run === runs[phase]);
  const ids = new Set(teams.map(({ item }) => item).filter((id) => items?.some((one) => one.id === id) ?? true));
  return [...ids].map((team) => ({ ...nobodys, title: titleOf(doc, team), team }));
}

/** One lot may have several matches: what was offered tells them apart. */
function titleOfMatch(doc: Y.Doc, { lot, text }: Pick<BidLive, 'lot' | 'text'>): string {
  return clip([titleOf(doc, lot), text].filter(Boolean).join(': '), limits.titleLength);
}

function titleOf(doc: Y.Doc, item: string): string {
  return itemOn(groundOf(doc), item)?.title ?? '';
}

function tablesOf(register: Register): number[] {
  const tables = new Set(register.people.flatMap(({ table }) => table ?? []));
  return [...tables].sort((a, b) => a - b);
}

/** Of an earlier plan a new one takes over whose it is. */
function about(doc: Y.Doc, { id, title }: Item): Due {
  const plan = groundOf(doc).plans.find((one) => one.id === id);
  if (!plan) return { ...nobodys, title, card: id };
  const { table, team, card, match, theme } = plan;
  return { title, table, team, card, match, ...(theme !== undefined && { theme }) };
}
