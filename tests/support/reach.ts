/** Somebody who joined a real server, over real sockets that a test may stop reading or break without a word. */
import { WebSocket } from 'ws';
import type * as Y from 'yjs';
import { openDoc } from '../../server/sync/doc.ts';
import type { Joined } from '../../shared/api/me.ts';
import { markHeader } from '../../shared/protocol.ts';
import { unsortStrings } from '../../shared/sorted.ts';
import type { Caller } from './caller.ts';
import { must } from './people.ts';

export interface Reach extends Caller {
  /** the join id, made by the device: with the same one it is the same person */
  id: string;
  /** those that are open or opening */
  sockets: Set<WebSocket>;
}

export async function reach(base: string, code: string, id: string): Promise<Reach> {
  const { participant, token } = await must<Joined>(base, 'POST', `/sessions/${code}/participants`, undefined, { id });
  const sockets = new Set<WebSocket>();
  class Known extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      sockets.add(this);
      this.once('close', () => sockets.delete(this));
    }
  }
  return {
    id,
    participant: participant.id,
    token,
    code,
    url: `${base.replace('http', 'ws')}/sync`,
    WebSocket: Known as unknown as typeof globalThis.WebSocket,
    sockets,
    async fetchBoard() {
      try {
        const answer = await fetch(`${base}/api/sessions/${code}/board?role=screen&near=2`);
        if (!answer.ok) return null;
        return {
          update: unsortStrings(new Uint8Array(await answer.arrayBuffer())),
          mark: answer.headers.get(markHeader),
        };
      } catch {
        return null; // the server is not there: the socket brings everything once it is
      }
    },
  };
}

/** What anybody who opens the board now would get. */
export async function boardOf(base: string, code: string): Promise<Y.Doc> {
  const answer = await fetch(`${base}/api/sessions/${code}/board?role=screen`);
  if (!answer.ok) throw new Error(`no board: ${answer.status}`);
  return openDoc([new Uint8Array(await answer.arrayBuffer())]);
}
