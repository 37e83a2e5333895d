import type { ConnectionOptions } from '../../client/connection/connection.ts';

/** Who somebody is in which session, and what they reach the server by. */
export interface Caller {
  participant: string;
  token: string;
  code: string;
  /** `ws://host/sync` */
  url: string;
  WebSocket: typeof WebSocket;
  fetchBoard: ConnectionOptions['fetchBoard'];
}
