/** The servers Kantelbord is compared with. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { cardsMap } from '../../../shared/document.ts';
import type { Nursery } from '../child.ts';
import { Client } from '../client.ts';
import { hocuspocus, mute, plain, type Dialect } from '../dialect.ts';
import type { Seed } from '../seed.ts';
import type { Board, Door, Server, ServerName } from './server.ts';

const require = createRequire(import.meta.url);
const boardName = 'board';
const patience = 10_000;

/** The stock y-websocket server for Yjs 13, as its package starts it. */
export async function startReference(nursery: Nursery): Promise<Server> {
  const stock = require.resolve('@y/websocket-server/package.json');
  return startOther(nursery, 'reference', join(dirname(stock), 'src/server.js'), plain);
}

export function startHocuspocus(nursery: Nursery): Promise<Server> {
  return startOther(nursery, 'hocuspocus', join(import.meta.dirname, 'hocuspocus.js'), hocuspocus(boardName));
}

export function startRaw(nursery: Nursery): Promise<Server> {
  return startOther(nursery, 'raw', join(import.meta.dirname, 'raw.js'), mute);
}

async function startOther(nursery: Nursery, name: ServerName, script: string, dialect: Dialect): Promise<Server> {
  const child = await nursery.make(script, () => ({ ...process.env, HOST: '127.0.0.1' }));
  await child.start();
  const door: Door = { url: `ws://127.0.0.1:${child.port}/${boardName}`, protocols: [] };
  return { name, child, file: null, open: (seed) => openBoard(door, dialect, seed) };
}

async function openBoard(door: Door, dialect: Dialect, seed: Seed): Promise<Board> {
  const keeper = dialect.syncs ? await plant(door, dialect, seed) : null;
  return { dialect, evening: null, invite: async () => door, close: () => keeper?.drop() };
}

/** Brings the seed over the wire. Who brought it stays: a document that nobody looks at is dropped. */
async function plant(door: Door, dialect: Dialect, seed: Seed): Promise<Client> {
  const keeper = new Client({ index: 0, door, dialect, ledger: null });
  Y.applyUpdate(keeper.doc, Y.encodeStateAsUpdate(seed.doc));
  await keeper.connect();
  const until = performance.now() + patience;
  while ((await countCards(door, dialect)) < seed.cards) {
    if (performance.now() > until) throw new Error('the board does not come');
    await pause(20);
  }
  return keeper;
}

async function countCards(door: Door, dialect: Dialect): Promise<number> {
  const follows = new Y.Doc();
  const visitor = new Client({ index: 0, door, dialect, ledger: null, follows });
  await visitor.connect();
  visitor.drop();
  return cardsMap(follows).size;
}
