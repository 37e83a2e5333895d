/** Whether somebody writes at all, and in their own name. */
import type * as Y from 'yjs';
import type { Actor } from '../../../shared/actions.ts';
import { refuse, type Refusal } from '../../../shared/refusals.ts';
import type { Identity } from '../../ports.ts';
import type { Register } from './arrivals.ts';
import type { Incoming } from './bytes.ts';

export function mayWrite(actor: Actor, { who }: Identity): string | Refusal {
  if (actor.removed) return refuse('removed');
  return who === null || actor.role === 'screen' ? refuse('not_allowed', 'read-only') : who;
}

/** A Yjs client id belongs to whoever used it first: else one client could make another diverge. */
export function claimClients(doc: Y.Doc, { structs }: Incoming, desk: Register, who: string): number[] | Refusal {
  const claimed: number[] = [];
  for (const client of structs.keys()) {
    const owner = client === doc.clientID ? 'server' : desk.writerOf(client);
    if (owner === undefined) claimed.push(client);
    else if (owner !== who) return refuse('foreign_client');
  }
  return claimed;
}
