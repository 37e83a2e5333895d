/** A whole board as it leaves over HTTP: packed when somebody asks, once, however many ask. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export interface State {
  raw: Uint8Array;
  readonly gzip: Uint8Array;
  /** a third smaller; browsers take it over HTTPS only */
  readonly brotli: Uint8Array;
  readonly tag: string;
}

/** Of 11: more takes long, and everything stands still meanwhile. */
const quality = 5;

export function asState(raw: Uint8Array): State {
  let gzip: Uint8Array | null = null;
  let brotli: Uint8Array | null = null;
  let tag: string | null = null;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  return {
    raw,
    get gzip() {
      return (gzip ??= gzipSync(raw));
    },
    get brotli() {
      return (brotli ??= brotliCompressSync(raw, { params }));
    },
    get tag() {
      return (tag ??= createHash('sha256').update(raw).digest('base64url').slice(0, 22));
    },
  };
}
