/**
 * A wire in virtual time, between y-websocket in a client and a room on the server: in order, as slow as asked, and cut
 * whenever asked, with everything under way lost. Use with vitest's fake timers.
 */
import type { Socket } from '../../server/sync/connection.ts';

/** What the server side does with a new line. */
export interface ServerEnd {
  receive(data: Uint8Array): void;
  /** a ping was answered */
  ponged(): void;
  closed(): void;
}

export type Accept = (url: string, socket: Socket) => ServerEnd;

export interface Wire {
  /** for y-websocket's `WebSocketPolyfill`, or for `new` in a hostile client */
  WebSocket: typeof WebSocket;
  /** off: every line is cut and no new one comes through */
  setUp(up: boolean): void;
  /** on: every line goes dead without anybody being told, and who dials waits for ever */
  setSilent(silent: boolean): void;
  /** between now and the moment something arrives, in ms */
  setDelay(delay: () => number): void;
}

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

export function makeWire(accept: Accept): Wire {
  let isUp = true;
  let isSilent = false;
  let delay = () => 0;
  const lines = new Set<Line>();

  class Line {
    readonly CONNECTING = CONNECTING;
    readonly OPEN = OPEN;
    readonly CLOSED = CLOSED;
    static readonly OPEN = OPEN;
    readyState = CONNECTING;
    binaryType = 'arraybuffer';
    onopen: (() => void) | null = null;
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
    onclose: ((event: { code: number; reason: string }) => void) | null = null;
    onerror: ((event: unknown) => void) | null = null;
    #server: ServerEnd | null = null;
    #serverState = OPEN;
    /** nothing arrives here any more, whatever comes later */
    #dead = isSilent;
    readonly #due = { up: 0, down: 0 };

    constructor(url: string | URL) {
      lines.add(this);
      const open = () => {
        if (this.readyState !== CONNECTING) return;
        if (this.#dead) return;
        if (!isUp) return this.cut();
        this.readyState = OPEN;
        this.#server = accept(String(url), this.#serverSocket());
        this.onopen?.();
      };
      setTimeout(open, delay());
    }

    send(data: Uint8Array | ArrayBuffer): void {
      if (this.readyState !== OPEN) return;
      const bytes = new Uint8Array(data).slice();
      this.#later('up', () => this.#server?.receive(bytes));
    }

    close(code = 1000, reason = ''): void {
      if (this.readyState === CLOSED) return;
      this.readyState = CLOSED;
      this.#later('up', () => this.#serverGone());
      setTimeout(() => this.onclose?.({ code, reason }), 0);
      lines.delete(this);
    }

    /** Both ends find out; what was under way is lost. */
    cut(): void {
      if (this.readyState === CLOSED) return;
      this.readyState = CLOSED;
      lines.delete(this);
      this.#serverGone();
      this.onclose?.({ code: 1006, reason: '' });
    }

    die(): void {
      this.#dead = true;
    }

    #serverGone(): void {
      this.#serverState = CLOSED;
      const server = this.#server;
      this.#server = null;
      server?.closed();
    }

    #serverSocket(): Socket {
      const state = () => this.#serverState;
      return {
        bufferedAmount: 0,
        get readyState() {
          return state();
        },
        send: (data) => {
          const bytes = data.slice();
          this.#later('down', () => this.onmessage?.({ data: bytes.buffer as ArrayBuffer }));
        },
        ping: () => this.#later('down', () => this.#later('up', () => this.#server?.ponged())),
        terminate: () => (this.#dead ? this.#serverGone() : this.cut()),
        close: (code, reason) => {
          this.#serverState = CLOSED;
          this.#later('down', () => {
            if (this.readyState === CLOSED) return;
            this.readyState = CLOSED;
            lines.delete(this);
            this.#serverGone();
            this.onclose?.({ code, reason });
          });
        },
      };
    }

    /** In order, whatever the delays: this is one connection. */
    #later(way: 'up' | 'down', work: () => void): void {
      const due = Math.max(this.#due[way], Date.now() + delay());
      this.#due[way] = due;
      setTimeout(() => {
        if (this.#dead) return;
        const arrives = way === 'up' ? this.#server !== null : this.readyState === OPEN;
        if (arrives) work();
      }, due - Date.now());
    }
  }

  return {
    WebSocket: Line as unknown as typeof WebSocket,
    setUp(up) {
      isUp = up;
      if (!up) for (const line of [...lines]) line.cut();
    },
    setSilent(silent) {
      isSilent = silent;
      if (silent) for (const line of lines) line.die();
    },
    setDelay: (next) => (delay = next),
  };
}
