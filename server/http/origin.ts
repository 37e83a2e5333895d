/**
 * Does a request come from our own pages, or from a program? Cookies travel along with whatever page asks, so what
 * changes something must not be asked by another website. Programs send no Origin.
 */

interface Own {
  /** name and port under which this request reached us */
  host: string;
  publicUrl: string | null;
}

export function isOwnOrigin(headers: Headers, { host, publicUrl }: Own): boolean {
  if (headers.get('sec-fetch-site') === 'cross-site') return false;
  const origin = headers.get('origin');
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false; // `null` too: a sandboxed frame, a file
  const { host: from } = new URL(origin);
  return from !== '' && (sameHost(from, host) || (publicUrl !== null && from === new URL(publicUrl).host));
}

/** A browser leaves out the port that goes with the protocol; a Host header may still name it. */
function sameHost(from: string, host: string): boolean {
  return from === host || from === host.replace(/:(80|443)$/, '');
}
