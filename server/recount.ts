/** `kantelbord recount FILE`: reads a file and counts it again. Needs nothing of the server. */
import { readFileSync } from 'node:fs';
import { runRecount } from './recounting.ts';

process.exitCode = runRecount(process.argv.slice(2), {
  read: (path) => readFileSync(path, 'utf8'),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
