/** The server is killed in the middle of an evening and started again over its file: nothing that anybody saw is lost. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { cardsMap } from '../../../shared/document.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { atMost, complete } from '../bounds.ts';
import type { Client } from '../client.ts';
import type { Crowd } from '../crowd.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import type { Server } from '../servers/server.ts';
import { worst } from '../window.ts';
import { comeBack, remember, surplus, writeOffline } from './flap.ts';
import { fullHall, pitch, warmUp } from './pitching.ts';

const rate = 10;

export const restart: Scenario = {
  name: 'restart',
  title: `The server is killed under ${rate} cards a second, and started again`,
  servers: ['kantelbord'],
  measures: {
    listening: { title: 'listens after', unit: 's' },
    back: { title: 'then all are back', unit: 's' },
    seen: { title: 'cards somebody saw', unit: 'count' },
    lost: { title: 'of which lost', unit: 'count' },
    peak: { title: 'peak memory', unit: 'bytes' },
  },
  bounds: [
    complete,
    atMost('everybody is back within 5 s of its listening', 'back', 5),
    atMost('nothing is lost that anybody saw', 'lost', 0),
  ],
  run,
};

/** A card that was sent over an open line, and as which message of it. */
interface Sent {
  id: string;
  client: Client;
  number: number;
}

async function run(stage: Stage): Promise<Outcome> {
  const { seconds } = stage.options;
  const { child } = stage.server;
  const { board, crowd } = await fullHall(stage, rate);
  const before = await crowd.arrived();
  remember(crowd);

  const sent: Sent[] = [];
  const writer = { write: () => sent.push(writeOn(crowd)) };
  const calm = await stage.measure(() => pitch(stage, writer, rate, warmUp(seconds)));
  const last = writeOn(crowd);
  await seenBy(crowd.clients[0]!, last.id); // somebody has it: at this very moment
  const from = performance.now();
  const killed = child.kill();
  const shown = seenOrStored(crowd, [...sent, last]);
  await killed;
  const kept = readKept(stage.server, board.evening?.code ?? '');

  writeOffline(crowd);
  const returning = comeBack(stage, crowd);
  const writing = pitch(stage, crowd, rate, 1); // those who are away write too
  await child.start();
  const listening = performance.now();
  const window = await stage.measure(() => returning);
  await writing;
  return {
    missing: before + (await crowd.arrived()),
    differing: (await crowd.differing()) + surplus(stage, crowd),
    load: worst([calm.load, window.load]),
    measured: {
      listening: (listening - from) / 1000,
      back: (window.until - listening) / 1000,
      seen: shown.length,
      lost: shown.filter((id) => !kept.has(id)).length,
      peak: window.peak,
    },
  };
}

function writeOn(crowd: Crowd): Sent {
  const id = crowd.write();
  const client = crowd.clients[crowd.ledger.pitches.get(id)!.writer]!;
  return { id, client, number: client.sent };
}

/** Resolves in the midst of its taking in the frame that brings the card: others have not been sent it yet. */
function seenBy({ doc }: Client, id: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!cardsMap(doc).has(id)) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });
}

/** Cards that somebody has on their screen, or whose writer was told that it is kept. */
function seenOrStored({ ledger }: Crowd, sent: readonly Sent[]): string[] {
  const told = sent.filter(({ client, number }) => client.stored >= number).map(({ id }) => id);
  const seen = [...ledger.pitches].filter(([, { count }]) => count > 0).map(([id]) => id);
  return [...new Set([...told, ...seen])];
}

/** What lies in the file before the server is started over it: afterwards the writers themselves would mend what was lost. */
function readKept({ file }: Server, code: string): Set<string> {
  if (file === null) throw new Error('only of a server with a file');
  const folder = mkdtempSync(join(tmpdir(), 'kantelbord-bench-'));
  try {
    const copy = join(folder, 'copy.db');
    for (const part of ['', '-wal']) if (existsSync(file + part)) copyFileSync(file + part, copy + part);
    const store = openSqlite(copy);
    const doc = new Y.Doc();
    for (const update of store.updates.load(code)) Y.applyUpdate(doc, update);
    store.close();
    return new Set(cardsMap(doc).keys());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
