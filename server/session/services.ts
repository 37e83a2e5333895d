/**
 * What the session side can do, as the HTTP routes call it: one method per command, by noun. Every method first asks
 * `can` (through the desk of the session), then changes document and store in one transaction by `room.change`.
 */
import type * as Api from '../../shared/api.ts';
import type { EditBalance } from '../../shared/api/balance.ts';
import type { FollowSession } from '../../shared/api/following.ts';
import type { ConsoleInfo, ReportInfo } from '../../shared/api/console.ts';
import type * as Matching from '../../shared/api/matching.ts';
import type { Invitation, InvitationList, MakeInvitation } from '../../shared/api/invitations.ts';
import type { Joined, Me } from '../../shared/api/me.ts';
import type { ChangePerson, PeopleList } from '../../shared/api/people.ts';
import type * as Papers from '../../shared/api/papers.ts';
import type * as Tables from '../../shared/api/tables.ts';
import type * as Tickets from '../../shared/api/tickets.ts';
import type { PairList, PublishedBallots, ReasonList, RevealVote, ShowResult } from '../../shared/api/votes.ts';
import type { Format } from '../../shared/format.ts';
import type { SetCheck } from '../../shared/api/checks.ts';
import type { MovePitches } from '../../shared/api/pitches.ts';
import type { OwnAnswers } from '../../shared/api/polls.ts';
import type { GiveReply } from '../../shared/api/replies.ts';
import type { Answers } from '../../shared/polling.ts';
import type { Point, Restored } from '../../shared/points.ts';
import type { Step } from '../../shared/tally/log.ts';
import type { OtherId } from '../../shared/tally/others.ts';
import type { Ballot } from '../../shared/vote.ts';
import type { Language, Refusal } from '../../shared/refusals.ts';
import type { Identity } from '../ports.ts';

export type Answer<T> = { ok: true; value: T } | Refusal;

export function answer<T>(value: T): Answer<T> {
  return { ok: true, value };
}

/** Who asks, of which session. */
export interface Ask {
  code: string;
  identity: Identity;
}

/** A session that was made. */
export interface Founded {
  code: string;
  facilitatorToken: string;
}

/** What the server knows about itself and passes in; `origin` is how this request reached it (`http://host:port`). */
export interface Links {
  of(
    code: string,
    origin: string,
    facilitatorToken?: string,
  ): { participants: string; wall: string; facilitator: string; console: string };
  /** never localhost; the configured public URL first, then the machine's own network addresses */
  addresses(origin: string): string[];
}

export interface Cast {
  ask: Ask;
  /** the voter's raw one: the slot is derived from it and never stored beside the participant */
  token: string;
  phase: string;
  ballot: Ballot;
}

export interface Services {
  sessions: {
    open(input: Api.OpenSession, origin: string): Answer<Founded>;
    /** A finished or prepared session out of an export file; a new code, new tokens. */
    import(file: unknown, origin: string): Answer<Founded>;
    /** Projects, and a vote on them, out of a Pabulib file. `detail` of a refusal: the line and the reason, in words. */
    importPabulib(text: string, asked: { votes: boolean; language: Language }, at: string): Promise<Answer<Founded>>;
    /** Exists, was deleted (`session_deleted`), or never was (`no_session`). */
    exists(code: string): Answer<null>;
    info(code: string, language: Language): Answer<Api.SessionInfo>;
    console(ask: Ask, origin: string): Answer<ConsoleInfo>;
    report(ask: Ask): Answer<ReportInfo>;
    edit(ask: Ask, input: Api.EditSession): Answer<null>;
    start(ask: Ask): Answer<null>; // prepared → lobby
    end(ask: Ask): Answer<null>;
    delete(ask: Ask): Answer<null>;
    /** Makes the copy under a code of its own; the simulation is started by the caller. */
    rehearse(ask: Ask, origin: string): Answer<Founded>;
    /** A session that goes on where this one ended: chosen words come along, nothing of people or votes. */
    follow(ask: Ask, input: FollowSession, origin: string): Answer<Founded>;
    /** Deletes what is past its date. Called at start and every hour. Gives the codes. */
    sweep(): string[];
  };
  people: {
    join(code: string, input: Api.Join): Answer<Joined>;
    /** People who come at the same moment: in one transaction, each with an answer of their own. */
    joinAll(code: string, inputs: readonly Api.Join[]): Answer<Joined>[];
    me(ask: Ask): Answer<Me>;
    edit(ask: Ask, input: { name?: string; group?: string; table?: number | null }): Answer<null>;
    /** Takes own name and own cards out, for good (the participant stays, without them). */
    erase(ask: Ask): Answer<null>;
    signIn(code: string, token: string): Answer<{ id: string; name: string }>;
    invite(ask: Ask, input: { name: string }): Answer<{ id: string; token: string }>;
    withdrawInvitation(ask: Ask, facilitator: string): Answer<null>;
    /** Removes the writer of a card, without telling who it is: tokens stop working, connections end. */
    removeAuthor(ask: Ask, card: string): Answer<null>;
    /** For facilitators: in order of joining. */
    list(ask: Ask): Answer<PeopleList>;
    /** Gives or takes a duty, moves to another group or table. People are named by number: the document shows no other. */
    change(ask: Ask, number: number, input: ChangePerson): Answer<null>;
  };
  balance: {
    /** What facilitators expect, and whom somebody speaks for; `console` tells how it stands. */
    set(ask: Ask, input: EditBalance): Answer<null>;
  };
  invitations: {
    make(ask: Ask, input: MakeInvitation): Answer<{ id: string; token: string }>;
    list(ask: Ask): Answer<InvitationList>;
    withdraw(ask: Ask, id: string): Answer<null>;
    /** What a link gives; `bad_invitation` when it does not work. */
    show(code: string, token: string): Answer<Invitation>;
    /** Takes it, for who takes part already. Taking it again changes nothing. */
    accept(ask: Ask, token: string): Answer<Invitation>;
  };
  formats: {
    /** The session's own, for facilitators: as a file. */
    get(ask: Ask): Answer<{ kantelbordFormat: 1; format: Format }>;
    /** All of it. What has been used stays as it is: `phase_fixed`. */
    set(ask: Ask, format: unknown): Answer<null>;
  };
  phases: {
    move(ask: Ask, input: Api.MovePhase): Answer<{ phase: string | null; run: number; state: string }>;
    timer(ask: Ask, input: Api.SetTimer): Answer<null>;
    screen(ask: Ask, input: Api.SetScreen): Answer<null>;
    lock(ask: Ask, locked: boolean): Answer<null>;
    pause(ask: Ask, paused: boolean): Answer<null>;
    doors(ask: Ask, doors: 'open' | 'shut'): Answer<null>;
    announce(ask: Ask, text: string | null): Answer<null>;
  };
  cards: {
    add(ask: Ask, input: Api.AddCard): Answer<{ id: string }>;
    withdraw(ask: Ask, card: string): Answer<null>;
    return(ask: Ask, card: string): Answer<null>;
    hide(ask: Ask, card: string, reason: string): Answer<null>;
    show(ask: Ask, card: string): Answer<null>;
    merge(ask: Ask, input: Api.MergeCards): Answer<{ id: string }>;
    unmerge(ask: Ask, card: string): Answer<null>;
    judgeHeld(ask: Ask, held: string, verdict: 'admitted' | 'declined'): Answer<null>;
  };
  clusters: {
    dissolve(ask: Ask, cluster: string): Answer<null>;
    /** Undoes a dissolve or a merge. */
    restore(ask: Ask, cluster: string): Answer<null>;
    merge(ask: Ask, cluster: string, into: string): Answer<null>;
  };
  inbox: {
    take(ask: Ask, input: { count: number }): Answer<{ cards: string[]; until: number }>;
    /** Still at work on what one has. */
    renew(ask: Ask): Answer<{ cards: string[]; until: number }>;
    giveBack(ask: Ask): Answer<{ cards: string[]; until: number }>;
  };
  themes: {
    /** "Thema's tot nu toe" on the wall, as they are now; or off it. */
    push(ask: Ask, show: boolean): Answer<null>;
  };
  votes: {
    /** What each of these sees first on a long list, as places in `items`: what was seen least. Null: nothing in particular. */
    first(code: string, asks: readonly { ask: Ask; phase: string }[]): (number[] | null)[];
    paper(ask: Ask, phase: string): Answer<Api.BallotPaper>;
    cast(ask: Ask, token: string, phase: string, ballot: Ballot): Answer<Api.BallotTaken>;
    /** Of one session, in the order they came: in one transaction, each with an answer of its own. */
    castAll(code: string, casts: readonly Cast[]): Answer<Api.BallotTaken>[];
    /** At a table, by its secretary: as the ballot of whose badge it is, and final. */
    castAtTable(ask: Ask, phase: string, input: Tables.SeatBallot): Answer<null>;
    ownBallot(ask: Ask, token: string, phase: string): Answer<Api.BallotPaper>;
    /** In a vote by pairs: those that this person judges. */
    pairs(ask: Ask, token: string, phase: string): Answer<PairList>;
    /** Why people said no, for whoever leads. */
    reasons(ask: Ask, phase: string, run: number): Answer<ReasonList>;
    /** How a result that was revealed came about. */
    steps(ask: Ask, phase: string, run: number): Promise<Answer<{ steps: Step[] }>>;
    /** How the vote of a phase will be held: until it has been. */
    set(ask: Ask, phase: string, input: Api.SetVote): Answer<null>;
    /** Closed for devices; paper and hands are still entered. */
    collect(ask: Ask, phase: string): Answer<null>;
    close(ask: Ask, phase: string): Answer<null>;
    abort(ask: Ask, phase: string): Answer<null>;
    reveal(ask: Ask, phase: string, how?: RevealVote): Answer<null>;
    /** What the wall shows of a result that was revealed, and how far it has told it. */
    show(ask: Ask, phase: string, run: number, input: ShowResult): Answer<null>;
    /** The ballots, when they were revealed too; `not_found` when the totals only were. */
    published(ask: Ask, phase: string, run: number, from: number): Answer<PublishedBallots>;
    /** Counts the same ballots by another rule, and shows it beside the result. */
    compare(ask: Ask, phase: string, run: number, other: OtherId): Promise<Answer<null>>;
    dropOther(ask: Ask, phase: string, run: number, other: string): Answer<null>;
  };
  papers: {
    /** The codes are told here, and never again. */
    print(ask: Ask, phase: string, input: Papers.PrintPapers): Answer<Papers.PrintedPapers>;
    info(ask: Ask, phase: string): Answer<Papers.PapersInfo>;
    look(ask: Ask, phase: string, code: string): Answer<Papers.PaperSeen>;
    /** Counts when a second person enters the same. */
    enter(ask: Ask, phase: string, input: Papers.EnterPaper): Answer<Papers.EntryTaken>;
    setAside(ask: Ask, phase: string, input: Papers.SetPaperAside): Answer<null>;
    enterHands(ask: Ask, phase: string, input: Papers.EnterHands): Answer<Papers.EntryTaken>;
  };
  pitches: {
    /** Into the queue, and out of it again. */
    sign(ask: Ask, item: string): Answer<null>;
    unsign(ask: Ask, item: string): Answer<null>;
    move(ask: Ask, input: MovePitches): Answer<null>;
  };
  polls: {
    give(ask: Ask, token: string, phase: string, answers: Answers): Answer<OwnAnswers>;
    own(ask: Ask, token: string, phase: string): Answer<OwnAnswers>;
    /** Ends the answering, and shows the counts. */
    show(ask: Ask, phase: string): Answer<null>;
  };
  checks: {
    set(ask: Ask, item: string, input: SetCheck): Answer<null>;
  };
  replies: {
    give(ask: Ask, phase: string, item: string, input: GiveReply): Answer<null>;
  };
  tables: {
    /** Where somebody wants to sit; null takes it back. */
    choose(ask: Ask, input: Tables.ChooseTable): Answer<null>;
    /** Seats everybody in the current phase, also when they sit already. */
    draw(ask: Ask): Answer<null>;
    move(ask: Ask, input: Tables.MoveSeat): Answer<null>;
    list(ask: Ask): Answer<Tables.TablesInfo>;
  };
  lots: {
    draw(ask: Ask): Answer<null>;
    /** Oneself; a facilitator names a number. The next reserve of the same group moves up. */
    decline(ask: Ask, input: { number?: number | undefined }): Answer<null>;
  };
  badges: {
    /** The codes are told here, and never again. */
    make(ask: Ask, input: Tables.MakeBadges): Answer<Tables.MadeBadges>;
    renew(ask: Ask, number: number): Answer<Tables.MadeBadges>;
    mark(ask: Ask, input: Tables.MarkBadges): Answer<null>;
  };
  tickets: {
    /** The codes are told here, and never again. */
    make(ask: Ask, input: Tickets.MakeTickets): Answer<Tickets.MadeTickets>;
    list(ask: Ask): Answer<Tickets.TicketBatches>;
    withdraw(ask: Ask, input: Tickets.WithdrawTickets): Answer<Tickets.Withdrawn>;
    /** It is theirs from now on, with its group. Taking it again changes nothing. */
    take(ask: Ask, ticket: string): Answer<Tickets.TicketTaken>;
  };
  teams: {
    join(ask: Ask, phase: string, input: Matching.JoinTeam): Answer<null>;
    leave(ask: Ask, phase: string, input: { item: string }): Answer<null>;
    /** Offers to lead, or no longer. */
    lead(ask: Ask, phase: string, input: Matching.LeadTeam): Answer<null>;
  };
  auction: {
    call(ask: Ask, phase: string, input: Matching.CallLot): Answer<null>;
    /** The clock of the room, in the hands of the auctioneer. */
    clock(ask: Ask, phase: string, input: Api.SetTimer): Answer<null>;
    set(ask: Ask, phase: string, input: Matching.SetMatch): Answer<null>;
  };
  bids: {
    place(ask: Ask, input: Matching.PlaceBid): Answer<{ id: string }>;
    /** By the bringer, or in their name by whoever leads: then it is a match. */
    accept(ask: Ask, bid: string): Answer<null>;
    release(ask: Ask, bid: string): Answer<null>;
    withdraw(ask: Ask, bid: string, reason: string): Answer<null>;
  };
  contacts: {
    give(ask: Ask, match: string, input: { words: string }): Answer<null>;
    withdraw(ask: Ask, match: string): Answer<null>;
  };
  plans: {
    /** The plans of this phase that lack: one's own; for a facilitator all. */
    make(ask: Ask): Answer<{ made: number }>;
    /** Hands it in: its words come to the board. */
    done(ask: Ask, plan: string): Answer<null>;
    reopen(ask: Ask, plan: string): Answer<null>;
  };
  points: {
    list(ask: Ask): Answer<Point[]>;
    /** Makes a point first, so that this can be undone. Not while a vote is open. */
    restore(ask: Ask, point: string): Answer<Restored>;
  };
  exports: {
    /** `hidden`: include hidden and held cards, on explicit choice. Before reveal without totals. */
    session(ask: Ask, hidden: boolean): Answer<unknown>;
    cardsCsv(ask: Ask, hidden: boolean): Answer<string>;
    resultsCsv(ask: Ask): Answer<string>;
    /** All plans in full, as they are this moment. */
    plansMarkdown(ask: Ask): Answer<string>;
    /** Who of the theme team put which card where. */
    groupedCsv(ask: Ask): Answer<string>;
    matchesCsv(ask: Ask): Answer<string>;
    teamsCsv(ask: Ask): Answer<string>;
    /** The ballots of a vote that was revealed, of every method. */
    ballotsJson(ask: Ask, phase: string, run: number): Answer<unknown>;
    ballotsCsv(ask: Ask, phase: string, run: number): Answer<string>;
    /** Of a budget vote. */
    pabulib(ask: Ask, phase: string, run: number): Answer<string>;
  };
}
