/** Starts and stops rehearsals; at most one per code. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { rehearse } from './rehearsal.ts';

export interface RehearsalStage {
  start(code: string, facilitatorToken: string): void;
  /** The session was deleted, or the server stops. */
  stop(code: string): void;
  stopAll(): void;
}

/** `base` gives this server's own address, once it listens. */
export function makeStage(options: { base(): string; log: Log; people: number; seconds: number }): RehearsalStage {
  const running = new Map<string, AbortController>();
  return {
    start(code, facilitatorToken) {
      if (running.has(code)) return;
      const controller = new AbortController();
      const { signal } = controller;
      running.set(code, controller);
      const { people, seconds, log } = options;
      rehearse({
        base: options.base(),
        code,
        facilitatorToken,
        people,
        seconds,
        signal,
        pause: (ms) => pause(ms),
        chance: Math.random,
      })
        .catch((error: unknown) => {
          if (!signal.aborted) log.warn({ code, error: String(error) }, 'a rehearsal stopped before its end');
        })
        .finally(() => running.delete(code));
    },
    stop: (code) => running.get(code)?.abort(),
    stopAll: () => running.forEach((controller) => controller.abort()),
  };
}
