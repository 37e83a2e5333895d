/** A real server with a room on a free port, and clients on real sockets: raw ones and stock y-websocket. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Desk, Door, Identity } from '../../server/ports.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { openDoc } from '../../server/sync/doc.ts';
import { systemClock } from '../../server/clock.ts';
import { Rooms } from '../../server/sync/rooms.ts';
import { attach } from '../../server/sync/socket.ts';
import { decodeOwn, encodeSync, frame, sync, type Refused } from '../../shared/protocol.ts';
import { refuse } from '../../shared/refusals.ts';
import { can } from '../../shared/rules.ts';
import { code, leader, participant, screen, type FakeDesk } from './fakedesk.ts';
import { quiet } from './fakeroom.ts';

export interface House {
  url: string;
  server: Server;
  rooms: Rooms;
  store: ReturnType<typeof memoryStore>;
  raw(query?: string, headers?: Record<string, string>, path?: string): Raw;
  stock(who: string, options?: StockOptions): Stock;
  close(): Promise<void>;
}

export interface Closed {
  code: number;
  reason: string;
}

/** A socket on which a test says what it pleases. */
export interface Raw {
  ws: WebSocket;
  doc: Y.Doc;
  refused: Refused | null;
  /** bytes of every frame that came */
  frames: Uint8Array[];
  opened: Promise<unknown>;
  closed: Promise<Closed>;
  send(step: number, payload: Uint8Array): void;
}

export interface StockOptions {
  doc?: Y.Doc;
  cookie?: string;
  params?: Record<string, string>;
  /** of this plan's document instead of the session's */
  plan?: string;
}

export interface Stock {
  provider: WebsocketProvider;
  doc: Y.Doc;
  synced: Promise<unknown>;
  closed: Promise<Closed>;
}

/** Whoever shows `token-<name>` is that participant; `token-leader` leads; role screen needs nothing. */
function admit(role: string | null, token: string | undefined): Identity | null {
  if (role === 'screen') return screen;
  if (!token?.startsWith('token-')) return null;
  return token === 'token-leader' ? leader : participant(token.slice(6));
}

export async function openHouse(state: Uint8Array, desk: FakeDesk): Promise<House> {
  const store = memoryStore();
  store.sessions.add({ code, createdAt: 1, touchedAt: 1, rehearsalOf: null });
  store.updates.append(code, state);
  const door: Door = {
    admit(asked, { role, cookie, bearer }) {
      if (asked !== code) return refuse('no_session');
      const fromCookie = new RegExp(`kb_${code}_${role ?? 'participant'}=([^;]+)`).exec(cookie)?.[1];
      const identity = admit(role, bearer ?? fromCookie);
      return identity ? { identity, language: 'nl' } : refuse(bearer ? 'bad_token' : 'no_identity');
    },
    desk: (_code, plan) =>
      plan === undefined
        ? desk
        : Object.assign(Object.create(desk) as Desk, {
            facts: (_: Y.Doc, who: Identity) => desk.facts(desk.doc(), who),
          }),
    mayOpen: (_code, plan, identity) =>
      can({ type: 'plan.read', plan }, desk.actor(identity), desk.facts(desk.doc(), identity)),
  };
  const rooms = new Rooms({ store, clock: systemClock, log: quiet, desk: door.desk });
  desk.doc = () => rooms.open(code).doc;
  const server: Server = createServer();
  const detach = attach(server, { door, rooms, clock: systemClock, log: quiet, publicUrl: 'https://bord.example' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync`;
  const stocks: Stock[] = [];
  return {
    url,
    server,
    rooms,
    store,
    raw: (query = '', headers = {}, path = code) => openRaw(`${url}/${path}${query}`, headers),
    stock(who, options) {
      const stock = openStock(url, who, options);
      stocks.push(stock);
      return stock;
    },
    async close() {
      for (const { provider } of stocks) provider.destroy();
      detach();
      rooms.closeAll();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function openRaw(url: string, { protocol, ...headers }: Record<string, string>): Raw {
  const ws = new WebSocket(url, protocol ? [protocol] : [], { headers });
  const doc = openDoc([]);
  const send = (step: number, payload: Uint8Array) => ws.send(encodeSync(step, payload));
  ws.on('error', () => undefined);
  ws.on('message', (data: Buffer) => {
    raw.frames.push(data);
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === frame.refused) raw.refused = decodeOwn(frame.refused, decoder);
    if (type !== frame.sync) return;
    const step = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (step === sync.step1) send(sync.step2, Y.encodeStateAsUpdate(doc, payload));
    else Y.applyUpdate(doc, payload);
  });
  const closed = new Promise<Closed>((resolve) => {
    ws.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  const opened = once(ws, 'open').then(() => send(sync.step1, Y.encodeStateVector(doc)));
  const raw: Raw = { ws, doc, refused: null, frames: [], opened, closed, send };
  return raw;
}

/** The unmodified provider; with a cookie only the socket class knows of it, as in a browser. */
function openStock(
  url: string,
  who: string,
  { doc = openDoc([]), cookie, params = {}, plan }: StockOptions = {},
): Stock {
  class WithCookie extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, cookie ? { headers: { cookie } } : {});
    }
  }
  const provider = new WebsocketProvider(url, plan === undefined ? code : `${code}/plans/${plan}`, doc, {
    disableBc: true,
    params,
    protocols: cookie ? [] : [`bearer.token-${who}`],
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
  });
  const synced = new Promise((resolve) => provider.once('sync', resolve));
  const closed = new Promise<Closed>((resolve) => provider.once('closed', resolve));
  return { provider, doc, synced, closed };
}
