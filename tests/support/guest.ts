/** Somebody in a room, on a socket that is not there. */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Identity } from '../../server/ports.ts';
import { Connection, type Socket } from '../../server/sync/connection.ts';
import { openDoc } from '../../server/sync/doc.ts';
import type { Clock } from '../../server/clock.ts';
import { receive } from '../../server/sync/receive.ts';
import type { Room } from '../../server/sync/room.ts';
import { decodeOwn, encodeSync, frame, sync, type Hello, type Pulse, type Refused } from '../../shared/protocol.ts';

export interface GuestParts {
  room: () => Room;
  clock: Clock;
  identity: Identity;
  own: boolean;
  from?: string | undefined;
  doc?: Y.Doc | undefined;
}

export class Guest implements Socket {
  readonly doc: Y.Doc;
  readonly connection: Connection;
  bufferedAmount = 0;
  readyState = 1;
  closedWith: { code: number; reason: string } | null = null;
  hello: Hello | null = null;
  stored: number | null = null;
  refused: Refused | null = null;
  readonly pulses: Pulse[] = [];
  pokes = 0;
  pings = 0;
  /** answers a ping */
  alive = true;
  /** every frame that came, as bytes */
  readonly frames: Uint8Array[] = [];
  onUpdate: () => void = () => undefined;
  readonly #room: () => Room;

  constructor({ room, clock, identity, own, from, doc = openDoc([]) }: GuestParts) {
    this.#room = room;
    this.doc = doc;
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    this.connection = new Connection({ socket: this, identity, own, from: from ?? null, clock, log });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'wire' && this.readyState === 1) this.say(encodeSync(sync.update, update));
    });
  }

  /** As every client does: joins, and asks what there is. */
  enter(): void {
    this.#room().join(this.connection);
    this.say(encodeSync(sync.step1, Y.encodeStateVector(this.doc)));
  }

  say(bytes: Uint8Array): void {
    receive(this.#room(), this.connection, bytes, true);
  }

  /** The line is cut. */
  leave(): void {
    this.readyState = 3;
    this.#room().leave(this.connection);
  }

  send(bytes: Uint8Array): void {
    this.frames.push(bytes);
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === frame.hello) this.hello = decodeOwn(frame.hello, decoder);
    if (type === frame.stored) this.stored = decodeOwn(frame.stored, decoder).count;
    if (type === frame.refused) this.refused = decodeOwn(frame.refused, decoder);
    if (type === frame.pulse) this.pulses.push(decodeOwn(frame.pulse, decoder));
    if (type === frame.me) this.pokes++;
    if (type === frame.sync) this.#hear(decoder);
  }

  ping(): void {
    this.pings++;
    if (this.alive) this.connection.heard = true;
  }

  close(code: number, reason: string): void {
    this.closedWith ??= { code, reason };
    this.leave();
  }

  terminate(): void {
    this.close(1006, '');
  }

  #hear(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (step === sync.step1) return this.say(encodeSync(sync.step2, Y.encodeStateAsUpdate(this.doc, payload)));
    this.onUpdate();
    Y.applyUpdate(this.doc, payload, 'wire');
  }
}
