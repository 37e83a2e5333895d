/**
 * What comes in over a socket: hostile until shown otherwise, one numbered pipeline.
 */
import * as decoding from 'lib0/decoding';
import { limits } from '../../shared/limits.ts';
import { frame, sync } from '../../shared/protocol.ts';
import { refuse, type Refusal } from '../../shared/refusals.ts';
import type { Connection } from './connection.ts';
import { emptyAwareness } from './presence.ts';
import type { Room } from './room.ts';

/** Takes in one message. Whatever is wrong with it, the sender hears why and is closed; nothing is thrown. */
export function receive(room: Room, connection: Connection, data: Uint8Array, isBinary: boolean): void {
  // 1. Is anybody still there?
  if (connection.closed) return;
  connection.heard = true;

  // 2. Size and rate
  if (!isBinary) return connection.refuse(refuse('bad_message', 'text'));
  if (data.length > limits.messageBytes) return connection.refuse(refuse('too_large', 'message'));
  if (!connection.weigh(data.length)) return connection.refuse(refuse('too_fast'));

  // 3. What is it, and does it keep to its form?
  const message = decode(data);
  if (message.type === 'update') connection.received++;

  // 4. To whom it belongs; the sender hears a no
  try {
    const no = dispatch(room, connection, message);
    if (no) connection.refuse(no, message.type === 'update' ? connection.received : 0);
  } catch (error) {
    connection.fail(error);
  }
}

/** A ping (`ws` answers it) or a pong: a sign of life, which counts as a message like any other. */
export function receiveSign(connection: Connection): void {
  if (connection.closed) return;
  connection.heard = true;
  if (!connection.weigh(0)) connection.refuse(refuse('too_fast'));
}

type Message =
  | { type: 'question'; vector: Uint8Array }
  | { type: 'update'; update: Uint8Array; whole: boolean }
  | { type: 'awareness'; writing: boolean }
  | { type: 'queryAwareness' }
  | { type: 'bad' };

function dispatch(room: Room, connection: Connection, message: Message): Refusal | null {
  switch (message.type) {
    case 'question':
      return room.answer(connection, message.vector);
    case 'update':
      return room.take(connection, message.update, message.whole);
    case 'awareness':
      room.presence.setWriting(connection, message.writing);
      return null;
    case 'queryAwareness':
      connection.send(emptyAwareness);
      return null;
    case 'bad':
      return refuse('bad_message', 'frame');
  }
}

function decode(data: Uint8Array): Message {
  try {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === frame.sync) return decodeSync(decoder);
    if (type === frame.awareness) return decodeAwareness(decoding.readVarUint8Array(decoder));
    return { type: type === frame.queryAwareness ? 'queryAwareness' : 'bad' };
  } catch {
    return { type: 'bad' }; // lib0 throws at bytes that end too soon: that is the answer
  }
}

function decodeSync(decoder: decoding.Decoder): Message {
  const step = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  if (step === sync.step1) return { type: 'question', vector: payload };
  const whole = step === sync.step2;
  return whole || step === sync.update ? { type: 'update', update: payload, whole } : { type: 'bad' };
}

/** Awareness is a claim: we take one word of it, for the connection's own person, whatever client ids it names. */
function decodeAwareness(states: Uint8Array): Message {
  if (states.length > limits.awarenessBytes) return { type: 'bad' };
  const decoder = decoding.createDecoder(states);
  let writing = false;
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    decoding.readVarUint(decoder); // client id
    decoding.readVarUint(decoder); // clock
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    writing ||= typeof state === 'object' && state !== null && 'writing' in state && state.writing === true;
  }
  return { type: 'awareness', writing };
}
