/**
 * Headers that every answer carries. Nothing is loaded from elsewhere, nothing inline runs, nobody else frames the board.
 */
import type { MiddlewareHandler } from 'hono';
import type { Along } from './parts.ts';
import type { Visit } from './visit.ts';

const policy = ({ host, secure }: Visit) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'", // Svelte sets styles through the CSSOM, which needs no 'unsafe-inline'
    "img-src 'self' data:", // QR codes
    "font-src 'self'",
    `connect-src 'self'${host === '' ? '' : ` ${secure ? 'wss' : 'ws'}://${host}`}`, // older Safari: 'self' has no ws
    "frame-src 'self'", // the console shows the wall
    "frame-ancestors 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

const fixed = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Over plain http in a hall a browser only complains about these. */
const overHttps = {
  'Strict-Transport-Security': 'max-age=31536000',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

export const securityHeaders: MiddlewareHandler<Along> = async (context, next) => {
  await next();
  const visit = context.get('visit');
  const headers = context.res.headers;
  headers.set('Content-Security-Policy', policy(visit));
  for (const [name, value] of Object.entries(fixed)) headers.set(name, value);
  if (visit.secure) for (const [name, value] of Object.entries(overHttps)) headers.set(name, value);
  if (context.req.path.startsWith('/api/') && !headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};
