import { onTestFinished } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { makeLog } from '../../server/log.ts';
import { countHere, type Counter } from '../../server/session/counts.ts';
import { serve, type Replaced, type Running } from '../../server/serve.ts';
import type { Opened } from '../../shared/api.ts';
import type { Joined } from '../../shared/api/me.ts';

export interface Reply<T> {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  json: T;
}

export interface Live extends Running {
  /** A request as a program makes it. JSON is read when the answer is JSON. */
  call<T = Record<string, never>>(
    method: string,
    path: string,
    token?: string | null,
    body?: unknown,
  ): Promise<Reply<T>>;
}

/** The program of the thread is there in a build only; tests/fault/counting.test.ts counts in that. */
const counter: Counter = { count: (counts) => Promise.resolve().then(() => countHere(counts)), stop: () => undefined };

/** A real server on a free port, with a store in memory; it stops when the test ends. */
export async function startServer(env: Record<string, string> = {}, replaced: Replaced = {}): Promise<Live> {
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    KANTELBORD_DATA: ':memory:',
    KANTELBORD_GRACE_SECONDS: '0',
    ...env,
  });
  const running = await serve(config, { log: makeLog('silent'), counter, ...replaced });
  let stopped = false;
  const close = async () => {
    if (!stopped) await running.close();
    stopped = true;
  };
  onTestFinished(close);
  return { ...running, close, call: (method, path, token, body) => call(running.url, method, path, token, body) };
}

async function call<T>(
  url: string,
  method: string,
  path: string,
  token?: string | null,
  body?: unknown,
): Promise<Reply<T>> {
  const headers: Record<string, string> = {};
  if (token) headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(url + path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  const json = (isJson ? JSON.parse(new TextDecoder().decode(bytes)) : null) as T;
  return { status: response.status, headers: response.headers, bytes, json };
}

export interface Evening {
  code: string;
  path: string;
  facilitator: string;
  participants: string[];
}

/** A session in its lobby, with so many participants in it. */
export async function openEvening({ call }: Live, people: number): Promise<Evening> {
  const body = { format: 'ideeenronde', title: 'Avond', question: 'Wat doen we met het plein?' };
  const { code, facilitatorToken } = (await call<Opened>('POST', '/api/sessions', null, body)).json;
  const path = `/api/sessions/${code}`;
  const participants: string[] = [];
  for (let i = 0; i < people; i++) {
    const joined = await call<Joined>('POST', `${path}/participants`, null, {
      id: `device-${i}-0000`,
      group: 'inwoner',
    });
    participants.push(joined.json.token);
  }
  return { code, path, facilitator: facilitatorToken, participants };
}
