/** The entry: reads the configuration, starts the server, and stops it when asked. */
import { fileURLToPath } from 'node:url';
import { BadConfig, readConfig, unknownVariables } from './config.ts';
import { makeLog } from './log.ts';
import { serve } from './serve.ts';
import { StoreUnavailable, UnreadableFile } from './store/failure.ts';

/** What whoever starts the server can do something about: one sentence, no stack. */
const sayable = [BadConfig, UnreadableFile, StoreUnavailable];
const clientDir = fileURLToPath(new URL('../client', import.meta.url));

try {
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel);
  for (const name of unknownVariables(process.env)) log.warn(`${name} is not a variable of Kantelbord.`);
  const running = await serve(config, { log, clientDir });
  console.log(`Kantelbord: ${running.addresses.join('  ')}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(running.close));
} catch (error) {
  if (!sayable.some((kind) => error instanceof kind)) throw error;
  console.error((error as Error).message);
  process.exit(1);
}

/** Whatever happens, the process ends within five seconds. */
async function stop(close: () => Promise<void>): Promise<void> {
  setTimeout(() => process.exit(1), 5_000).unref();
  await close();
  process.exit(0);
}
