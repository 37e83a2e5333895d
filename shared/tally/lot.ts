/**
 * The verifiable lot (DOMAIN 4.3): the server commits to a secret seed before, publishes it after, and anybody can
 * compute the order again.
 */
import { digest } from 'lib0/hash/sha256';
import { toHexString } from 'lib0/buffer';
import { encodeUtf8 } from 'lib0/string';

/** SHA-256 of a text in UTF-8, as lower case hex. */
export function sha256(text: string): string {
  return toHexString(digest(encodeUtf8(text)));
}

/** What is published before the vote opens. */
export function commitment(seed: string): string {
  return sha256(seed);
}

/** Ids in the order of the lot: ascending by SHA-256 of `seed|id`. The first goes first. */
export function lotOrder(seed: string, ids: readonly string[]): string[] {
  const keys = new Map(ids.map((id) => [id, sha256(`${seed}|${id}`)]));
  return [...ids].sort((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1));
}

/** The place of every id in the order of the lot, from 0. */
export function lotPlaces(seed: string, ids: readonly string[]): Map<string, number> {
  return new Map(lotOrder(seed, ids).map((id, place) => [id, place]));
}
