/**
 * One document on the wire: y-websocket's provider with our own messages, a reconnect that is spread by chance, and a
 * question when the other side has been silent while we wait for it.
 */
import type { Decoder } from 'lib0/decoding';
import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import {
  decodeOwn,
  encodeMark,
  frame,
  parseMark,
  protocolVersion,
  sync,
  type Mark,
  type Hello,
  type Pulse,
  type Refused,
  type Stored,
} from '../../shared/protocol.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import { countingSocket, type Counter } from './socket.ts';

export interface LineOptions {
  /** `ws://host/sync` */
  url: string;
  code: string;
  params: Record<string, string>;
  /** the mark up to which the document has all already */
  from: string | null;
  protocols?: string[];
  WebSocket: typeof WebSocket;
  /** 0 ≤ x < 1, for jitter */
  chance(): number;
  /** false when the device says that it has no network; it may be wrong: a server on the device itself is still there */
  hasNetwork(): boolean;
}

export interface LineEvents {
  hello(hello: Hello): void;
  stored(stored: Stored): void;
  refused(refused: Refused): void;
  pulse(pulse: Pulse): void;
  me(): void;
  /** the socket opened or closed */
  online(online: boolean): void;
  /** the server has answered with all it has, or is gone again */
  synced(synced: boolean): void;
  /** the server closed it for good, and says why */
  closed(code: RefusalCode): void;
}

/** Longest silence, in ms, after a question that every server answers at once. */
const patience = 5_000;
/** Longest wait, in ms, for a line: a server that hangs takes the call and says nothing, and browsers bear that for minutes. */
const dialPatience = 10_000;
/** Longest wait for the next try, in ms: within five seconds of the server being there again, so is everybody. */
const slowest = 4_000;

export class Line {
  readonly #provider: WebsocketProvider;
  readonly #chance: () => number;
  readonly #hasNetwork: () => boolean;
  #tries = 0;
  /** where this connection is: what the room had sent when it joined, and one more with each update message */
  #mark: Mark | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: ReturnType<typeof setTimeout> | undefined;
  #dialled: ReturnType<typeof setTimeout> | undefined;

  constructor(doc: Y.Doc, options: LineOptions, counter: Counter, on: LineEvents) {
    const { url, code, params, protocols, chance } = options;
    this.#chance = chance;
    this.#hasNetwork = () => options.hasNetwork();
    const provider = new WebsocketProvider(url, code, doc, {
      params: { v: String(protocolVersion), ...params, ...(options.from !== null && { from: options.from }) },
      protocols: protocols ?? [],
      WebSocketPolyfill: countingSocket(options.WebSocket, counter),
      disableBc: true,
      connect: false,
    });
    this.#provider = provider;
    provider.awareness.setLocalState(null);
    const hear = (type: number, read: (decoder: Decoder) => void) => {
      provider.messageHandlers[type] = (_encoder: unknown, decoder: Decoder) => read(decoder);
    };
    hear(frame.hello, (decoder) => {
      const hello = decodeOwn(frame.hello, decoder);
      this.#mark = parseMark(hello.mark);
      on.hello(hello);
    });
    this.#countTicks();
    hear(frame.stored, (decoder) => on.stored(decodeOwn(frame.stored, decoder)));
    hear(frame.refused, (decoder) => on.refused(decodeOwn(frame.refused, decoder)));
    hear(frame.pulse, (decoder) => on.pulse(decodeOwn(frame.pulse, decoder)));
    hear(frame.me, (decoder) => {
      decodeOwn(frame.me, decoder);
      on.me();
    });
    provider.on('status', ({ status }) => {
      clearTimeout(this.#dialled);
      if (status === 'connecting') this.#dialled = setTimeout(() => provider.disconnect(), dialPatience);
      on.online(status === 'connected');
    });
    provider.on('sync', (synced: boolean) => {
      if (synced) this.#tries = 0;
      if (synced) this.#remember();
      on.synced(synced);
    });
    provider.on('connection-close', (event) => this.#closed(event?.code ?? 0));
    provider.on('closed', ({ reason }) => on.closed(reason as RefusalCode));
    provider.connect();
  }

  /**
   * Is anybody still there? A phone that lost its wifi hears nothing of it; after silence the socket is given up. What was
   * heard may have been under way already, so while the device says that it has no network we go on asking.
   */
  probe(): void {
    const { ws, wsLastMessageReceived: heard } = this.#provider;
    if (!this.#provider.wsconnected || !ws || this.#asked) return;
    ws.send(Uint8Array.of(frame.queryAwareness));
    this.#asked = setTimeout(() => {
      this.#asked = undefined;
      if (this.#provider.ws !== ws) return;
      const isThere = this.#provider.wsLastMessageReceived !== heard;
      if (isThere && !this.#hasNetwork()) return this.probe();
      if (isThere) return;
      this.#provider.disconnect();
      this.#provider.connect();
    }, patience);
  }

  /** Now, without waiting for the next try: the device says that it has a network again. */
  hurry(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#provider.connect();
  }

  /** Said when it changes: setting the same again sends it again, at every letter. */
  setWriting(writing: boolean): void {
    const { awareness } = this.#provider;
    if (writing !== (awareness.getLocalState() !== null)) awareness.setLocalState(writing ? { writing } : null);
  }

  destroy(): void {
    this.#provider.destroy();
    clearTimeout(this.#timer);
    clearTimeout(this.#asked);
    clearTimeout(this.#dialled);
  }

  /** Every tick is one update message, the same for everybody. */
  #countTicks(): void {
    const provider = this.#provider;
    const takeIn = provider.messageHandlers[frame.sync];
    provider.messageHandlers[frame.sync] = (encoder, decoder, ...rest) => {
      const isTick = decoder.arr[decoder.pos] === sync.update;
      takeIn?.(encoder, decoder, ...rest);
      if (isTick && this.#mark) this.#mark.tick++;
      if (isTick && provider.synced) this.#remember();
    };
  }

  /** Only in sync: what came before the answer to our question may build on what that answer holds. */
  #remember(): void {
    if (this.#mark) this.#provider.params.from = encodeMark(this.#mark);
  }

  /** A hall that lost its wifi does not come back in one instant: the next try is ours, at a moment of chance. */
  #closed(code: number): void {
    clearTimeout(this.#dialled);
    if (code >= 4400 && code < 4500) return;
    const most = Math.min(slowest, 1_500 * 2 ** this.#tries++);
    this.#provider.shouldConnect = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#provider.connect();
      },
      100 + this.#chance() * most,
    );
  }
}
