/** Starts and stops rehearsals; at most one per code. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Format, Phase } from '../../shared/format.ts';
import type { Log } from '../log.ts';
import { Doors } from './doors.ts';
import type { Harvest } from './harvest.ts';
import { Pace } from './pace.ts';
import { partsFor } from './parts.ts';
import { rehearse } from './rehearsal.ts';
import type { Part } from './visitor.ts';

export interface RehearsalStage {
  start(code: string, facilitatorToken: string): void;
  /** The session was deleted, or the server stops. */
  stop(code: string): void;
  stopAll(): void;
}

/** What is played, and who is told. */
export interface Play {
  /** how long it takes; 0: as fast as it goes */
  seconds: number;
  parts(format: Format): readonly Part[];
  tell?(phase: Phase): void;
  /** it went to its end */
  ended?(harvest: Harvest, doors: Doors): void;
  broke?(error: unknown): void;
}

/** What a facilitator sees who wants to see it once: short, and with few. */
export const shortPlay: Play = { seconds: 70, parts: (format) => partsFor(format, 24) };

/** `base` gives this server's own address, once it listens. */
export function makeStage({ base, log, play }: { base(): string; log: Log; play: Play }): RehearsalStage {
  const running = new Map<string, AbortController>();
  const { seconds, parts, tell, ended, broke } = play;
  return {
    start(code, facilitatorToken) {
      if (running.has(code)) return;
      const controller = new AbortController();
      const { signal } = controller;
      running.set(code, controller);
      const doors = new Doors(base(), code);
      const wait = (ms: number) => pause(ms, undefined, { signal });
      const pace = new Pace({ seconds, signal, pause: wait, now: () => Date.now() });
      rehearse({ doors, facilitatorToken, pace, chance: Math.random, parts, ...(tell && { tell }) })
        .then(
          (harvest) => ended?.(harvest, doors),
          (error: unknown) => {
            if (signal.aborted) return;
            log.warn({ code, error: String(error) }, 'a rehearsal stopped before its end');
            broke?.(error);
          },
        )
        .finally(() => {
          running.delete(code);
          if (doors.refused.length > 0) log.warn({ code, refused: doors.refused }, 'a rehearsal met refusals');
        });
    },
    stop: (code) => running.get(code)?.abort(),
    stopAll: () => running.forEach((controller) => controller.abort()),
  };
}
