/** Large answers that are the same for everybody: checked, written and packed once, for as long as they are in memory. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import * as v from 'valibot';
import { takes } from './caching.ts';

const pack = promisify<Buffer, Buffer>(gzip);

export class Packed {
  readonly #written = new WeakMap<object, { text: Buffer; packed: Promise<Buffer> | null }>();

  /** Throws when it is not what the API promises. */
  async send(http: Context, schema: v.GenericSchema, value: object): Promise<Response> {
    let written = this.#written.get(value);
    if (!written) {
      written = { text: Buffer.from(JSON.stringify(v.parse(schema, value))), packed: null };
      this.#written.set(value, written);
    }
    http.header('Content-Type', 'application/json');
    http.header('Vary', 'Accept-Encoding');
    if (!takes('gzip', http.req.header('accept-encoding'))) return http.body(new Uint8Array(written.text));
    http.header('Content-Encoding', 'gzip');
    return http.body(new Uint8Array(await (written.packed ??= pack(written.text))));
  }
}
