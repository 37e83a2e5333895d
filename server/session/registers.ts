import type { Store } from '../store/store.ts';
import { Presence } from './presence.ts';
import { Register } from './register.ts';

/** The registers that are in memory, by session. Loaded when asked, forgotten with the room. */
export class Registers {
  readonly presence = new Presence();
  /** votes that are being counted elsewhere → how far, in percents */
  readonly counting = new Map<string, number>();
  /** per run of tweetallen: how often a pair was shown */
  readonly pairs = new Map<string, Map<string, number>>();
  readonly #store: Store;
  readonly #loaded = new Map<string, Register>();
  /** called when a register comes into memory, also after a restart of the server */
  onLoad: (register: Register) => void = () => undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Only for sessions that exist. */
  of(code: string): Register {
    const loaded = this.#loaded.get(code);
    if (loaded) return loaded;
    const register = new Register(this.#store, code);
    this.#loaded.set(code, register);
    this.onLoad(register);
    return register;
  }

  /** Then the session exists: whoever ends one forgets its register. */
  has(code: string): boolean {
    return this.#loaded.has(code);
  }

  /** Who is here stays known: that is about connections, not about what is stored. */
  forget(code: string): void {
    this.#loaded.delete(code);
  }
}
