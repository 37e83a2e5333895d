import { createServer, type Server, type ServerOptions } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { BadConfig, type Config } from '../config.ts';
import type { Slices } from '../slices.ts';
import type { App } from './parts.ts';

export interface Listener {
  server: Server;
  port: number;
  /** Takes no new connections, and waits at most so many ms for answers that are being made. */
  drain(patience: number): Promise<void>;
  /** Ends what is left; WebSockets get so many ms to say goodbye. */
  close(patience: number): Promise<void>;
}

/** How long, in ms, somebody may take to say what they want; without a word, Node's own minute and five minutes. */
export type Patience = Pick<ServerOptions, 'headersTimeout' | 'requestTimeout' | 'connectionsCheckingInterval'>;

/** Connections that may wait to be taken in: a hall that comes back opens them all in one second. The system may allow fewer. */
const backlog = 4_096;

/** Throws `BadConfig` when the address can not be had: somebody chose it. */
export async function listen(
  app: App,
  { port, host }: Pick<Config, 'port' | 'host'>,
  slices: Slices,
  patience: Patience = {},
): Promise<Listener> {
  // Longer than the minute after which common proxies let go, so that none of them writes on a connection we just closed.
  const server = createServer({ ...patience, keepAliveTimeout: 75_000 }, listener(app, slices));
  const busy = new Set<unknown>();
  const sockets = new Set<Socket>();
  let quiet = () => {};
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (_, response) => {
    busy.add(response);
    response.once('close', () => {
      busy.delete(response);
      if (busy.size === 0) quiet();
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen({ port, host: host ?? undefined, backlog }, resolve);
  });
  const closed = new Promise<void>((resolve) => server.once('close', resolve));

  return {
    server,
    port: (server.address() as AddressInfo).port,
    async drain(patience) {
      server.close();
      if (busy.size === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience);
        quiet = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    async close(patience) {
      server.closeAllConnections();
      const timer = setTimeout(() => sockets.forEach((socket) => socket.destroy()), patience);
      await closed;
      clearTimeout(timer);
    },
  };
}

function listener(app: App, slices: Slices) {
  // Puts answers in place of the global Response that cost half as much to send: a hall asks 4,000 things as it comes in.
  const answer = getRequestListener(app.fetch);
  return (...[request, response]: Parameters<typeof answer>) => slices.add(() => void answer(request, response));
}

function explain(error: NodeJS.ErrnoException, port: number, host: string | null): Error {
  if (error.code === 'EADDRINUSE')
    return new BadConfig(`PORT ${port} is taken by another program. Choose another one.`);
  if (error.code === 'EACCES')
    return new BadConfig(`PORT ${port} may not be used by this user. Choose one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new BadConfig(`HOST ${host} is not an address of this machine.`);
  }
  return error;
}
