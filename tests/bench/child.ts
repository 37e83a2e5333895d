/** The servers that are measured, each a process of its own on a free port, on a core of its own where that can be. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

/** What a process has used since it started. */
export interface Usage {
  /** ms since 1970, when this was so */
  at: number;
  /** user and system, in seconds */
  cpu: number;
  /** seconds that it was ready to run and something else had its core; 0 where the system does not say */
  waited: number;
  /** bytes in memory now, and at most */
  rss: number;
  peak: number;
  /** bytes that are in use, those of buffers too; what is only waiting to be collected counts as well */
  heap: number;
}

const probe = pathToFileURL(join(import.meta.dirname, 'probe.js')).href;
const patience = 15_000;
/** of what it prints, the end is kept for when it crashes */
const kept = 2_000;

/** Everything this process has started or made on disk, so that none of it outlives it. */
export class Nursery {
  readonly #core: number | null;
  readonly #children = new Set<Child>();
  readonly #folders = new Set<string>();

  /** `core`: for the servers; null: any. */
  constructor(core: number | null) {
    this.#core = core;
  }

  /** `env` may tell where its file is; PORT is always set. Not started yet. */
  async make(script: string, env: (port: number, folder: string) => NodeJS.ProcessEnv): Promise<Child> {
    const folder = mkdtempSync(join(tmpdir(), 'kantelbord-bench-'));
    this.#folders.add(folder);
    const port = await freePort();
    const child = new Child(script, port, { PORT: String(port), ...env(port, folder) }, this.#core);
    this.#children.add(child);
    return child;
  }

  /** At once, and also while this process ends. */
  clear(): void {
    for (const child of this.#children) child.end();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
    this.#children.clear();
    this.#folders.clear();
  }
}

export class Child {
  readonly port: number;
  /** rejects when the process ends without being asked to */
  readonly crashed: Promise<never>;
  #crash!: (error: Error) => void;
  readonly #command: string[];
  readonly #env: NodeJS.ProcessEnv;
  #process: ChildProcess | null = null;
  #said = '';
  #asked = 0;
  readonly #waiting = new Map<number, (usage: Usage) => void>();

  constructor(script: string, port: number, env: NodeJS.ProcessEnv, core: number | null) {
    this.port = port;
    this.#env = env;
    const pinned = core === null ? [] : ['taskset', '-c', String(core)];
    this.#command = [...pinned, process.execPath, '--import', probe, script];
    this.crashed = new Promise((_, reject) => (this.#crash = reject));
    this.crashed.catch(() => undefined); // heard by whoever races with it
  }

  /** Resolves when it listens. After `kill`: again, on the same port and file. */
  async start(): Promise<void> {
    const [file = '', ...args] = this.#command;
    const started = spawn(file, args, { env: this.#env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.#process = started;
    const hear = (chunk: Buffer) => (this.#said = (this.#said + chunk.toString()).slice(-kept));
    started.stdout?.on('data', hear);
    started.stderr?.on('data', hear);
    started.on('error', (error) => this.#crash(error));
    started.on('message', (usage: Usage & { usage: number }) => this.#answer(usage));
    started.on('exit', (code, signal) => {
      if (this.#process === started) this.#crash(new Error(`it ended (${signal ?? code}): ${this.#said.trim()}`));
    });
    await Promise.race([this.#listening(), this.crashed]);
  }

  /** An overloaded server answers late; `at` says for when it holds. `collect`: what is garbage goes first. */
  usage(collect = false): Promise<Usage> {
    const number = ++this.#asked;
    const answered = new Promise<Usage>((resolve) => this.#waiting.set(number, resolve));
    this.#process?.send({ usage: number, collect }, () => undefined);
    return Promise.race([answered, this.crashed]);
  }

  /** As a power cut. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.end();
    if (running && running.exitCode === null && running.signalCode === null) await once(running, 'exit');
  }

  end(): void {
    const running = this.#process;
    this.#process = null;
    running?.kill('SIGKILL');
  }

  #answer({ usage: number, ...usage }: Usage & { usage: number }): void {
    this.#waiting.get(number)?.(usage);
    this.#waiting.delete(number);
  }

  async #listening(): Promise<void> {
    const until = performance.now() + patience;
    while (!(await isListening(this.port))) {
      if (performance.now() > until) throw new Error(`it does not listen: ${this.#said.trim()}`);
      await pause(5);
    }
  }
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false; // not yet
  } finally {
    socket.destroy();
  }
}

async function freePort(): Promise<number> {
  const asked = createServer().listen(0, '127.0.0.1');
  await once(asked, 'listening');
  const { port } = asked.address() as AddressInfo;
  asked.close();
  await once(asked, 'close');
  return port;
}
