/**
 * Does a request come from our own pages, or from a program? Cookies travel along with whatever page asks, so what
 * changes something must not be asked by another website. Programs send no Origin.
 */

/** What a browser says of the page that asks; undefined: nothing. */
interface Asking {
  origin: string | undefined;
  /** `Sec-Fetch-Site` */
  site: string | undefined;
}

interface Own {
  /** name and port under which this request reached us */
  host: string;
  publicUrl: string | null;
}

export function isOwnOrigin({ origin, site }: Asking, { host, publicUrl }: Own): boolean {
  if (site === 'cross-site') return false;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false; // `null` too: a sandboxed frame, a file
  const { host: from } = new URL(origin);
  return from !== '' && (sameHost(from, host) || (publicUrl !== null && from === new URL(publicUrl).host));
}

/** A browser leaves out the port that goes with the protocol; a Host header may still name it. */
function sameHost(from: string, host: string): boolean {
  return from === host || from === host.replace(/:(80|443)$/, '');
}
