/**
 * The configuration: read once from the environment, checked whole before anything starts.
 */
import * as v from 'valibot';

export interface Config {
  /** 0: any free port, for tests */
  port: number;
  /** null: every address of this machine, IPv6 and IPv4; people in the room must reach it */
  host: string | null;
  /** the file of the store; `:memory:` keeps nothing */
  data: string;
  /** as people reach us, without a slash at the end; null: the address of each request */
  publicUrl: string | null;
  /** null: anybody may open a session */
  createKey: string | null;
  retentionDays: number;
  graceSeconds: number;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** a proxy stands before us: believe its X-Forwarded-For, -Proto and -Host */
  trustProxy: boolean;
}

/** Says in one sentence which variable is wrong, and what it should be. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

type Variable = keyof typeof expected;

const expected = {
  PORT: 'a whole number from 0 to 65535',
  HOST: 'a host name or an address of this machine, such as 0.0.0.0',
  KANTELBORD_DATA: 'the path of a file, or :memory:',
  KANTELBORD_PUBLIC_URL: 'an address without a path, such as https://bord.voorbeeld.nl',
  KANTELBORD_CREATE_KEY: 'a key of 4 to 200 characters',
  KANTELBORD_RETENTION_DAYS: 'a whole number of days from 1 to 3650',
  KANTELBORD_GRACE_SECONDS: 'a whole number of seconds from 0 to 60',
  KANTELBORD_LOG_LEVEL: 'one of trace, debug, info, warn, error, silent',
  KANTELBORD_TRUST_PROXY: 'true or false',
};

/** Never repeated in a message: it is a secret. */
const secrets: readonly string[] = ['KANTELBORD_CREATE_KEY'];

const environment = v.object({
  PORT: v.optional(whole(0, 65_535), '8080'),
  HOST: v.optional(v.pipe(v.string(), v.regex(/^[\w.:%-]+$/))),
  KANTELBORD_DATA: v.optional(v.string(), './data/kantelbord.db'),
  KANTELBORD_PUBLIC_URL: v.optional(v.pipe(v.string(), v.check(isBareUrl), v.transform(originOf))),
  KANTELBORD_CREATE_KEY: v.optional(v.pipe(v.string(), v.minLength(4), v.maxLength(200))),
  KANTELBORD_RETENTION_DAYS: v.optional(whole(1, 3_650), '90'),
  KANTELBORD_GRACE_SECONDS: v.optional(whole(0, 60), '10'),
  KANTELBORD_LOG_LEVEL: v.optional(v.picklist(['trace', 'debug', 'info', 'warn', 'error', 'silent']), 'info'),
  KANTELBORD_TRUST_PROXY: v.optional(
    v.pipe(
      v.picklist(['true', 'false', '1', '0']),
      v.transform((word) => word === 'true' || word === '1'),
    ),
    'false',
  ),
} satisfies Record<Variable, unknown>);

/** An empty variable is one that is not set. Throws `BadConfig`. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = v.safeParse(environment, set, { abortEarly: true });
  if (!read.success) throw new BadConfig(explain(read.issues[0], set));
  const { output } = read;
  return {
    port: output.PORT,
    host: output.HOST ?? null,
    data: output.KANTELBORD_DATA,
    publicUrl: output.KANTELBORD_PUBLIC_URL ?? null,
    createKey: output.KANTELBORD_CREATE_KEY ?? null,
    retentionDays: output.KANTELBORD_RETENTION_DAYS,
    graceSeconds: output.KANTELBORD_GRACE_SECONDS,
    logLevel: output.KANTELBORD_LOG_LEVEL,
    trustProxy: output.KANTELBORD_TRUST_PROXY,
  };
}

/** Names that look like ours and are not: a typing error that would otherwise go unnoticed. */
export function unknownVariables(env: Record<string, string | undefined>): string[] {
  return Object.keys(env).filter((name) => name.startsWith('KANTELBORD_') && !(name in expected));
}

function explain(issue: v.BaseIssue<unknown>, set: Record<string, string | undefined>): string {
  const name = String(issue.path?.[0]?.key) as Variable;
  const value = secrets.includes(name) ? '' : `, not "${set[name]}"`;
  return `${name} must be ${expected[name]}${value}.`;
}

function whole(least: number, most: number) {
  return v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.minValue(least), v.maxValue(most));
}

function isBareUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return bare && (url.protocol === 'http:' || url.protocol === 'https:');
}

function originOf(text: string): string {
  return new URL(text).origin;
}
