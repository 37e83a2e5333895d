// `npm run bench:client`: Node 20 reads no TypeScript, Vite does. `driver` is the process that makes the changes.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const entry = process.argv[2] === 'driver' ? './driver.ts' : './bench.ts';
await runnerImport(fileURLToPath(new URL(entry, import.meta.url)), { configFile: false, logLevel: 'error' });
