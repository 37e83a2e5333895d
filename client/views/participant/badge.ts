/** The code of a badge in the address bar: it came by a QR code, travels in the fragment, and is wiped at once. */
import { parseBadge } from '../../../shared/badge.ts';

export function takeBadge(place: Location = location, past: History = history): string | null {
  const found = /^#badge=(.{1,40})$/.exec(place.hash)?.[1];
  if (found === undefined) return null;
  past.replaceState(null, '', place.pathname + place.search);
  return parseBadge(decodeURIComponent(found));
}
