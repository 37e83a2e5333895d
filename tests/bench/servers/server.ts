/** A server that is measured, and a board on it. */
import type { Evening, Guest } from '../../support/people.ts';
import type { Child } from '../child.ts';
import type { Dialect } from '../dialect.ts';
import type { Seed } from '../seed.ts';

/** reference: `@y/websocket-server`; raw: a broadcast without Yjs */
export const serverNames = ['kantelbord', 'reference', 'hocuspocus', 'raw'] as const;
export type ServerName = (typeof serverNames)[number];

export interface Server {
  readonly name: ServerName;
  /** it listens; ask it for `usage`, `kill` it, `start` it again */
  readonly child: Child;
  /** Kantelbord only: where it keeps everything */
  readonly file: string | null;
  /** A board that holds the seed, on which people may write. */
  open(seed: Seed): Promise<Board>;
}

export interface Board {
  readonly dialect: Dialect;
  /** One more person, with an identity of his own where the server knows of such a thing. */
  invite(): Promise<Door>;
  /** Kantelbord only: the evening behind the board, with its facilitator */
  readonly evening: Evening | null;
  /** Lets go of what keeps the board there. */
  close(): void;
}

/** Where one person's socket goes. */
export interface Door {
  url: string;
  protocols: string[];
  /** what a browser would add */
  headers?: Record<string, string>;
  /** Kantelbord only: who it is, for what goes over HTTP */
  guest?: Guest;
}
