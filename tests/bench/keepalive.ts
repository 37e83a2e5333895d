/**
 * One TCP connection of a browser, kept open: a question, then its answer. As light as it can be, so that what is measured is
 * the server: Node's own client takes longer over a question than the server over the answer.
 */
import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  /** names in lower case; of one that comes more than once, the last */
  headers: ReadonlyMap<string, string>;
  body: Buffer;
}

interface Asked {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

const endOfHead = '\r\n\r\n';

export class Line {
  readonly #socket: Socket;
  /** what has come of the answer */
  #heard: Buffer = Buffer.alloc(0);
  #asked: Asked | null = null;
  #broken: Error | null = null;

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay();
    this.#socket.on('data', (chunk) => this.#hear(chunk));
    this.#socket.on('error', (error) => this.#break(error));
    this.#socket.on('close', () => this.#break(new Error('the line closed')));
  }

  /** Bytes both ways. */
  get carried(): number {
    return this.#socket.bytesRead + this.#socket.bytesWritten;
  }

  /** `what`: method and path. The next question waits for this one's answer. */
  ask(what: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer> {
    if (this.#asked) throw new Error('one question at a time');
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken);
      this.#asked = { resolve, reject };
      this.#socket.write([`${what} HTTP/1.1`, ...lines, '', body].join('\r\n'));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #hear(chunk: Buffer): void {
    this.#heard = this.#heard.length === 0 ? chunk : Buffer.concat([this.#heard, chunk]);
    try {
      const answer = readAnswer(this.#heard);
      if (!answer) return;
      this.#heard = Buffer.alloc(0);
      this.#asked?.resolve(answer);
      this.#asked = null;
    } catch (error) {
      this.#break(error as Error);
      this.close();
    }
  }

  #break(error: Error): void {
    this.#broken ??= error;
    this.#asked?.reject(this.#broken);
    this.#asked = null;
  }
}

/** Null as long as it is not all there. Throws at what it can not read: the server announces every length. */
function readAnswer(heard: Buffer): Answer | null {
  const end = heard.indexOf(endOfHead);
  if (end < 0) return null;
  const [first = '', ...lines] = heard.toString('latin1', 0, end).split('\r\n');
  const headers = new Map(lines.map(readHeader));
  const length = Number(headers.get('content-length'));
  if (!Number.isInteger(length)) throw new Error(`an answer of unknown length: ${first}`);
  const body = heard.subarray(end + endOfHead.length);
  return body.length < length ? null : { status: Number(first.split(' ')[1]), headers, body };
}

function readHeader(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
