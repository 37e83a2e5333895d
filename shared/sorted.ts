/**
 * A board as it goes over the line: Yjs's second format, its strings sorted by kind. Yjs has them all in one row, as they
 * come: an id, a few keys, the words of a card, the next id. Keys beside keys and words beside words pack a tenth smaller.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** What it begins with, where Yjs has its own 0. */
const mark = 1;
/** The row of strings has so many others before it. */
const before = 5;
/** ids; keys and other single words; all else */
const kinds = [/^[0-9a-z]{16}$/, /^[A-Za-z]{1,12}$/, /^/] as const;

/** `update`: in Yjs's second format. */
export function sortStrings(update: Uint8Array): Uint8Array {
  const { decoder, encoder } = begin(update);
  decoding.readUint8(decoder);
  encoding.writeUint8(encoder, mark);
  for (let row = 0; row < before; row++) copyRow(decoder, encoder);
  const strings = readStrings(decoding.readVarUint8Array(decoder));
  const order = strings.map((string) => kinds.findIndex((kind) => kind.test(string)));
  encoding.writeVarUint8Array(encoder, Uint8Array.from(order));
  for (const kind of kinds.keys())
    writeStrings(
      encoder,
      strings.filter((_, index) => order[index] === kind),
    );
  return finish(decoder, encoder);
}

/** The update again, byte for byte; one that is not sorted stays as it is. Throws at what is neither. */
export function unsortStrings(sorted: Uint8Array): Uint8Array {
  if (sorted[0] !== mark) return sorted;
  const { decoder, encoder } = begin(sorted);
  decoding.readUint8(decoder);
  encoding.writeUint8(encoder, 0);
  for (let row = 0; row < before; row++) copyRow(decoder, encoder);
  const order = decoding.readVarUint8Array(decoder);
  const rows = kinds.map(() => new decoding.StringDecoder(decoding.readVarUint8Array(decoder)));
  writeStrings(
    encoder,
    Array.from(order, (kind) => rows[kind]!.read()),
  );
  return finish(decoder, encoder);
}

function begin(bytes: Uint8Array) {
  return { decoder: decoding.createDecoder(bytes), encoder: encoding.createEncoder() };
}

function finish(decoder: decoding.Decoder, encoder: encoding.Encoder): Uint8Array {
  encoding.writeUint8Array(encoder, decoding.readTailAsUint8Array(decoder));
  return encoding.toUint8Array(encoder);
}

function copyRow(decoder: decoding.Decoder, encoder: encoding.Encoder): void {
  encoding.writeVarUint8Array(encoder, decoding.readVarUint8Array(decoder));
}

/** As many as their lengths say: nothing else tells how many there are. */
function readStrings(row: Uint8Array): string[] {
  const decoder = decoding.createDecoder(row);
  const whole = decoding.readVarString(decoder);
  const lengths = new decoding.UintOptRleDecoder(decoding.readTailAsUint8Array(decoder));
  const strings: string[] = [];
  let at = 0;
  while (lengths.count > 0 || decoding.hasContent(lengths)) {
    const length = lengths.read();
    strings.push(whole.slice(at, (at += length)));
  }
  return strings;
}

function writeStrings(encoder: encoding.Encoder, strings: readonly string[]): void {
  const row = new encoding.StringEncoder();
  for (const string of strings) row.write(string);
  encoding.writeVarUint8Array(encoder, row.toUint8Array());
}
