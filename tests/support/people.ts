/**
 * People as programs: the public doors without a browser, for setting a scene quickly and for looking at what leaves.
 */
import type { BallotPaper, BallotTaken, Opened, SessionInfo } from '../../shared/api.ts';
import type { Joined, Me } from '../../shared/api/me.ts';
import { makeId } from '../../shared/ids.ts';

export const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
export const newId = () => makeId(randomBytes);

export interface Answered<T> {
  status: number;
  body: T;
}

/** One request with a token; never throws for what the server says. */
export async function ask<T>(
  base: string,
  method: string,
  path: string,
  token?: string,
  body?: unknown,
): Promise<Answered<T>> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  const answer = await fetch(`${base}/api${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, body: (isJson ? JSON.parse(text) : text) as T };
}

/** The same, for when anything but yes is a failed test. */
export async function must<T>(base: string, method: string, path: string, token?: string, body?: unknown): Promise<T> {
  const answer = await ask<T>(base, method, path, token, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export interface Evening {
  base: string;
  code: string;
  facilitator: string;
  info(): Promise<SessionInfo>;
  join(who?: { name?: string; group?: string; table?: number }): Promise<Guest>;
  lead(path: string, body?: unknown): Promise<unknown>;
}

export interface Guest {
  id: string;
  token: string;
  write(title: string, text?: string): Promise<string>;
  paper(phase: string): Promise<BallotPaper>;
  vote(phase: string, ballot: unknown): Promise<BallotTaken>;
  me(): Promise<Me>;
  /** Any other request, below the session. */
  command(method: string, path: string, body?: unknown): Promise<unknown>;
}

/** Opens a session of the Ideeënronde. */
export async function openEvening(base: string, more: Record<string, unknown> = {}): Promise<Evening> {
  const opened = await must<Opened>(base, 'POST', '/sessions', undefined, {
    format: 'ideeenronde',
    title: 'Lindewijk aan zet',
    question: 'Welk idee maakt de buurt warmer?',
    organiser: 'Gemeente Lindestad',
    anchors: ['Er is € 40.000', 'De speeltuin blijft', 'Klaar voor 1 juli 2027'],
    ...more,
  });
  return eveningOf(base, opened);
}

/** What can be done with a session that was just opened or imported. */
export function eveningOf(
  base: string,
  { code, facilitatorToken }: Pick<Opened, 'code' | 'facilitatorToken'>,
): Evening {
  const path = `/sessions/${code}`;
  return {
    base,
    code,
    facilitator: facilitatorToken,
    info: () => must(base, 'GET', path),
    lead: (to, body = {}) => must(base, 'POST', path + to, facilitatorToken, body),
    async join(who = {}) {
      const { participant, token } = await must<Joined>(base, 'POST', `${path}/participants`, undefined, {
        id: newId() + newId(),
        ...who,
      });
      return {
        id: participant.id,
        token,
        write: async (title, text = '') =>
          (await must<{ id: string }>(base, 'POST', `${path}/cards`, token, { id: newId(), title, text })).id,
        paper: (phase) => must(base, 'GET', `${path}/ballots/${phase}`, token),
        vote: (phase, ballot) => must(base, 'PUT', `${path}/ballots/${phase}`, token, ballot),
        me: () => must(base, 'GET', `${path}/me`, token),
        command: (method, to, body = {}) => must(base, method, path + to, token, body),
      };
    },
  };
}
