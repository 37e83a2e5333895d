/** An evening that never ends: everything that people do, on a board that stays as large as it is. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { limits } from '../../../shared/limits.ts';
import { cardsMap, readCards } from '../../../shared/document.ts';
import type { ConsoleInfo } from '../../../shared/api/console.ts';
import { must } from '../../support/people.ts';
import { Client } from '../client.ts';
import { inParallel } from '../crowd.ts';
import type { Board } from '../servers/server.ts';
import { cardsOnBoard, Person, type Tally } from './person.ts';

/** seconds of each phase; then the first again */
const programme = [
  ['pitch', 20],
  ['cluster', 15],
  ['vote', 10],
] as const;
/** for every so many people one is doing something */
const oneActiveIn = 20;
/** ms: somebody goes for good and somebody else comes; a card is hidden, and the one before shown again */
const turnover = 5_000;
const moderation = 2_000;
/** one in so many leaves nothing behind */
const erasing = 4;
/** one vote in so many is closed and counted, the others are stopped; only the first result is shown */
const counting = 3;
/** seats of people who did something are never given away */
const seats = limits.participantsPerSession - 100;
const knocking = 16;
/** bytes of what is known of somebody who joined */
const seat = 200;

export class Churn {
  readonly tally: Tally = {
    took: [],
    acts: { made: 0, reloads: 0, letters: 0, moves: 0, ballots: 0, withdrawn: 0 },
  };
  /** what was refused or failed, by what was said; some is to be expected when the phase changes */
  readonly troubles = new Map<string, number>();
  votes = 0;
  /** bytes of the papers of those that were counted */
  #papers = 0;
  joined = 0;
  readonly #board: Board;
  readonly #random: () => number;
  readonly #doc = new Y.Doc();
  readonly #verifier: Promise<Client>;
  readonly #people: Person[] = [];
  readonly #busy = new Set<Person>();
  #phase = 'pitch';
  #over = false;

  constructor(board: Board, random: () => number) {
    this.#board = board;
    this.#random = random;
    this.#verifier = this.#follow();
  }

  /** What there is, as one who only looks has it. */
  get board() {
    return {
      cards: cardsOnBoard(this.#doc),
      everMade: cardsMap(this.#doc).size,
      ids: Y.decodeStateVector(Y.encodeStateVector(this.#doc)).size,
    };
  }

  /** Bytes of what people made: what the facilitator can take home, the votes that are not shown yet, and who was there. */
  async content(): Promise<number> {
    const { base, code, facilitator } = this.#board.evening!;
    const get = (path: string) => must<object>(base, 'GET', `/sessions/${code}${path}`, facilitator);
    const [file, log] = await Promise.all([get('/export/session.json?hidden=true'), get('/console')]);
    const { audit } = log as ConsoleInfo;
    return JSON.stringify([file, audit]).length + this.#papers + this.joined * seat;
  }

  async gather(count: number): Promise<void> {
    await this.#verifier;
    await inParallel(count, knocking, async () => void this.#people.push(await this.#newcomer()));
  }

  /** Until `stop`. */
  async run(): Promise<void> {
    const wanted = cardsOnBoard(this.#doc) + Math.ceil(this.#people.length / 2);
    const active = Math.max(2, Math.ceil(this.#people.length / oneActiveIn));
    const work = Array.from({ length: active }, () => this.#repeat(() => this.#somebody(wanted)));
    const come = this.#repeat(() => this.#replace(), turnover);
    await Promise.all([...work, come, this.#repeat(() => this.#lead())]);
    for (const person of this.#people) person.leave();
    (await this.#verifier).drop();
  }

  stop(): void {
    this.#over = true;
  }

  async #repeat(act: () => Promise<void>, pause = 0): Promise<void> {
    while (!this.#over) {
      if (pause > 0) await sleep(pause);
      await this.#trying(act);
    }
  }

  async #trying(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const what = (error as Error).message.replace(/[A-Z2-9]{4}-[A-Z2-9]{4}|[0-9a-z]{16}/g, '…').slice(0, 120);
      this.troubles.set(what, (this.troubles.get(what) ?? 0) + 1);
      await sleep(200);
    }
  }

  async #somebody(wanted: number): Promise<void> {
    const free = this.#people.filter((person) => !this.#busy.has(person));
    const person = free[Math.floor(this.#random() * free.length)];
    if (!person) return sleep(100);
    this.#busy.add(person);
    try {
      await person.act(this.#phase, wanted);
    } finally {
      this.#busy.delete(person);
    }
  }

  async #replace(): Promise<void> {
    const index = Math.floor(this.#random() * this.#people.length);
    const person = this.#people[index]!;
    if (this.#busy.has(person) || this.joined >= seats) return;
    person.leave();
    if (this.joined % erasing === 0) await person.guest.command('DELETE', '/me?erase=true');
    this.#people[index] = await this.#newcomer();
  }

  /** The programme once. */
  async #lead(): Promise<void> {
    const { lead } = this.#board.evening!;
    for (const [phase, seconds] of programme) {
      if (this.#over) return;
      const open = this.#phase === 'vote';
      if (open && this.votes % counting === 1) {
        await this.#closeVote();
        if (this.votes === 1) await lead('/votes/vote/reveal');
        await lead('/phase', { to: phase });
      } else await lead('/phase', { to: phase, ...(open && { vote: 'abort' }) });
      this.#phase = phase;
      if (phase === 'vote') this.votes++;
      await this.#moderate(seconds);
    }
  }

  /** A vote that is counted keeps what was on its paper; one that is stopped keeps nothing. */
  async #closeVote(): Promise<void> {
    const paper = await this.#people[0]!.guest.paper('vote');
    await this.#board.evening!.lead('/votes/vote/close');
    this.#papers += JSON.stringify(paper.items).length;
  }

  async #moderate(seconds: number): Promise<void> {
    const { lead } = this.#board.evening!;
    const until = performance.now() + seconds * 1000;
    while (!this.#over && performance.now() < until) {
      await sleep(moderation);
      const shown = readCards(this.#doc).filter(({ gone }) => gone === null);
      const card = shown[Math.floor(this.#random() * shown.length)];
      if (!card) continue;
      await lead(`/cards/${card.id}/hide`, { reason: 'Even kijken' });
      await lead(`/cards/${card.id}/show`);
    }
  }

  async #newcomer(): Promise<Person> {
    this.joined++;
    return Person.join(this.#board, this.tally, this.#random, Y.encodeStateVector(this.#doc));
  }

  async #follow(): Promise<Client> {
    const { dialect } = this.#board;
    const client = new Client({
      index: 0,
      door: await this.#board.invite(),
      dialect,
      ledger: null,
      follows: this.#doc,
    });
    await client.connect();
    return client;
  }
}
