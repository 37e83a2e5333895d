/** A folder for files of one test file; it is removed when the tests are done. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export function useFolder(): { path(name: string): string; fresh(): string } {
  const folder = mkdtempSync(join(tmpdir(), 'kantelbord-store-'));
  let files = 0;
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    path: (name) => join(folder, name),
    fresh: () => join(folder, `${++files}.db`),
  };
}

/** What is on the disk: the file, its log and its shared memory. While the store is open all three are there. */
export function diskOf(path: string): Buffer {
  return Buffer.concat(['', '-wal', '-shm'].map((end) => readFileSync(path + end)));
}
