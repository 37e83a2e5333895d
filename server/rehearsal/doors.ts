/** The public doors of a server, as programs use them; and how often a door of a session stayed shut. */

/** What a door said instead of doing what was asked. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** A request to the public API. Throws `Refused` with the code when it is. */
export async function call<T>(
  base: string,
  method: string,
  path: string,
  token: string | null,
  body?: unknown,
): Promise<T> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  const answer = await fetch(`${base}/api${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const value = (await answer.json()) as T & { code?: string; detail?: string };
  if (answer.ok) return value;
  throw new Refused(`${method} ${path}: ${answer.status} ${value.code ?? ''} ${value.detail ?? ''}`.trim());
}

export class Doors {
  /** `http://127.0.0.1:8080`; another one after the server started again */
  base: string;
  readonly code: string;
  /** commands that were answered, and changes that were sent over a socket */
  acts = 0;
  /** what was refused, over HTTP or a socket, one line each */
  readonly refused: string[] = [];

  constructor(base: string, code: string) {
    this.base = base;
    this.code = code;
  }

  /** `path`: below the session. */
  async ask<T>(method: string, path: string, token: string | null, body?: unknown): Promise<T> {
    try {
      if (method !== 'GET') this.acts++;
      return await call<T>(this.base, method, `/sessions/${this.code}${path}`, token, body);
    } catch (error) {
      if (error instanceof Refused) this.refused.push(error.message);
      throw error;
    }
  }
}
