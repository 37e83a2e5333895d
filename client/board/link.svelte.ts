/**
 * What the connection says of itself, as Svelte state: is it there, is everything stored, and what is still under way.
 */
import type { Card } from '../../shared/model.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import type { Connection } from '../connection/connection.ts';
import { aboutOf } from '../connection/replay.ts';
import { unlanded } from './unlanded.ts';

/**
 * saved: all of it is on the server's disk. waiting: on its way. late: the server is there, and should have stored it by now.
 * offline: waits for the connection.
 */
export type SavedState = 'saved' | 'waiting' | 'late' | 'offline';

export class Link {
  #online = $state(false);
  #synced = $state(false);
  #closed = $state<RefusalCode | null>(null);
  #offset = $state(0);
  #late = $state(false);
  #pending = $state.raw<ReadonlySet<string>>(new Set());
  #unlanded = $state.raw<readonly Card[]>([]);

  /** Something of it changed. */
  read({ online, synced, closed, offset, late, entries }: Connection): void {
    this.#online = online;
    this.#synced = synced;
    this.#closed = closed;
    this.#offset = offset;
    this.#late = late;
    if (entries.length === 0 && this.#pending.size === 0) return;
    this.#pending = new Set(entries.map(({ step }) => aboutOf(step)));
    this.#unlanded = unlanded(entries);
  }

  get online(): boolean {
    return this.#online;
  }
  get synced(): boolean {
    return this.#synced;
  }
  get closed(): RefusalCode | null {
    return this.#closed;
  }
  /** server time minus own time, in ms */
  get offset(): number {
    return this.#offset;
  }
  get saved(): SavedState {
    if (!this.#online) return 'offline';
    if (this.#pending.size === 0 && this.#synced) return 'saved';
    return this.#late ? 'late' : 'waiting';
  }
  isPending(id: string): boolean {
    return this.#pending.has(id);
  }
  /** cards that wait for a connection, as cards without a number */
  get unlanded(): readonly Card[] {
    return this.#unlanded;
  }
}
