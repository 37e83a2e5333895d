/** What a scenario is: one row of the table, for each server that it can be asked of. One file each in `scenarios/`. */
import type { Bound } from './bounds.ts';
import type { Crowd } from './crowd.ts';
import type { Options } from './options.ts';
import type { Outcome } from './results.ts';
import type { Board, Server, ServerName } from './servers/server.ts';
import type { Seed } from './seed.ts';
import type { Window } from './window.ts';

export interface Scenario {
  /** for `--only`; a family shares what comes before the dash */
  name: string;
  /** as the table says it */
  title: string;
  servers: readonly ServerName[];
  /** the columns, in order: each key of what is measured */
  measures: Readonly<Record<string, Measure>>;
  bounds: readonly Bound[];
  /** more variables for Kantelbord's server */
  env?: Readonly<Record<string, string>>;
  /** One run on a server that was just started for it. Throws when the server can not do it at all. */
  run(stage: Stage): Promise<Outcome>;
}

export interface Measure {
  title: string;
  unit: 'ms' | 's' | 'share' | 'bytes' | 'count';
}

/** What a run is given. All that is made here is let go of after it. */
export interface Stage {
  readonly server: Server;
  readonly options: Options;
  readonly seed: Seed;
  /** A board with the seed (or another one) and on it nobody yet. `size`: how many there will be at most. */
  crowd(size: number, seed?: Seed): Promise<{ board: Board; crowd: Crowd }>;
  /** Rejects when the run is over before that. */
  pause(ms: number): Promise<void>;
  /** What server and generator use meanwhile. */
  measure(act: () => Promise<void>): Promise<Window>;
}
