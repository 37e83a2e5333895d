/**
 * A link that gives a duty or a group: `/s/CODE#als=<token>`. The token travels in the fragment, which no server and no log
 * sees, and leaves the address bar at once. Until somebody is in, this tab keeps it, also over a reload.
 */
import type { Invitation } from '../../../shared/api/invitations.ts';
import type { Api, ProblemCode } from '../../connection/api.ts';

const nameOf = (code: string) => `kantelbord:als:${code}`;
const mark = '#als=';

export class Invited {
  /** what the link gives, for who is at the door */
  gives = $state.raw<Invitation | null>(null);
  /** why it gives nothing */
  problem = $state<ProblemCode | null>(null);
  /** null: no link, or it has been used */
  token: string | null = null;
  readonly #code: string;
  readonly #api: Api;

  constructor(code: string, api: Api) {
    this.#code = code;
    this.#api = api;
  }

  /** Out of the address bar; else what this tab kept. */
  take(place: Location = location, past: History = history): void {
    if (place.hash.startsWith(mark)) {
      const token = place.hash.slice(mark.length);
      past.replaceState(null, '', place.pathname + place.search);
      stored((storage) => storage.setItem(nameOf(this.#code), token));
      this.token = token;
      this.problem = null;
    } else this.token ??= stored((storage) => storage.getItem(nameOf(this.#code)));
  }

  /** For who is in already. Who is not keeps the link for the door. */
  async accept(): Promise<void> {
    if (this.token === null) return;
    const reply = await this.#send('/me/invitation');
    if (reply.ok) this.drop();
    else if (reply.code === 'bad_invitation') this.refused();
  }

  /** At the door: what will it give? */
  async show(): Promise<void> {
    if (this.token === null) return;
    const reply = await this.#send('/invitations/show');
    this.gives = reply.ok ? reply.value : null;
    if (!reply.ok && reply.code === 'bad_invitation') this.refused();
  }

  refused(): void {
    this.drop();
    this.problem = 'bad_invitation';
  }

  /** It was used, or does not work. */
  drop(): void {
    this.token = null;
    this.gives = null;
    stored((storage) => storage.removeItem(nameOf(this.#code)));
  }

  #send(below: string) {
    return this.#api.send<Invitation>('POST', `/sessions/${this.#code}${below}`, { invitation: this.token });
  }
}

/** Null too in a browser that stores nothing: what it should keep lives as long as the page. */
export function stored<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
