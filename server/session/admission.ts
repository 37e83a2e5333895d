/** Who is this, and may they come in? */
import type * as Y from 'yjs';
import type { Role } from '../../shared/model.ts';
import { refuse, type Language, type Refusal } from '../../shared/refusals.ts';
import type { Guesses } from '../guesses.ts';
import type { Credentials, Identity } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { sessionOf } from './board.ts';
import type { Registers } from './registers.ts';
import { tokenHash } from './secrets.ts';
import { isLeader } from './who.ts';

type Admitted = { identity: Identity; language: Language };
type Parts = { store: Store; guesses: Guesses; board(code: string): Y.Doc };

export class Admission {
  readonly #parts: Parts;
  readonly #registers: Registers;

  constructor(parts: Parts, registers: Registers) {
    this.#parts = parts;
    this.#registers = registers;
  }

  /** A right token is always let in; everything that could tell a guesser something comes after the limit. */
  admit(code: string, credentials: Credentials, address: string): Admitted | Refusal {
    const { store, guesses, board } = this.#parts;
    const exists = this.#registers.has(code) || store.sessions.get(code) !== null;
    const tokens = tokensOf(code, credentials);
    // the board first: a register is in memory as long as its room
    const session = exists ? sessionOf(board(code)) : null;
    const identity = session && this.#identify(code, tokens);
    if (identity) {
      guesses.meet(address, code);
      return this.#enter(code, identity, session.language);
    }

    const hushed = guesses.hush(address, code);
    if (hushed) return hushed;
    if (!session) {
      return store.sessions.erased(code) ? refuse('session_deleted') : guesses.miss(address, refuse('no_session'));
    }
    guesses.meet(address, code);
    if (credentials.role === 'screen') {
      if (session.state === 'prepared') return refuse('not_open_yet');
      return this.#enter(code, { role: 'screen', who: null, tokenHash: null }, session.language);
    }
    return tokens.length === 0 ? refuse('no_identity') : guesses.miss(address, refuse('bad_token'));
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

  #enter(code: string, identity: Identity, language: Language): Admitted | Refusal {
    if (identity.who !== null && this.#registers.of(code).participant(identity.who)?.removed) return refuse('removed');
    return { identity, language };
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
