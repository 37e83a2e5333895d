/**
 * The pages and their files, as Vite built them. They are few and small: read once, compressed when first asked for, served
 * from memory.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { App } from './parts.ts';
import { matches, takes } from './caching.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Coding = 'gzip' | 'br';

interface StaticFile {
  type: string;
  raw: Bytes;
  /** null: it is packed already */
  pack: ((coding: Coding) => Promise<Bytes>) | null;
  etag: string;
  cache: string;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};
const compressed = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt', '.map']);

/** Every path that is a page of the client; which one, the client reads from the address. */
const pages = ['/', '/s/:code', '/s/:code/*'];
const unbuilt = 'The pages are not built. Run "npm run build" first. / De pagina’s zijn nog niet gebouwd.';

export function servePages(app: App, folder: string | null): void {
  const files = folder === null ? new Map<string, StaticFile>() : readFiles(folder);
  const index = files.get('/index.html');
  for (const page of pages) {
    app.get(page, async (context) => (index ? send(context, index) : context.text(unbuilt, 503)));
  }
  app.get('*', async (context) => {
    const file = files.get(context.req.path);
    return file ? send(context, file) : context.text('Deze pagina is er niet. / This page does not exist.', 404);
  });
}

async function send(context: Context, { type, raw, pack, etag, cache }: StaticFile): Promise<Response> {
  context.header('Content-Type', type);
  context.header('Cache-Control', cache);
  context.header('ETag', etag);
  context.header('Vary', 'Accept-Encoding');
  if (matches(context.req.header('if-none-match'), etag)) return context.body(null, 304);
  const offered = context.req.header('accept-encoding');
  const coding = takes('br', offered) ? 'br' : takes('gzip', offered) ? 'gzip' : null;
  const body = pack && coding ? await pack(coding) : raw;
  if (pack && coding) context.header('Content-Encoding', coding);
  context.header('Content-Length', String(body.byteLength));
  return context.body(body);
}

function readFiles(folder: string): Map<string, StaticFile> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const url = `/${relative(folder, path).split(sep).join('/')}`;
      return [url, readFile(path, url)];
    }),
  );
}

function readFile(path: string, url: string): StaticFile {
  const extension = extname(path);
  const raw = new Uint8Array(readFileSync(path));
  return {
    type: types[extension] ?? 'application/octet-stream',
    raw,
    pack: compressed.has(extension) ? packOnce(raw) : null,
    etag: `W/"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"`,
    // Vite puts a hash of the content in these names
    cache: url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

const codings: Record<Coding, (raw: Bytes) => Promise<Uint8Array>> = {
  gzip: (raw) => promisify<Bytes, { level: number }, Uint8Array>(gzip)(raw, { level: 9 }),
  // A tenth smaller. Browsers take it over HTTPS only. Of 11: the last two take ten times as long and bring little.
  br: (raw) => promisify(brotliCompress)(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
};

function packOnce(raw: Bytes): (coding: Coding) => Promise<Bytes> {
  const packed: Partial<Record<Coding, Promise<Bytes>>> = {};
  return (coding) => (packed[coding] ??= codings[coding](raw).then((bytes) => new Uint8Array(bytes)));
}
