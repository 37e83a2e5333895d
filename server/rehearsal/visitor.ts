/**
 * One simulated participant: comes in through the same public doors as real people, with a token of its own.
 */
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { fieldsMap, makeCard, makeCluster, moveCard, replaceText, type NewCard } from '../../shared/document.ts';
import { decodeOwn, encodeSync, frame, protocolVersion, sync } from '../../shared/protocol.ts';

/** A request to the public API; throws with the code when it is refused. */
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
  const value = (await answer.json()) as T & { code?: string };
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${value.code ?? ''}`);
  return value;
}

export class Visitor {
  readonly doc = new Y.Doc();
  readonly #socket: WebSocket;
  readonly #base: string;
  readonly #code: string;
  readonly #token: string;
  /** messages with changes: how many went out, and how many are stored */
  #sent = 0;
  #stored = 0;
  #heard: () => void = () => undefined;

  private constructor(base: string, code: string, token: string, socket: WebSocket) {
    this.#base = base;
    this.#code = code;
    this.#token = token;
    this.#socket = socket;
  }

  /** Joins and waits until the board is here. Rejects when the door stays shut. */
  static async join(base: string, code: string, who: { group: string; table: number | null }): Promise<Visitor> {
    const { token } = await call<{ token: string }>(base, 'POST', `/sessions/${code}/participants`, null, who);
    return Visitor.#enter(base, code, token, code);
  }

  static async #enter(base: string, code: string, token: string, path: string): Promise<Visitor> {
    const url = `${base.replace(/^http/, 'ws')}/sync/${path}?v=${protocolVersion}&role=participant`;
    const socket = new WebSocket(url, [`bearer.${token}`]);
    socket.binaryType = 'nodebuffer';
    const visitor = new Visitor(base, code, token, socket);
    await visitor.#arrive();
    return visitor;
  }

  /** The same person, with the document of a plan open. */
  open(plan: string): Promise<Visitor> {
    return Visitor.#enter(this.#base, this.#code, this.#token, `${this.#code}/plans/${plan}`);
  }

  fill(field: string, text: string): void {
    const shared = fieldsMap(this.doc).get(field);
    if (shared) this.doc.transact(() => replaceText(shared, text), 'visitor');
  }

  /** All that was written here is on the server's disk. */
  async saved(): Promise<void> {
    while (this.#stored < this.#sent && this.#socket.readyState === WebSocket.OPEN) {
      await new Promise((resolve) => (this.#heard = () => resolve(undefined)));
    }
  }

  write(card: NewCard): void {
    makeCard(this.doc, card, 'visitor');
  }

  makeTheme(id: string, name: string): void {
    makeCluster(this.doc, id, name, 'visitor');
  }

  move(card: string, cluster: string): void {
    moveCard(this.doc, card, cluster, 'visitor');
  }

  command<T>(method: string, path: string, body?: unknown): Promise<T> {
    return call<T>(this.#base, method, `/sessions/${this.#code}${path}`, this.#token, body);
  }

  leave(): void {
    this.#socket.close();
    this.doc.destroy();
  }

  #arrive(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.on('error', reject);
      this.#socket.on('close', () => this.#heard());
      this.#socket.on('close', (code, reason) => reject(new Error(`the door closed: ${code} ${reason.toString()}`)));
      this.#socket.on('open', () => this.#socket.send(encodeSync(sync.step1, Y.encodeStateVector(this.doc))));
      this.#socket.on('message', (data: Buffer) => {
        if (this.#read(new Uint8Array(data))) resolve();
      });
      this.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === 'visitor' && this.#socket.readyState === WebSocket.OPEN) {
          this.#sent++;
          this.#socket.send(encodeSync(sync.update, update));
        }
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
    const payload = decoding.readVarUint8Array(decoder);
    if (step === sync.step1) {
      this.#sent++;
      this.#socket.send(encodeSync(sync.step2, Y.encodeStateAsUpdate(this.doc, payload)));
      return false;
    }
    Y.applyUpdate(this.doc, payload, 'server');
    return step === sync.step2;
  }
}
