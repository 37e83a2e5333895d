/** The tickets of a session, in memory and in the store: which there are, and what became of each. The codes are in neither. */
import { voteKey } from '../../shared/document.ts';
import { standingOf } from '../../shared/electorate.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import type { RunKey, Store } from '../store/store.ts';
import type { HandedOut } from './handedout.ts';

export interface Ticket {
  /** hash of its code */
  id: string;
  group: string;
  /** tickets of one group that were made together have one number */
  batch: number;
  madeAt: number;
  /** phone: taken by a participant, whose it is from then on. table: voted at the device of a table. */
  used: { by: 'phone'; who: string } | { by: 'table'; voter: string } | null;
  withdrawn: boolean;
}

const kind = 'ticket';
/** Per run: how many voted with a ticket at a table and decide. A number, which stays when the tickets go. */
const tablesKind = 'ticketvotes';

export class TicketBook {
  readonly #store: Store;
  readonly #code: string;
  readonly #badges: HandedOut;
  readonly #tickets = new Map<string, Ticket>();
  readonly #holders = new Map<string, string>();
  readonly #voted = new Map<string, number>();

  constructor(store: Store, code: string, badges: HandedOut) {
    this.#badges = badges;
    this.#store = store;
    this.#code = code;
    for (const { id, value } of store.records.of(code, kind)) this.#keep({ ...(value as Omit<Ticket, 'id'>), id });
    for (const { id, value } of store.records.of(code, tablesKind)) this.#voted.set(id, value as number);
  }

  get all(): Ticket[] {
    return [...this.#tickets.values()];
  }

  get(id: string): Ticket | undefined {
    return this.#tickets.get(id);
  }

  /** The ticket somebody took that still gives them a vote. */
  of(who: string): Ticket | undefined {
    const ticket = this.#tickets.get(this.#holders.get(who) ?? '');
    return ticket?.withdrawn ? undefined : ticket;
  }

  /** Has what a vote with tickets asks for: a ticket, or a badge instead. */
  gives(who: string): boolean {
    return this.#badges.of(who) !== null || this.of(who) !== undefined;
  }

  /** Whether somebody counts as a voter themselves: where tickets are asked for those are counted, and whoever has a badge. */
  isCounted({ settings }: Pick<VoteRecord, 'settings'>, who: string): boolean {
    return !settings.tickets || (this.#badges.of(who) === 'in' && !this.of(who));
  }

  put(ticket: Ticket): void {
    const { id, ...value } = ticket;
    this.#store.records.put({ session: this.#code, kind, id, value });
    this.#keep(ticket);
  }

  /** All of them, when there will be no more votes. */
  clear(): void {
    this.#store.records.clear(this.#code, kind);
    this.#tickets.clear();
    this.#holders.clear();
  }

  /** How many of these tickets decide in a vote, used or not. */
  votersIn({ settings }: Pick<VoteRecord, 'settings'>, tickets: readonly Ticket[] = this.all): number {
    if (!settings.tickets) return 0;
    return tickets.filter(({ withdrawn, group }) => !withdrawn && decides(settings, group)).length;
  }

  // ── At the device of a table ──────────────────────────────────────────────────────────────────────────────────────

  hasVoted(key: RunKey, { used }: Ticket): boolean {
    return used?.by === 'table' && this.#store.roll.has(key, onRoll(used.voter));
  }

  /** Once, and final. `voter`: a name for the roll, that says nothing. */
  enroll(key: RunKey, { settings }: VoteRecord, ticket: Ticket, voter: string): void {
    const name = ticket.used?.by === 'table' ? ticket.used.voter : voter;
    this.#store.roll.add(key, onRoll(name), true);
    this.put({ ...ticket, used: { by: 'table', voter: name } });
    if (!decides(settings, ticket.group)) return;
    const id = voteKey(key.phase, key.run);
    const value = this.voted(key) + 1;
    this.#store.records.put({ session: this.#code, kind: tablesKind, id, value });
    this.#voted.set(id, value);
  }

  /** How many voted with a ticket at a table, and decide. */
  voted({ phase, run }: Pick<RunKey, 'phase' | 'run'>): number {
    return this.#voted.get(voteKey(phase, run)) ?? 0;
  }

  /** With the roll of a vote that was aborted. */
  clearRoll({ phase, run }: Pick<RunKey, 'phase' | 'run'>): void {
    this.#store.records.remove(this.#code, tablesKind, voteKey(phase, run));
    this.#voted.delete(voteKey(phase, run));
  }

  #keep(ticket: Ticket): void {
    this.#tickets.set(ticket.id, ticket);
    if (ticket.used?.by === 'phone' && !ticket.withdrawn) this.#holders.set(ticket.used.who, ticket.id);
  }
}

function decides(settings: VoteRecord['settings'], group: string): boolean {
  return standingOf(settings, { group, duties: [], ticket: true }) === 'decides';
}

const onRoll = (voter: string) => `ticket:${voter}`;
