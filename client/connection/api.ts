/**
 * Commands and questions over HTTP. A refusal is a value: nothing here throws for what the server or the network says.
 */
import type { Role } from '../../shared/model.ts';
import { markHeader } from '../../shared/protocol.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import { unsortStrings } from '../../shared/sorted.ts';
import { addressOf, type Fetch } from './ahead.ts';

/** `offline`: the server was not reached, so nothing is known to have happened. */
export type ProblemCode = RefusalCode | 'offline';

export type Reply<T> = { ok: true; value: T } | { ok: false; code: ProblemCode; detail: string | null };

type Headers = Record<string, string>;

export interface Api {
  get<T>(path: string): Promise<Reply<T>>;
  send<T>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Headers,
  ): Promise<Reply<T>>;
}

/** Speaks to `/api<path>` in one role: facilitator and wall share a laptop, so a request says which cookie it means. */
export function makeApi(role: Role | null, fetcher: Fetch = (...all) => fetch(...all)): Api {
  async function ask<T>(method: string, path: string, body?: unknown, more: Headers = {}): Promise<Reply<T>> {
    const headers: Headers = { Accept: 'application/json', ...more };
    if (role) headers['X-Kantelbord-Role'] = role;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    try {
      const answer = await fetcher(`/api${path}`, {
        method,
        headers,
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const value: unknown = answer.status === 204 ? null : await answer.json();
      return answer.ok ? { ok: true, value: value as T } : problem(value);
    } catch {
      // fetch rejects when the network fails, json() when something between us and the server answered instead of it
      return { ok: false, code: 'offline', detail: null };
    }
  }
  return { get: (path) => ask('GET', path), send: (method, path, body, more) => ask(method, path, body, more) };
}

/** A board as one update, and how far it is: the socket brings the rest. */
export interface FetchedBoard {
  /** in Yjs's second format */
  update: Uint8Array;
  mark: string | null;
}

/** Null when it could not be had: then the socket brings everything. */
export async function fetchBoard(code: string, role: Role, fetcher: Fetch): Promise<FetchedBoard | null> {
  try {
    const answer = await fetcher(addressOf.board(code, role), { credentials: 'same-origin' });
    if (!answer.ok) return null;
    return { update: unsortStrings(new Uint8Array(await answer.arrayBuffer())), mark: answer.headers.get(markHeader) };
  } catch {
    return null;
  }
}

function problem(value: unknown): Reply<never> {
  const { code, detail } = (value ?? {}) as { code?: string; detail?: string };
  // a code of ours, also one whose sentence only some pages have; whatever stands between us says other things
  const ours = /^[a-z]+(_[a-z]+)*$/.test(code ?? '') ? (code as RefusalCode) : 'server_error';
  return { ok: false, code: ours, detail: detail ?? null };
}
