import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/**
 * What must never be in a log: who somebody is and what they wrote. Nobody should pass these; should it happen all the
 * same, it is taken out here.
 */
const forbidden = [
  'ip',
  'address',
  'token',
  'cookie',
  'authorization',
  'headers',
  'title',
  'text',
  'name',
  'body',
  'url',
];

/** One JSON line an event, to standard output. No process id and no host name: they say nothing here. */
export function makeLog(level: Config['logLevel']): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...forbidden, ...forbidden.map((key) => `*.${key}`)], remove: true },
    serializers: { err: describe },
  });
}

/** Errors whose message is made of our own words and names; others (JSON, schemas) quote what people wrote. */
const quotable = ['TypeError', 'ReferenceError', 'RangeError', 'StoreUnavailable', 'SqliteError'];

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const at = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return {
    kind: error.name,
    message: quotable.includes(error.name) ? error.message : undefined,
    code: 'code' in error ? String(error.code) : undefined,
    at: at.slice(0, 12).map((line) => line.trim()),
    cause: error.cause && describe(error.cause),
  };
}
