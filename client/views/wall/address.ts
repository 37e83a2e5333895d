/** Where people go to join: what to type, and what to scan. Never localhost, which is another machine on every phone. */
export interface Address {
  /** "bord.example" */
  typed: string;
  /** "https://bord.example" */
  base: string;
}

export function addressOf(joinUrl: string | null, origin: string): Address | null {
  const base = joinUrl ?? (isLocal(origin) ? null : origin);
  if (base === null || isLocal(base)) return null;
  const bare = base.replace(/\/+$/, '');
  return { base: bare, typed: bare.replace(/^https?:\/\//, '') };
}

function isLocal(url: string): boolean {
  try {
    const { hostname } = new URL(url);
    return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
  } catch {
    return true;
  }
}
