/**
 * One message for many. `ws` makes a new head for each receiver and writes head and body apart; for a thousand receivers
 * 25 times a second that is a good part of what a tick costs. Here the whole frame is made once.
 */
export class Broadcast {
  readonly message: Uint8Array;
  #frame: Buffer | null = null;

  constructor(message: Uint8Array) {
    this.message = message;
  }

  /** RFC 6455, 5.2: final, binary, not masked, since the server sends it. */
  get frame(): Buffer {
    return (this.#frame ??= Buffer.concat([headOf(this.message.length), this.message]));
  }
}

function headOf(length: number): Buffer {
  const finalBinary = 0x82;
  if (length < 126) return Buffer.of(finalBinary, length);
  if (length < 65_536) return Buffer.of(finalBinary, 126, length >> 8, length & 255);
  const head = Buffer.alloc(10);
  head[0] = finalBinary;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
