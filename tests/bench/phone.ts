/**
 * The way in of our own page (client/views/participant/entry.svelte.ts, client/board/board.svelte.ts): over HTTP, and then
 * where its socket goes. Each phone has a TCP connection of its own.
 */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { markHeader, protocolVersion } from '../../shared/protocol.ts';
import { unsortStrings } from '../../shared/sorted.ts';
import { newId, type Evening } from '../support/people.ts';
import { Line, type Answer } from './keepalive.ts';
import type { Door } from './servers/server.ts';

/** As a phone's browser says them. */
const browser = {
  Accept: 'application/json',
  'Accept-Language': 'nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7',
  'User-Agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  'X-Kantelbord-Role': 'participant',
};

/** What a browser can unpack, without and with HTTPS: there is a proxy before the server then. */
const unpacks = { http: 'gzip, deflate', https: 'gzip, deflate, br, zstd' } as const;

export class Phone {
  readonly #evening: Evening;
  readonly #headers: Record<string, string>;
  readonly #host: string;
  readonly #line: Line;
  #cookie = '';

  constructor(evening: Evening, scheme: keyof typeof unpacks = 'https') {
    this.#evening = evening;
    this.#host = new URL(evening.base).host;
    this.#line = new Line(Number(new URL(evening.base).port));
    this.#headers = { ...browser, 'Accept-Encoding': unpacks[scheme] };
  }

  /** Bytes that TCP carried both ways. */
  get carried(): number {
    return this.#line.carried;
  }

  /** Who am I here, and what is it? Somebody new sees the door. */
  async look(): Promise<void> {
    await this.#ask('GET', '/me', 401);
    await this.#ask('GET', '?language=nl', 200);
  }

  async join(): Promise<void> {
    const { headers } = await this.#ask('POST', '/participants', 201, { id: newId() + newId() });
    this.#cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  async takeBoard(): Promise<FetchedBoard> {
    const { headers, body } = await this.#ask('GET', '/board?role=participant&near=2', 200);
    return boardOf(headers.get(markHeader.toLowerCase()) ?? '', body, headers.get('content-encoding'));
  }

  get door(): Door {
    return {
      url: `ws://${this.#host}/sync/${this.#evening.code}?v=${protocolVersion}&role=participant`,
      protocols: [],
      headers: { ...this.#headers, Cookie: this.#cookie, Origin: this.#evening.base },
    };
  }

  close(): void {
    this.#line.close();
  }

  async #ask(method: string, path: string, expected: number, json?: object): Promise<Answer> {
    const { base, code } = this.#evening;
    const text = json ? JSON.stringify(json) : '';
    const headers = {
      Host: this.#host,
      Connection: 'keep-alive',
      ...this.#headers,
      Referer: `${base}/s/${code}`,
      ...(this.#cookie !== '' && { Cookie: this.#cookie }),
      ...(json && {
        Origin: base,
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(text)),
      }),
    };
    const answer = await this.#line.ask(`${method} /api/sessions/${code}${path}`, headers, text);
    if (answer.status !== expected) throw new Error(`${method} ${path}: ${answer.status}`);
    return answer;
  }
}

export interface FetchedBoard {
  mark: string;
  /** bytes of it on the line */
  carried: number;
  /** in Yjs's second format */
  update: Buffer;
  vector: Uint8Array;
}

interface Seen extends FetchedBoard {
  body: Buffer;
}

/** Unpacked once however many have it: the generator is not what is measured. */
const seen: Seen[] = [];
const remembered = 4;

function boardOf(mark: string, body: Buffer, coding: string | undefined): FetchedBoard {
  const known = seen.find((one) => one.mark === mark && one.body.equals(body));
  if (known) return known;
  const sorted = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body;
  const update = Buffer.from(unsortStrings(sorted));
  const board = { mark, carried: body.length, body, update, vector: Y.encodeStateVectorFromUpdateV2(update) };
  if (seen.unshift(board) > remembered) seen.pop();
  return board;
}
