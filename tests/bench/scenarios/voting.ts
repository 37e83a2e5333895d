/** Everybody votes within ten seconds over the public door, many twice more. Every ballot must count once, as last sent. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readResults } from '../../../shared/document.ts';
import type { Result } from '../../../shared/model.ts';
import type { VoteItem } from '../../../shared/vote.ts';
import type { Evening, Guest } from '../../support/people.ts';
import { atLeast, atMost, complete } from '../bounds.ts';
import type { Client } from '../client.ts';
import type { Crowd } from '../crowd.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { spread } from '../statistics.ts';

const phase = 'vote';
/** seconds in which all vote; in the quick mode a window */
const usual = 10;
/** every so manieth voter changes the ballot twice */
const changing = 3;
/** ms to wait for what must come by itself */
const patience = 10_000;

export const voting: Scenario = {
  name: 'voting',
  title: `Voting: everybody within ${usual} s, every third changes it twice, all connected`,
  servers: ['kantelbord'],
  measures: {
    p50: { title: 'p50 of the answer', unit: 'ms' },
    p95: { title: 'p95', unit: 'ms' },
    most: { title: 'most', unit: 'ms' },
    ballots: { title: 'ballots sent', unit: 'count' },
    cpu: { title: 'CPU', unit: 'share' },
    each: { title: 'CPU a ballot', unit: 'ms' },
    turnout: { title: 'all voted → last screen', unit: 'ms' },
    steps: { title: 'new turnouts a second', unit: 'count' },
  },
  bounds: [
    { ...complete, text: 'every ballot counted once, exactly; everybody sees the full turnout' },
    atMost('p95 of the answer under 200 ms', 'p95', 200),
    atMost('the full turnout is on the last screen within 1 s', 'turnout', 1000),
    atLeast('everybody sees the turnout rise, at least once a second', 'steps', 1),
  ],
  run,
};

interface Voter {
  guest: Guest;
  /** what it sent last; the next waits for the answer to this one, as on a phone */
  choice: Record<string, number>;
  answered: Promise<void>;
}

async function run(stage: Stage): Promise<Outcome> {
  const { clients, quick, seconds } = stage.options;
  const long = quick ? seconds : usual;
  const { board, crowd } = await stage.crowd(clients);
  await crowd.gather(clients);
  const evening = board.evening!;
  const voters = crowd.clients.map((client) => voterOf(client));
  const items = await openVote(evening, voters[0]!.guest);
  await crowd.settle();

  const screens = crowd.clients.map((client) => new Screen(client, voters.length));
  const polls = new Polls(stage, voters, items);
  const window = await stage.measure(() => polls.hold(long));
  const unseen = await waitFor(() => screens.filter(({ full }) => full === null).length);
  const turnout = Math.max(...screens.map(({ full }) => full ?? Infinity)) - polls.lastFirst;

  const result = await countVotes(evening, crowd);
  return {
    missing: polls.failed + unseen + differences(result, voters),
    differing: await crowd.differing(),
    load: window.load,
    measured: {
      ...spread(polls.took),
      ballots: polls.took.length,
      cpu: window.cpu,
      each: (window.cpuSeconds * 1000) / polls.took.length,
      turnout,
      steps: Math.min(...screens.map(({ turnouts }) => turnouts.size)) / long,
    },
  };
}

function voterOf({ door: { guest } }: Client): Voter {
  if (!guest) throw new Error('nobody can vote here');
  return { guest, choice: {}, answered: Promise.resolve() };
}

/** By way of the arranging: straight from writing it would open after the grace. */
async function openVote(evening: Evening, guest: Guest): Promise<VoteItem[]> {
  await evening.lead('/phase', { to: 'cluster' });
  await evening.lead('/phase', { to: phase });
  const { items, state } = await guest.paper(phase);
  if (state !== 'open') throw new Error(`the vote is ${state}`);
  return items;
}

/** One person's screen: which turnouts it was told, and when (`performance.now()`) the full one. */
class Screen {
  readonly turnouts = new Set<number>();
  full: number | null = null;

  constructor(client: Client, all: number) {
    client.onPulse = ({ turnout }) => {
      if (!turnout || turnout.voted === 0) return;
      this.turnouts.add(turnout.voted);
      if (turnout.voted === all) this.full ??= performance.now();
    };
  }
}

class Polls {
  /** ms, of each answer */
  readonly took: number[] = [];
  failed = 0;
  /** when the last of the first ballots was answered: from then on the turnout is full */
  lastFirst = 0;
  readonly #stage: Stage;
  readonly #voters: readonly Voter[];
  readonly #items: readonly VoteItem[];
  #chosen = 0;

  constructor(stage: Stage, voters: readonly Voter[], items: readonly VoteItem[]) {
    this.#stage = stage;
    this.#voters = voters;
    this.#items = items;
  }

  /** First ballots evenly over the first eight tenths, each change a tenth later. Resolves when all are answered. */
  async hold(seconds: number): Promise<void> {
    const from = performance.now();
    const share = (seconds * 1000) / 10;
    const planned = this.#voters.flatMap((voter, index) => {
      const at = (8 * share * index) / this.#voters.length;
      const changes = index % changing === 0 ? [at + share, at + 2 * share] : [];
      return [at, ...changes].map((moment) => ({ voter, at: from + moment, first: moment === at }));
    });
    planned.sort((a, b) => a.at - b.at);
    for (const { voter, at, first } of planned) {
      const wait = at - performance.now();
      if (wait > 0) await this.#stage.pause(wait);
      voter.answered = voter.answered.then(() => this.#cast(voter, first));
    }
    await Promise.all(this.#voters.map(({ answered }) => answered));
  }

  async #cast(voter: Voter, first: boolean): Promise<void> {
    const choice = this.#choose();
    const at = performance.now();
    try {
      await voter.guest.vote(phase, { dots: choice });
      voter.choice = choice;
    } catch {
      this.failed++;
    }
    const now = performance.now();
    this.took.push(now - at);
    if (first) this.lastFirst = now;
  }

  /** Another one each time; many voters meet on the same items. */
  #choose(): Record<string, number> {
    const number = this.#chosen++;
    const { id: one } = this.#items[number % this.#items.length]!;
    const { id: other } = this.#items[(number * number + 1) % this.#items.length]!;
    return one === other ? { [one]: 2 } : { [one]: 2, [other]: 1 };
  }
}

/** Closes it and shows the result; null when that does not come. */
async function countVotes(evening: Evening, crowd: Crowd): Promise<Result | null> {
  await evening.lead(`/votes/${phase}/close`);
  await evening.lead(`/votes/${phase}/reveal`);
  const results = () => readResults(crowd.clients[0]!.doc);
  await waitFor(() => 1 - results().length);
  return results()[0] ?? null;
}

/** In how many places what was counted is not what was sent last. Counted here, not by the product. */
function differences(result: Result | null, voters: readonly Voter[]): number {
  if (!result) return voters.length;
  const wanted = new Map<string, { value: number; voters: number }>();
  for (const { choice } of voters) {
    for (const [id, dots] of Object.entries(choice)) {
      const { value, voters } = wanted.get(id) ?? { value: 0, voters: 0 };
      wanted.set(id, { value: value + dots, voters: voters + 1 });
    }
  }
  const counted = new Map(result.ranking.filter(({ value }) => value > 0).map((item) => [item.id, item]));
  const wrong = [...new Set([...wanted.keys(), ...counted.keys()])].filter((id) => {
    const [is, should] = [counted.get(id), wanted.get(id)];
    return is?.value !== should?.value || is?.voters !== should?.voters;
  });
  const missed = Math.abs(result.ballots - voters.length) + Math.abs(result.electorate - voters.length);
  return wrong.length + missed + result.blank;
}

/** Until it gives 0, or for long. Gives what it gave last. */
async function waitFor(left: () => number): Promise<number> {
  const until = performance.now() + patience;
  while (left() > 0 && performance.now() < until) await sleep(20);
  return left();
}
