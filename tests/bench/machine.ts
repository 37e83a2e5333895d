/** The machine a run was made on, and which core is whose. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

export interface Machine {
  cpu: string;
  cores: number;
  node: string;
  date: string;
  /** with `+` when files differ from it */
  commit: string;
  /** null: nobody is pinned */
  pins: Pins | null;
}

/** Numbers of cores. */
export interface Pins {
  server: number;
  generator: number;
}

/** Pins this process, the generator, too. */
export function readMachine(now: Date): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: allowedCores().length || cpus().length,
    node: process.version,
    date: now.toISOString().slice(0, 16).replace('T', ' '),
    commit: readCommit(),
    pins: pinGenerator(),
  };
}

/** Null where there are no two cores, or no `taskset`. */
function pinGenerator(): Pins | null {
  const [server, generator] = allowedCores();
  if (server === undefined || generator === undefined) return null;
  const { status } = spawnSync('taskset', ['-acp', String(generator), String(process.pid)], { stdio: 'ignore' });
  return status === 0 ? { server, generator } : null;
}

/** Those this process may use, which in a container are not all; none where the system does not say. */
function allowedCores(): number[] {
  let status: string;
  try {
    status = readFileSync('/proc/self/status', 'utf8');
  } catch {
    return []; // not Linux
  }
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(status)?.[1] ?? '';
  return list.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

function readCommit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+');
  } catch {
    return 'unknown'; // a copy without its history
  }
}
