/**
 * How a request reached us: from which address, under which name, and in which language it wants its answer. Only behind
 * a proxy that was configured are the X-Forwarded headers believed.
 */
import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Language } from '../../shared/refusals.ts';
import type { Config } from '../config.ts';

export interface Visit {
  /** for counting failures only; in memory, never logged. An IPv6 network counts as one address. */
  address: string;
  /** name and port people typed; empty when it was no host name */
  host: string;
  /** `https://host:port` */
  origin: string;
  secure: boolean;
  language: Language;
}

/** The lists a proxy appends to: its own word is the last. */
const forwarded = (headers: Headers, name: string) =>
  headers.get(`x-forwarded-${name}`)?.split(',').at(-1)?.trim() || undefined;

export function readVisit(headers: Headers, env: Partial<HttpBindings> | undefined, config: Config): Visit {
  const socket = env?.incoming?.socket;
  const proxied = (name: string) => (config.trustProxy ? forwarded(headers, name) : undefined);
  const host = hostName(proxied('host') ?? headers.get('host') ?? '');
  const secure = (proxied('proto') ?? ownProtocol(host, config)) === 'https';
  return {
    address: network(proxied('for') ?? socket?.remoteAddress ?? ''),
    host,
    secure,
    origin: `${secure ? 'https' : 'http'}://${host}`,
    language: readLanguage(headers.get('accept-language')),
  };
}

/** The address of a WebSocket's request, which does not come through Hono. */
export function addressOf({ headers, socket }: IncomingMessage, config: Config): string {
  const list = config.trustProxy ? String(headers['x-forwarded-for'] ?? '') : '';
  return network(list.split(',').at(-1)?.trim() || (socket.remoteAddress ?? ''));
}

/** The first of our two languages in the header; Dutch when it names neither. */
export function readLanguage(header: string | null): Language {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find((word) => word === 'nl' || word === 'en') ?? 'nl';
}

/** The server itself speaks http; under the name of an https public address somebody else adds the s. */
function ownProtocol(host: string, { publicUrl }: Config): 'http' | 'https' {
  return publicUrl?.startsWith('https:') && new URL(publicUrl).host === host ? 'https' : 'http';
}

/** Goes into headers and links, so nothing but a name and a port passes. */
function hostName(text: string): string {
  return /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(text) ? text.toLowerCase() : '';
}

/** IPv4 as it is, also when it comes as ::ffff:1.2.3.4; of IPv6 the first 64 bits, which one household shares. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  return address.includes(':') && !address.startsWith('::') ? address.split(':').slice(0, 4).join(':') : address;
}
