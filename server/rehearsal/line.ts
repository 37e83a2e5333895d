/**
 * A socket of the sync door with a document behind it. Who `follows` has the whole board; who does not only writes: a thousand
 * boards in one process are more than it can hold.
 */
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import type { Role } from '../../shared/model.ts';
import { decodeOwn, encodeSync, frame, protocolVersion, sync } from '../../shared/protocol.ts';
import type { Doors } from './doors.ts';

interface Speaker {
  token: string;
  role: Role;
  follows: boolean;
}

/** ms in which a board follows a command, even on a slow machine */
const patience = 20_000;

export class Line {
  readonly doc = new Y.Doc();
  readonly #doors: Doors;
  readonly #socket: WebSocket;
  readonly #follows: boolean;
  /** messages with changes: how many went out, and how many are stored */
  #sent = 0;
  #stored = 0;
  #left = false;
  #heard: () => void = () => undefined;

  /** `plan`: of that plan's document instead of the session's. Rejects when the door stays shut. */
  static async open(doors: Doors, speaker: Speaker, plan?: string): Promise<Line> {
    const line = new Line(doors, speaker, plan === undefined ? '' : `/plans/${plan}`);
    await line.#arrive();
    return line;
  }

  private constructor(doors: Doors, { token, role, follows }: Speaker, below: string) {
    const url = `${doors.base.replace(/^http/, 'ws')}/sync/${doors.code}${below}?v=${protocolVersion}&role=${role}`;
    this.#doors = doors;
    this.#follows = follows;
    this.#socket = new WebSocket(url, [`bearer.${token}`]);
    this.#socket.binaryType = 'nodebuffer';
  }

  /** In one's own name. */
  change(write: (doc: Y.Doc) => void): void {
    this.doc.transact(() => write(this.doc), this);
  }

  /** All that was written here is on the server's disk; or the line is gone. */
  async saved(): Promise<void> {
    while (this.#stored < this.#sent && this.#isOpen) {
      await new Promise((resolve) => (this.#heard = () => resolve(undefined)));
    }
  }

  /** Waits until the board shows it. Throws when it does not within some seconds; `more`: ms on top of that. */
  until(there: (doc: Y.Doc) => boolean, what: string, more = 0): Promise<void> {
    if (there(this.doc)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const done = (end: () => void) => {
        clearTimeout(timer);
        this.doc.off('update', look);
        end();
      };
      const look = () => there(this.doc) && done(resolve);
      const timer = setTimeout(() => done(() => reject(new Error(`the board does not show ${what}`))), patience + more);
      this.doc.on('update', look);
    });
  }

  close(): void {
    this.#left = true;
    this.#socket.close();
    this.doc.destroy();
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  #arrive(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.on('error', reject);
      this.#socket.on('close', (code, reason) => {
        this.#heard();
        // 4400 to 4499: the server wants nothing more of us. A server that stops says something else.
        if (!this.#left && code >= 4400) this.#doors.refused.push(`sync: ${code} ${reason.toString()}`);
        reject(new Error(`the door closed: ${code} ${reason.toString()}`));
      });
      this.#socket.on('open', () => {
        if (this.#follows) this.#socket.send(encodeSync(sync.step1, Y.encodeStateVector(this.doc)));
        else resolve();
      });
      this.#socket.on('message', (data: Buffer) => {
        if (this.#read(new Uint8Array(data))) resolve();
      });
      this.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== this || !this.#isOpen) return;
        this.#sent++;
        this.#doors.acts++;
        this.#socket.send(encodeSync(sync.update, update));
      });
    });
  }

  /** True once the whole board has come in. */
  #read(data: Uint8Array): boolean {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === frame.stored) {
      this.#stored = decodeOwn(frame.stored, decoder).count;
      this.#heard();
    }
    if (type !== frame.sync) return false;
    const step = decoding.readVarUint(decoder);
    if (step === sync.step1) {
      this.#sent++;
      this.#socket.send(encodeSync(sync.step2, Y.encodeStateAsUpdate(this.doc, decoding.readVarUint8Array(decoder))));
      return false;
    }
    if (!this.#follows) return false;
    Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), 'server');
    return step === sync.step2;
  }
}
