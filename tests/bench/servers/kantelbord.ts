/** The built server as anybody would run it: guard on, everything in a file. Its people join over HTTP, each with a token. */
import { join } from 'node:path';
import type { Opened } from '../../../shared/api.ts';
import { protocolVersion } from '../../../shared/protocol.ts';
import { eveningOf } from '../../support/people.ts';
import type { Nursery } from '../child.ts';
import { own } from '../dialect.ts';
import type { Seed } from '../seed.ts';
import type { Board, Server } from './server.ts';

/** `KANTELBORD_DIST`: a build somewhere else than in `dist/`. */
const dist = process.env.KANTELBORD_DIST ?? join(import.meta.dirname, '..');

export async function startKantelbord(nursery: Nursery, env: Readonly<Record<string, string>> = {}): Promise<Server> {
  let file = '';
  const child = await nursery.make(join(dist, 'server', 'main.js'), (_port, folder) => ({
    ...withoutSettings(process.env),
    HOST: '127.0.0.1',
    KANTELBORD_DATA: (file = join(folder, 'kantelbord.db')),
    ...env,
  }));
  await child.start();
  let opened = 0;
  return { name: 'kantelbord', child, file, open: (seed) => openBoard(child.port, seed, opened++) };
}

async function openBoard(port: number, seed: Seed, number: number): Promise<Board> {
  const base = `http://127.0.0.1:${port}`;
  const evening = eveningOf(base, await importSeed(base, seed, number));
  const url = `ws://127.0.0.1:${port}/sync/${evening.code}?v=${protocolVersion}&role=participant`;
  return {
    dialect: own,
    evening,
    async invite() {
      const guest = await evening.join();
      return { url, protocols: [`bearer.${guest.token}`], guest };
    },
    close: () => undefined,
  };
}

/** Only so many sessions may come from one address; where a proxy is trusted, each has another. */
async function importSeed(base: string, { file }: Seed, number: number): Promise<Opened> {
  const answer = await fetch(`${base}/api/sessions/import`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `10.0.${number >> 8}.${number & 255}` },
    body: JSON.stringify(file),
  });
  if (!answer.ok) throw new Error(`import: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Opened;
}

/** What is set for another server here is not for this one. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('KANTELBORD_')));
}
