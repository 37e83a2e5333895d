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

type Header = (name: string) => string | undefined;

export function readVisit(headers: Headers, env: Partial<HttpBindings> | undefined, config: Config): Visit {
  const header: Header = (name) => headers.get(name) ?? undefined;
  const { address, host } = reach(header, env?.incoming?.socket, config);
  const secure = ((config.trustProxy && forwarded(header, 'proto')) || ownProtocol(host, config)) === 'https';
  const origin = `${secure ? 'https' : 'http'}://${host}`;
  return { address, host, secure, origin, language: readLanguage(headers.get('accept-language')) };
}

/** The same for a WebSocket's request, which does not come through Hono. */
export function reachOf({ headers, socket }: IncomingMessage, config: Config): Pick<Visit, 'address' | 'host'> {
  return reach((name) => headers[name]?.toString(), socket, config);
}

function reach(header: Header, socket: { remoteAddress?: string } | undefined, { trustProxy }: Config) {
  const proxied = (name: string) => (trustProxy ? forwarded(header, name) : undefined);
  return {
    address: network(proxied('for') ?? socket?.remoteAddress ?? ''),
    host: hostName(proxied('host') ?? header('host') ?? ''),
  };
}

/** The lists a proxy appends to: its own word is the last. */
function forwarded(header: Header, name: string): string | undefined {
  return header(`x-forwarded-${name}`)?.split(',').at(-1)?.trim() || undefined;
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
  if (!address.includes(':')) return address;
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = tail ? Math.max(0, 8 - head.length - tail.length) : 0;
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...(tail ?? [])];
  return groups.slice(0, 4).join(':');
}
