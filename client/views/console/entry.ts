/**
 * How a facilitator comes in. The token travels in the URL fragment, which no server and no log sees; it is exchanged for
 * a cookie at once and wiped from the address bar.
 */
import type { Api, Reply } from '../../connection/api.ts';

/** Where the start page leaves the key, so that the console can offer to keep it. This tab only. */
export const keyName = (code: string) => `kantelbord:key:${code}`;
const keptName = (code: string) => `kantelbord:key-kept:${code}`;

/** The token in the address bar, which is clean afterwards; null when there is none. */
export function takeToken(place: Location = location, past: History = history): string | null {
  const token = place.hash.slice(1);
  if (!token) return null;
  past.replaceState(null, '', place.pathname + place.search);
  return token;
}

/** Reads a whole link, or the bare token, the way people paste it. */
export function tokenIn(pasted: string): string {
  const at = pasted.indexOf('#');
  return (at >= 0 ? pasted.slice(at + 1) : pasted).trim();
}

export function signIn(api: Api, code: string, token: string): Promise<Reply<unknown>> {
  return api.send('POST', `/sessions/${code}/facilitators`, { token });
}

/** The private link people keep. `base` is the address that the hall uses. */
export function keyLink(base: string, code: string, token: string): string {
  return `${base.replace(/\/+$/, '')}/s/${code}/console#${token}`;
}

/** A link that other devices can not follow. */
export function onlyHere(url: string): boolean {
  return /^https?:\/\/(localhost|127\.|0\.0\.0\.0|\[::1?\])/.test(url);
}

/** The key that was just made or used in this tab. It stays until it was kept, also over a reload. */
export function heldKey(code: string): string | null {
  return stored((storage) => storage.session.getItem(keyName(code)));
}

export function holdKey(code: string, token: string): void {
  stored((storage) => storage.session.setItem(keyName(code), token));
}

export function dropKey(code: string): void {
  stored((storage) => storage.session.removeItem(keyName(code)));
}

/** Somebody pressed "Ik heb hem bewaard" on this device: not asked again. */
export function wasKept(code: string): boolean {
  return stored((storage) => storage.local.getItem(keptName(code))) !== null;
}

export function markKept(code: string): void {
  dropKey(code);
  stored((storage) => storage.local.setItem(keptName(code), '1'));
}

/** Nothing of a deleted session stays on this device. */
export function forgetKey(code: string): void {
  dropKey(code);
  stored((storage) => storage.local.removeItem(keptName(code)));
}

function stored<T>(use: (storage: { session: Storage; local: Storage }) => T): T | null {
  try {
    return use({ session: sessionStorage, local: localStorage });
  } catch {
    return null; // a browser that stores nothing: the cookie still works, the key is asked for on every visit
  }
}
