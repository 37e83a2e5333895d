/**
 * What has passed the guard and is in the document, but not on disk yet. Nobody has seen it but its writer.
 */
import { Arrivals } from './guard/arrivals.ts';
import type { Connection } from './connection.ts';

export interface Entry {
  connection: Connection;
  updates: Uint8Array[];
  arrivals: Arrivals;
}

export class Pending {
  /** all that the entries make and claim together */
  readonly arrivals = new Arrivals();
  #entries: Entry[] = [];

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get updates(): Uint8Array[] {
    return this.#entries.flatMap(({ updates }) => updates);
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
    for (const [id, card] of entry.arrivals.cards) this.arrivals.cards.set(id, card);
    for (const id of entry.arrivals.clusters) this.arrivals.clusters.add(id);
    for (const [client, who] of entry.arrivals.clients) this.arrivals.clients.set(client, who);
  }

  clear(): void {
    this.#entries = [];
    this.arrivals.clear();
  }
}
