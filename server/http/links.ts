/**
 * The addresses people type, scan and keep. Never localhost: nobody else in the room can reach that.
 */
import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';
import type { Links } from '../session/services.ts';

/** `port` is asked each time: a server on port 0 knows its own only when it listens. */
export function makeLinks(
  config: Pick<Config, 'publicUrl' | 'host'>,
  port: () => number,
  machine = ownAddresses,
): Links {
  const { publicUrl, host } = config;
  const isEverywhere = host === null || host === '0.0.0.0' || host === '::';

  return {
    of(code, origin, facilitatorToken) {
      const page = `${publicUrl ?? origin}/s/${code}`;
      const facilitator = facilitatorToken === undefined ? `${page}/console` : `${page}/console#${facilitatorToken}`;
      return { participants: page, wall: `${page}/wall`, facilitator, console: `${page}/console` };
    },

    addresses(origin) {
      const found = [
        publicUrl,
        origin,
        ...(isEverywhere ? machine() : [host]).map((address) => withPort(address, port())),
      ];
      return [...new Set(found.filter((url) => url !== null && isReachable(url)))] as string[];
    },
  };
}

/** Is this an address that other devices can use? */
export function isReachable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return !/^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])$/.test(hostname);
}

function withPort(address: string, port: number): string {
  const name = address.includes(':') ? `[${address}]` : address;
  return port === 80 ? `http://${name}` : `http://${name}:${port}`;
}

function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}
