/**
 * The join id: made here, and kept before it is sent, so that trying again makes no ghost and a device that comes back is
 * the same person. As secret as a token.
 */
import { makeToken, type Random } from '../../../shared/ids.ts';

/** What somebody told at the door; sent again with the same id when the cookie is gone. */
export interface Asked {
  id: string;
  name?: string;
  group?: string;
  table?: number;
}

/** Whoever has a badge is its place: the code is all there is to tell. */
export interface BadgeAsked {
  badge: string;
}

/** For browsers that store nothing: it holds as long as the page. */
const memory = new Map<string, string>();
const keyOf = (code: string) => `kantelbord:join:${code}`;

export function keptJoin(code: string): Asked | BadgeAsked | null {
  const text = read(keyOf(code));
  if (text === null) return null;
  try {
    const asked = JSON.parse(text) as Partial<Asked & BadgeAsked>;
    if (typeof asked.badge === 'string') return { badge: asked.badge };
    return typeof asked.id === 'string' ? { ...asked, id: asked.id } : null;
  } catch {
    return null; // not ours, or broken: the person joins anew
  }
}

/** The same id as before where there is one: who tries again is the same person. */
export function keepJoin(code: string, told: Omit<Asked, 'id'>, random: Random): Asked {
  const kept = keptJoin(code);
  const asked: Asked = { ...told, id: kept && 'id' in kept ? kept.id : makeToken(random) };
  keep(code, asked);
  return asked;
}

/** Once it was taken: a code that was mistyped is not kept. */
export function keepBadge(code: string, badge: string): void {
  keep(code, { badge });
}

export function forgetJoin(code: string): void {
  memory.delete(keyOf(code));
  try {
    localStorage.removeItem(keyOf(code));
  } catch {
    // A browser that stores nothing has nothing to forget.
  }
}

function keep(code: string, asked: Asked | BadgeAsked): void {
  const text = JSON.stringify(asked);
  try {
    localStorage.setItem(keyOf(code), text);
  } catch {
    memory.set(keyOf(code), text); // after a reload this device is somebody new, unless its cookie is still there
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}
