/** The code of a ticket that came by a QR code: out of the address bar at once, and kept by this tab until somebody is in. */
import { stored } from './invited.svelte.ts';
import { takeFragment } from './badge.ts';

const nameOf = (code: string) => `kantelbord:ticket:${code}`;

export function takeTicket(code: string): string | null {
  const found = takeFragment('ticket');
  if (found === null) return stored((storage) => storage.getItem(nameOf(code)));
  stored((storage) => storage.setItem(nameOf(code), found));
  return found;
}

/** It was used, or does not work. */
export function dropTicket(code: string): void {
  stored((storage) => storage.removeItem(nameOf(code)));
}
