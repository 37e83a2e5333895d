/** A whole board as it leaves over HTTP: packed when somebody asks, once, however many ask, and beside all else that goes on. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface State {
  raw: Uint8Array;
  /** Brotli is smaller; browsers take it over HTTPS only. */
  pack(coding: 'gzip' | 'br'): Promise<Uint8Array>;
  readonly tag: string;
}

/** Of 11: more takes long and brings little. */
const quality = 5;

export function asState(raw: Uint8Array): State {
  const packed: Partial<Record<'gzip' | 'br', Promise<Uint8Array>>> = {};
  let tag: string | null = null;
  return {
    raw,
    pack: (coding) => (packed[coding] ??= coding === 'br' ? toBrotli(raw) : toGzip(raw)),
    get tag() {
      return (tag ??= createHash('sha256').update(raw).digest('base64url').slice(0, 22));
    },
  };
}

const toGzip = promisify<Uint8Array, Uint8Array>(gzip);
const compress = promisify(brotliCompress);

function toBrotli(raw: Uint8Array): Promise<Uint8Array> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return compress(raw, { params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: raw.length } });
}
