/** Runs scenarios: each run on a server that was started for it, in an order that alternates. */
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Nursery } from './child.ts';
import { Crowd } from './crowd.ts';
import type { Machine } from './machine.ts';
import type { Options } from './options.ts';
import { crashedRun, judgeRun, sumUp, type Results, type Run } from './results.ts';
import type { Scenario, Stage } from './scenario.ts';
import { makeSeed, type Seed } from './seed.ts';
import { startKantelbord } from './servers/kantelbord.ts';
import { startHocuspocus, startRaw, startReference } from './servers/others.ts';
import type { Server, ServerName } from './servers/server.ts';
import { measure } from './window.ts';

const starters: Readonly<Record<ServerName, (nursery: Nursery, env?: Scenario['env']) => Promise<Server>>> = {
  kantelbord: startKantelbord,
  reference: startReference,
  hocuspocus: startHocuspocus,
  raw: startRaw,
};

/** ms: a server that takes longer than this over one run does not get there */
const longest = 240_000;

export class Runner {
  readonly #options: Options;
  readonly #nursery: Nursery;
  readonly #seed: Seed;
  readonly #say: (line: string) => void;

  constructor(options: Options, { pins }: Machine, say: (line: string) => void) {
    this.#options = options;
    this.#nursery = new Nursery(pins?.server ?? null);
    this.#seed = makeSeed(options.cards, Date.now());
    this.#say = say;
  }

  async play(scenario: Scenario): Promise<Results> {
    const servers = scenario.servers.filter((name) => this.#options.servers.includes(name));
    const runs: Partial<Record<ServerName, Run[]>> = {};
    for (let number = 0; number < this.#options.runs; number++) {
      for (const name of number % 2 === 0 ? servers : [...servers].reverse()) {
        const run = await this.#run(scenario, name);
        this.#say(`${scenario.name} ${name} ${number + 1}/${this.#options.runs}: ${briefly(run)}`);
        (runs[name] ??= []).push(run);
      }
    }
    return sumUp(runs);
  }

  /** Ends every server, also in the middle of a run. */
  clear(): void {
    this.#nursery.clear();
  }

  async #run(scenario: Scenario, name: ServerName): Promise<Run> {
    const over = new AbortController();
    setMaxListeners(0, over.signal); // everybody may pause at once
    const crowds: Crowd[] = [];
    try {
      const server = await starters[name](this.#nursery, scenario.env);
      const stage = this.#stage(server, crowds, over.signal);
      const tooLong = sleep(longest, undefined, { signal: over.signal }).then(() => {
        throw new Error(`not done after ${longest / 1000} s`);
      });
      tooLong.catch(() => undefined); // the run was over before that
      const run = scenario.run(stage);
      run.catch(() => undefined); // after a crash: what it was doing then
      return judgeRun(await Promise.race([run, server.child.crashed, tooLong]));
    } catch (error) {
      return crashedRun(error);
    } finally {
      over.abort();
      for (const crowd of crowds) crowd.close();
      this.#nursery.clear();
    }
  }

  #stage(server: Server, crowds: Crowd[], signal: AbortSignal): Stage {
    return {
      server,
      options: this.#options,
      seed: this.#seed,
      crowd: async (size, seed = this.#seed) => {
        const board = await server.open(seed);
        const crowd = new Crowd({ board, seed, size });
        crowds.push(crowd);
        return { board, crowd };
      },
      pause: (ms) => sleep(ms, undefined, { signal }),
      measure: (act) => measure(server.child, act),
    };
  }
}

function briefly(run: Run): string {
  if (run.state === 'crashed') return `crashed: ${run.why}`;
  const { state, load, missing, differing } = run;
  const lost = state === 'missing' ? ` (${missing} deliveries, ${differing} documents)` : '';
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const generator = `generator ${percent(load.busy)} busy, lag ${Math.round(load.lag)} ms`;
  return `${state}${lost}, ${generator}, server waited ${percent(load.waited)}`;
}
