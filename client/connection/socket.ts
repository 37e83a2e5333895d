/**
 * A WebSocket that counts the messages which carry changes, as the server counts them: `stored n` and a refusal's
 * `message` speak of the n-th of this connection.
 */
import { frame, sync } from '../../shared/protocol.ts';

export interface Counter {
  /** sync step 2 and update messages sent on the current connection */
  sent: number;
  /** called after each, with its number; `whole` when it was a step 2, which carries all that was still unsent */
  onSent(number: number, whole: boolean): void;
}

/** A class for y-websocket's `WebSocketPolyfill`. Each new connection starts counting at 0. */
export function countingSocket(Base: typeof WebSocket, counter: Counter): typeof WebSocket {
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      counter.sent = 0;
    }
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      super.send(data as ArrayBuffer);
      if (!(data instanceof Uint8Array) || data[0] !== frame.sync) return;
      if (data[1] !== sync.step2 && data[1] !== sync.update) return;
      counter.sent++;
      counter.onSent(counter.sent, data[1] === sync.step2);
    }
  };
}
