/** Who is this, and may they come in? */
import type * as Y from 'yjs';
import { limits } from '../../shared/limits.ts';
import type { Role } from '../../shared/model.ts';
import { refuse, type Language, type Refusal, type RefusalCode } from '../../shared/refusals.ts';
import type { Credentials, Identity } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { sessionOf } from './board.ts';
import type { Clock } from './clock.ts';
import { Rate } from './rate.ts';
import type { Registers } from './registers.ts';
import { tokenHash } from './secrets.ts';
import { isLeader } from './who.ts';

type Admitted = { identity: Identity; language: Language };
type Parts = { store: Store; clock: Clock; board(code: string): Y.Doc };

export class Admission {
  readonly #parts: Parts;
  readonly #registers: Registers;
  /** wrong codes and wrong tokens, by address */
  readonly #failures: Rate;

  constructor(parts: Parts, registers: Registers) {
    this.#parts = parts;
    this.#registers = registers;
    this.#failures = new Rate(parts.clock, limits.failuresPerMinute);
  }

  /**
   * A right token is always let in: a whole hall shares one address, and one who guesses there must not shut out the rest.
   * Everything that could tell a guesser something comes after the limit.
   */
  admit(code: string, credentials: Credentials, address: string): Admitted | Refusal {
    const { store, board } = this.#parts;
    const session = store.sessions.get(code);
    const tokens = tokensOf(code, credentials);
    const identity = session && this.#identify(code, tokens);
    if (identity) return this.#enter(code, identity);

    if (this.#failures.isFull(address)) return refuse('too_fast');
    if (!session) return store.sessions.erased(code) ? refuse('session_deleted') : this.#fail(address, 'no_session');
    if (credentials.role === 'screen') {
      if (sessionOf(board(code)).state === 'prepared') return refuse('not_open_yet');
      return this.#enter(code, { role: 'screen', who: null, tokenHash: null });
    }
    return tokens.length === 0 ? refuse('no_identity') : this.#fail(address, 'bad_token');
  }

  #identify(code: string, tokens: readonly Proof[]): Identity | null {
    const register = this.#registers.of(code);
    for (const { role, token } of tokens) {
      const hash = tokenHash(token);
      const who = register.byToken(hash);
      if (who === undefined) continue;
      const is: Role = isLeader(who) ? 'facilitator' : 'participant';
      if (role === null || role === is) return { role: is, who, tokenHash: hash };
    }
    return null;
  }

  #enter(code: string, identity: Identity): Admitted | Refusal {
    if (identity.who !== null && this.#registers.of(code).participant(identity.who)?.removed) return refuse('removed');
    return { identity, language: sessionOf(this.#parts.board(code)).language };
  }

  #fail(address: string, code: RefusalCode): Refusal {
    this.#failures.count(address);
    return refuse(code);
  }
}

interface Proof {
  /** the role it must prove; null: whichever it does */
  role: Role | null;
  token: string;
}

/** What a client shows, strongest claim first. Who says no role is taken for a participant before a facilitator. */
function tokensOf(code: string, { role, cookie, bearer }: Credentials): Proof[] {
  if (role !== null && role !== 'participant' && role !== 'facilitator') return [];
  const proofs: Proof[] = bearer === null ? [] : [{ role, token: bearer }];
  const roles: Role[] = role === null ? ['participant', 'facilitator'] : [role];
  for (const asked of roles) {
    const token = cookieOf(cookie, `kb_${code}_${asked}`);
    if (token !== null) proofs.push({ role: asked, token });
  }
  return proofs;
}

function cookieOf(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
