/**
 * The built server as a program of its own, on a free port, so that a test can kill it and start it again over the same
 * file. Needs `npm run build` first; the gate does that.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `KANTELBORD_DIST`: a build somewhere else than in `dist/`. */
const dist = process.env.KANTELBORD_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
const entry = join(dist, 'server', 'main.js');

export interface Program {
  /** `http://localhost:12345` */
  url: string;
  port: number;
  /** the path of its file */
  data: string;
  /** As a power cut: nothing is said, nothing is finished. */
  kill(): Promise<void>;
  /** As an administrator: SIGTERM, and wait. Gives the exit code. */
  stop(): Promise<number | null>;
  /** The same port and the same file. */
  start(): Promise<void>;
  /** Stops it and removes its file. */
  remove(): Promise<void>;
}

export async function startProgram(env: Record<string, string> = {}): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'kantelbord-'));
  const data = join(folder, 'kantelbord.db');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    child = spawn(process.execPath, ['--enable-source-maps', entry], {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        KANTELBORD_DATA: data,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said.push(chunk.toString());
        if (said.join('').includes(String(port))) resolve();
      };
      child?.stdout?.on('data', hear);
      child?.stderr?.on('data', hear);
      child?.once('exit', (code) => reject(new Error(`the server stopped with ${code}: ${said.join('')}`)));
    });
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return running?.exitCode ?? null;
    running.removeAllListeners('exit');
    const gone = once(running, 'exit');
    running.kill(signal);
    const [code] = (await gone) as [number | null];
    return code;
  }

  await start();
  return {
    url,
    port,
    data,
    start,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    remove: async () => {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
