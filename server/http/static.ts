/**
 * The pages and their files, as Vite built them. They are few and small: read and compressed once, served from memory.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import type { App } from './parts.ts';
import { matches, takes } from './caching.ts';

interface StaticFile {
  type: string;
  raw: Uint8Array<ArrayBuffer>;
  /** null: does not get smaller */
  gzip: Uint8Array<ArrayBuffer> | null;
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
    app.get(page, (context) => (index ? send(context, index) : context.text(unbuilt, 503)));
  }
  app.get('*', (context) => {
    const file = files.get(context.req.path);
    return file ? send(context, file) : context.text('Deze pagina is er niet. / This page does not exist.', 404);
  });
}

function send(context: Context, { type, raw, gzip, etag, cache }: StaticFile): Response {
  context.header('Content-Type', type);
  context.header('Cache-Control', cache);
  context.header('ETag', etag);
  context.header('Vary', 'Accept-Encoding');
  if (matches(context.req.header('if-none-match'), etag)) return context.body(null, 304);
  const body = gzip && takes('gzip', context.req.header('accept-encoding')) ? gzip : raw;
  if (body === gzip) context.header('Content-Encoding', 'gzip');
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
  const gzip = compressed.has(extension) ? new Uint8Array(gzipSync(raw, { level: 9 })) : null;
  return {
    type: types[extension] ?? 'application/octet-stream',
    raw,
    gzip: gzip && gzip.byteLength < raw.byteLength ? gzip : null,
    etag: `W/"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"`,
    // Vite puts a hash of the content in these names
    cache: url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
