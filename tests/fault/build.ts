/** Builds the server for the tests that kill it, so that they need no `npm run build` before them. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export async function setup(): Promise<void> {
  if (process.env.KANTELBORD_DIST !== undefined) return;
  const outDir = fileURLToPath(new URL('../../test-results/fault', import.meta.url));
  await build({ mode: 'server', logLevel: 'warn', build: { outDir: `${outDir}/server` } });
  process.env.KANTELBORD_DIST = outDir;
}
