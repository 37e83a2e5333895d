/** Simulated people on a real server with a file, for tests that walk an evening. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Doors } from '../../server/rehearsal/doors.ts';
import { Pace } from '../../server/rehearsal/pace.ts';
import { partsFor } from '../../server/rehearsal/parts.ts';
import { Rehearsal } from '../../server/rehearsal/rehearsal.ts';
import type { Opened } from '../../shared/api.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import type { Format } from '../../shared/format.ts';
import { seeded } from '../support/seeded.ts';
import { startServer, type Live } from './live.ts';

/** Few, and still somebody for every duty and every table. */
const people = 12;

export interface Walk {
  rehearsal: Rehearsal;
  doors: Doors;
  /** The server stops, and starts again on the same file: people come back with the tokens they have. */
  restart(): Promise<void>;
  exported(): Promise<ExportFile>;
  /** The same file as a session again, and exported once more. */
  imported(file: ExportFile): Promise<ExportFile>;
}

export async function startWalk(format: Format): Promise<Walk> {
  const folder = mkdtempSync(join(tmpdir(), 'kantelbord-walk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const start = () => startServer({ KANTELBORD_DATA: join(folder, 'walk.db') });
  let server: Live = await start();
  const body = { ownFormat: format, title: 'Een avond', question: 'Wat doen we samen?' };
  const { code, facilitatorToken } = (await server.call<Opened>('POST', '/api/sessions', null, body)).json;
  const doors = new Doors(server.url, code);
  const { signal } = new AbortController();
  const pace = new Pace({ seconds: 0, signal, pause: () => Promise.resolve(), now: () => 0 });
  const chance = seeded(598);
  const rehearsal = await Rehearsal.enter({
    ...{ doors, facilitatorToken, pace, chance },
    parts: (own) => partsFor(own, people),
  });
  onTestFinished(() => rehearsal.leave());

  const exportOf = async (of: string, token: string) =>
    (await server.call<ExportFile>('GET', `/api/sessions/${of}/export/session.json`, token)).json;

  return {
    rehearsal,
    doors,
    async restart() {
      await server.close();
      server = await start();
      doors.base = server.url;
      await rehearsal.crew.comeBack();
    },
    exported: () => exportOf(code, facilitatorToken),
    async imported(file) {
      const made = (await server.call<Opened>('POST', '/api/sessions/import', null, file)).json;
      return exportOf(made.code, made.facilitatorToken);
    },
  };
}
