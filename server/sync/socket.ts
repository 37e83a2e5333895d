/**
 * From an HTTP upgrade at `/sync/<code>`, or `/sync/<code>/plans/<id>`, to a connection in a room. Who may not come in hears why over the open socket:
 * browsers show programs nothing of a handshake that fails.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { isId, parseCode } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { protocolVersion } from '../../shared/protocol.ts';
import { refuse, yes, type Refusal } from '../../shared/refusals.ts';
import type { Now } from '../clock.ts';
import { isOwnOrigin } from '../origin.ts';
import type { Door, Identity } from '../ports.ts';
import { Connection } from './connection.ts';
import type { Slices } from '../slices.ts';
import type { Log } from './parts.ts';
import { receive, receiveSign } from './receive.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

export interface SocketParts {
  door: Door;
  rooms: Rooms;
  clock: Now;
  log: Log;
  /** who comes in may wait for who is in; without it, nobody waits */
  slices?: Pick<Slices, 'add'>;
  /** where people reach us, when that is known: its origin may connect as well as the host that is asked for */
  publicUrl?: string | null;
  /** the address failures are counted for, and the host that is asked for; behind a proxy, what it passes on */
  reachOf?: (request: IncomingMessage) => { address: string; host: string };
}

/** Where the guard stops at `limits.messageBytes` and says so, this is where the socket itself hangs up. */
const mostPayload = 4 * limits.messageBytes;
const bearer = 'bearer.';
const unavailable = '503 Service Unavailable';
const nobody: Identity = { role: 'screen', who: null, tokenHash: null };

/** Takes the upgrades of this server that are ours. The function it gives refuses new ones from then on. */
export function attach(server: Server, parts: SocketParts): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: mostPayload,
    handleProtocols: (offered) => [...offered].find((protocol) => protocol.startsWith(bearer)) ?? false,
  });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = urlOf(request);
    if (!url.pathname.startsWith('/sync/')) return turnAway(socket, '404 Not Found');
    const open = () => {
      socket.cork(); // the handshake and our first words are one packet
      sockets.handleUpgrade(request, socket, head, (ws) => welcome({ ws, socket, request, url }, parts));
      socket.uncork();
    };
    if (!parts.slices) return open();
    socket.on('error', () => socket.destroy()); // it leaves before it is its turn: fine
    parts.slices.add(() => (isOpen ? open() : turnAway(socket, unavailable)));
  };
  let isOpen = true;
  server.on('upgrade', onUpgrade);
  return () => {
    isOpen = false;
    server.off('upgrade', onUpgrade);
    server.on('upgrade', (_request, socket: Duplex) => turnAway(socket, unavailable));
  };
}

function turnAway(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy()); // it left before it heard: fine
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, () => socket.destroy());
}

interface Caller {
  ws: WebSocket;
  /** what is under `ws`: whole frames may be written to it between its own, as long as nothing is compressed */
  socket: Duplex;
  request: IncomingMessage;
  url: URL;
}

function welcome({ ws, socket, request, url }: Caller, parts: SocketParts): void {
  ws.on('error', (error) => parts.log.info({ err: error }, 'socket error'));
  const version = url.searchParams.get('v');
  const own = version === String(protocolVersion);
  const from = own ? url.searchParams.get('from') : null;
  const write = (frame: Uint8Array) => void socket.write(frame);
  const connect = (identity: Identity) => new Connection({ ...parts, socket: ws, write, identity, own, from });
  try {
    const admitted = admit({ request, url }, parts, version !== null && !own);
    if ('ok' in admitted) connect(nobody).refuse(admitted);
    else enter(ws, admitted.room, connect(admitted.identity));
  } catch (error) {
    connect(nobody).fail(error);
  }
}

function enter(ws: WebSocket, room: Room, connection: Connection): void {
  ws.on('message', (data: RawData, isBinary) => receive(room, connection, data as Buffer, isBinary));
  ws.on('ping', () => receiveSign(connection));
  ws.on('pong', () => receiveSign(connection));
  ws.on('close', () => room.leave(connection));
  makeSpace(room, connection.identity);
  room.join(connection);
}

function admit(
  { request, url }: Pick<Caller, 'request' | 'url'>,
  parts: SocketParts,
  isOld: boolean,
): { room: Room; identity: Identity } | Refusal {
  const { address, host } = (parts.reachOf ?? plainReach)(request);
  if (!isOurs(request, { host, publicUrl: parts.publicUrl ?? null })) return refuse('wrong_origin');
  if (isOld) return refuse('old_version');
  const { pathname, searchParams } = url;
  const [typed, below, plan = null, ...rest] = pathname.slice('/sync/'.length).split('/');
  const isAddress = below === undefined || (below === 'plans' && isId(plan) && rest.length === 0);
  const code = isAddress ? parseCode(typed ?? '') : null;
  if (code === null) return refuse('no_session');
  const credentials = {
    role: searchParams.get('role'),
    cookie: request.headers.cookie ?? '',
    bearer: bearerOf(request),
  };
  const admitted = parts.door.admit(code, credentials, address);
  if ('ok' in admitted) return admitted;
  const may = plan === null ? yes : parts.door.mayOpen(code, plan, admitted.identity);
  if (!may.ok) return may;
  const room = parts.rooms.open(code, plan);
  return isFull(room, admitted.identity) ? refuse('session_full') : { room, identity: admitted.identity };
}

/** Screens need no name, so there is a bound of their own; whoever leads the evening always comes in. */
function isFull({ connections }: Room, { role }: Identity): boolean {
  if (role === 'facilitator') return false;
  if (connections.size >= limits.connectionsPerSession) return true;
  if (role !== 'screen' || connections.size < limits.screensPerSession) return false;
  const screens = [...connections].filter(({ identity }) => identity.role === 'screen');
  return screens.length >= limits.screensPerSession;
}

/** Somebody with too many connections loses the oldest: after a wifi flap that is the one nobody is behind. */
function makeSpace(room: Room, { who }: Identity): void {
  if (who === null || room.presence.connectionsOf(who) < limits.connectionsPerParticipant) return;
  const oldest = [...room.connections].find((connection) => connection.identity.who === who);
  oldest?.refuse(refuse('too_many', 'connections'));
  if (oldest) room.leave(oldest);
}

function isOurs({ headers }: IncomingMessage, own: { host: string; publicUrl: string | null }): boolean {
  return isOwnOrigin({ origin: headers.origin, site: headers['sec-fetch-site']?.toString() }, own);
}

function plainReach({ headers, socket }: IncomingMessage) {
  return { address: socket.remoteAddress ?? '', host: headers.host ?? '' };
}

function bearerOf({ headers }: IncomingMessage): string | null {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
  return offered.find((protocol) => protocol.startsWith(bearer))?.slice(bearer.length) ?? null;
}

function urlOf({ url }: IncomingMessage): URL {
  return URL.canParse(url ?? '', 'http://host') ? new URL(url ?? '', 'http://host') : new URL('http://host/');
}
