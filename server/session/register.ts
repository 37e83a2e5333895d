/**
 * What a session's rules need to know and its document does not say, in memory: who takes part, who wrote what, which votes
 * there are. Every verb writes the store first and memory after. When a transaction fails memory is wrong: `Registers.forget`.
 */
import { voteKey } from '../../shared/document.ts';
import { isPerTable } from '../../shared/electorate.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import type { FacilitatorRow, ParticipantRow, RunKey, Store } from '../store/store.ts';
import { Authors } from './authors.ts';
import { Collected } from './collected.ts';
import { HandedOut } from './handedout.ts';
import { TicketBook } from './ticketbook.ts';
import { countedId, countRoll, decides, isOpen, voterOf, votersAmong, votes } from './voters.ts';
import { leader } from './who.ts';

type PersonChange = Parameters<Store['participants']['change']>[2];

export class Register {
  readonly code: string;
  readonly authors: Authors;
  readonly badges: HandedOut;
  readonly collected: Collected;
  readonly tickets: TicketBook;
  readonly #store: Store;
  readonly #participants = new Map<string, ParticipantRow>();
  readonly #facilitators = new Map<string, FacilitatorRow>();
  /** hash of a token → who; hash of a join id → who */
  readonly #tokens = new Map<string, string>();
  readonly #joins = new Map<string, string>();
  readonly #joinedAt = new Map<string, number>();
  readonly #votes = new Map<string, VoteRecord>();
  readonly #voted = new Map<string, number>();
  readonly #electorates = new Map<string, number>();

  constructor(store: Store, code: string) {
    this.#store = store;
    this.code = code;
    this.authors = new Authors(store, code);
    this.badges = new HandedOut(store, code);
    this.collected = new Collected(store, code);
    this.tickets = new TicketBook(store, code, this.badges);
    for (const row of store.participants.of(code)) this.#keepParticipant(row);
    for (const row of store.facilitators.of(code)) this.#keepFacilitator(row);
    for (const vote of store.votes.of(code)) {
      const [name, key] = [voteKey(vote.phase, vote.run), this.keyOf(vote)];
      this.#votes.set(name, vote);
      this.#voted.set(name, countRoll(store.roll, key, vote, this.#participants.values(), this.tickets.voted(vote)));
      this.#electorates.set(name, store.votes.electorate(key));
    }
  }

  // ── People ────────────────────────────────────────────────────────────────────────────────────────────────────────

  participant(id: string): ParticipantRow | undefined {
    return this.#participants.get(id);
  }

  /** Everybody who joined and was not removed. A badge that nobody has yet is nobody. */
  get people(): ParticipantRow[] {
    return this.seats.filter(({ id }) => this.badges.of(id) !== 'printed');
  }

  /** With the badges that nobody has yet. */
  get seats(): ParticipantRow[] {
    return [...this.#participants.values()].filter((row) => !row.removed);
  }

  /** Somebody who sits there has the duty to write for the table. */
  hasSecretary(table: number): boolean {
    return this.people.some((row) => row.table === table && row.duties.includes('secretary'));
  }

  get facilitators(): FacilitatorRow[] {
    return [...this.#facilitators.values()];
  }

  facilitator(who: string): FacilitatorRow | undefined {
    return this.#facilitators.get(who);
  }

  byToken(tokenHash: string): string | undefined {
    return this.#tokens.get(tokenHash);
  }

  byJoin(joinHash: string): ParticipantRow | undefined {
    return this.#participants.get(this.#joins.get(joinHash) ?? '');
  }

  /** The number the next newcomer gets. */
  get nextSeat(): number {
    return this.#participants.size + 1;
  }

  addParticipant(row: ParticipantRow, at: number): void {
    this.#store.participants.add(row);
    this.#keepParticipant(row);
    this.#joinedAt.set(row.id, at);
  }

  /** Server time of joining; 0 when that was before the session came into memory. */
  joinedAt(id: string): number {
    return this.#joinedAt.get(id) ?? 0;
  }

  changeParticipant(id: string, change: PersonChange): void {
    const row = this.#participants.get(id);
    if (!row) return;
    this.#store.participants.change(this.code, id, change);
    this.#tokens.delete(row.tokenHash);
    this.#joins.delete(row.joinHash);
    this.#keepParticipant({ ...row, ...change });
  }

  /** A seat of somebody who did something counts, also when its device is gone. */
  noteAct(who: string): void {
    if (this.#participants.get(who)?.acted === false) this.changeParticipant(who, { acted: true });
  }

  addFacilitator(row: FacilitatorRow): void {
    this.#store.facilitators.add(row);
    this.#keepFacilitator(row);
  }

  removeFacilitator(row: FacilitatorRow): void {
    this.#store.facilitators.remove(this.code, row.id);
    this.#facilitators.delete(leader(row.id));
    this.#tokens.delete(row.tokenHash);
  }

  // ── Cards ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  setAuthor(card: string, who: string): void {
    this.authors.set(card, who);
    this.noteAct(who);
  }

  // ── Votes ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  keyOf({ phase, run }: { phase: string; run: number }): RunKey {
    return { session: this.code, phase, run };
  }

  get votes(): VoteRecord[] {
    return [...this.#votes.values()];
  }

  vote(phase: string, run: number): VoteRecord | undefined {
    return this.#votes.get(voteKey(phase, run));
  }

  /** The newest run of a phase, or the newest of those that fit. */
  newestVote(phase: string, fits: (vote: VoteRecord) => boolean = () => true): VoteRecord | undefined {
    const runs = this.votes.filter((vote) => vote.phase === phase && fits(vote));
    return runs.sort((a, b) => b.run - a.run)[0];
  }

  /** Votes that take ballots now or soon, or whose paper is still entered. */
  get openVotes(): VoteRecord[] {
    return this.votes.filter(isOpen);
  }

  putVote(vote: VoteRecord): void {
    this.#store.votes.put(this.keyOf(vote), vote);
    this.#votes.set(voteKey(vote.phase, vote.run), vote);
  }

  /** A vote that begins: everybody who takes part has the right to vote, but who only observes. Who joins later is admitted. */
  beginVote(vote: VoteRecord): void {
    this.putVote(vote);
    const people = this.people.filter(({ id }) => this.tickets.isCounted(vote, id));
    this.setElectorate(vote, votersAmong(people, vote) + this.tickets.votersIn(vote));
  }

  /** Somebody more has the right to vote in whatever is open and theirs to decide; `was`: as they were before. It never shrinks. */
  admitVoter(row: ParticipantRow, was?: ParticipantRow): void {
    for (const vote of this.openVotes.filter(
      (one) => one.state !== 'collecting' && votes(one, row) && !(was && votes(one, was)),
    )) {
      if (!this.tickets.isCounted(vote, row.id)) continue;
      if (isPerTable(vote.settings) || this.#store.records.get(this.code, 'counted', countedId(vote, row))) continue;
      this.setElectorate(vote, this.electorate(vote) + 1);
    }
  }

  /** Somebody with the right to vote does without it from now on. When they come back they are not counted again. */
  setAside(row: ParticipantRow, after?: ParticipantRow): void {
    const had = (one: VoteRecord) => one.state === 'open' && votes(one, row) && !(after && votes(one, after));
    for (const vote of this.openVotes.filter(had)) {
      this.#store.records.put({ session: this.code, kind: 'counted', id: countedId(vote, row), value: true });
    }
  }

  electorate(vote: VoteRecord): number {
    return this.#electorates.get(voteKey(vote.phase, vote.run)) ?? 0;
  }

  /**
   * Before what depends on it: it holds whoever voted, and while devices vote the tables that people found since. It never
   * shrinks.
   */
  growElectorate(vote: VoteRecord): void {
    const tables = isPerTable(vote.settings) && vote.state !== 'collecting' ? votersAmong(this.people, vote) : 0;
    const now = Math.max(tables, this.voted(vote));
    if (now > this.electorate(vote)) this.setElectorate(vote, now);
  }

  setElectorate(vote: VoteRecord, size: number): void {
    this.#store.votes.setElectorate(this.keyOf(vote), size);
    this.#electorates.set(voteKey(vote.phase, vote.run), size);
  }

  /** How many of those who decide have voted: turnout, which everybody may know. On the roll, on paper and with hands. */
  voted(vote: VoteRecord): number {
    return this.#onRoll(vote) + this.collected.voted(vote) + this.tickets.voted(vote);
  }

  readonly #onRoll = ({ phase, run }: VoteRecord) => this.#voted.get(voteKey(phase, run)) ?? 0;

  hasVoted(vote: VoteRecord, who: string): boolean {
    const voter = this.voterOf(vote, who);
    return voter !== null && this.#store.roll.has(this.keyOf(vote), voter);
  }

  /** As whom this person is on the roll: as themselves, or as their table; null: at no table. */
  voterOf(vote: VoteRecord, who: string): string | null {
    return voterOf(vote, { id: who, table: this.#participants.get(who)?.table ?? null });
  }

  /** A ballot that can not be changed any more: it was given at a table. */
  isFinal(vote: VoteRecord, who: string): boolean {
    return this.#store.roll.isFinal(this.keyOf(vote), who);
  }

  /** Of somebody who is on the roll. */
  makeFinal(vote: VoteRecord, who: string): void {
    this.#store.roll.add(this.keyOf(vote), who, true);
  }

  /** False when this person was on the roll already. */
  enroll(vote: VoteRecord, who: string): boolean {
    const voter = this.voterOf(vote, who);
    if (voter === null || this.hasVoted(vote, who)) return false;
    this.#store.roll.add(this.keyOf(vote), voter);
    const row = this.#participants.get(who);
    if (!row || !decides(vote, row)) return true;
    this.#voted.set(voteKey(vote.phase, vote.run), this.#onRoll(vote) + 1);
    // hands may have been counted that were not those of whoever sits there
    this.setElectorate(vote, Math.max(this.electorate(vote), this.voted(vote)));
    return true;
  }

  clearRoll(vote: VoteRecord): void {
    this.#store.roll.clear(this.keyOf(vote));
    this.collected.clear(vote);
    this.tickets.clearRoll(vote);
    this.#voted.set(voteKey(vote.phase, vote.run), 0);
  }

  // ── Memory ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #keepParticipant(row: ParticipantRow): void {
    this.#participants.set(row.id, row);
    this.#tokens.set(row.tokenHash, row.id);
    this.#joins.set(row.joinHash, row.id);
  }

  #keepFacilitator(row: FacilitatorRow): void {
    this.#facilitators.set(leader(row.id), row);
    this.#tokens.set(row.tokenHash, leader(row.id));
  }
}
