/** A code in the address bar: it came by a QR code, travels in the fragment, and is wiped at once. */
import { parseBadge } from '../../../shared/badge.ts';

export function takeBadge(place?: Location, past?: History): string | null {
  return parseBadge(takeFragment('badge', place, past) ?? '');
}

/** Null: there is none of this name. */
export function takeFragment(name: string, place: Location = location, past: History = history): string | null {
  const [mark, found] = place.hash.slice(0, 60).split('=');
  if (mark !== `#${name}` || !found) return null;
  past.replaceState(null, '', place.pathname + place.search);
  return found;
}
