/**
 * The theme team's inbox: cards without a place, oldest first, and who has taken which of them. A claim is under `live`, so that
 * everybody sees at once what is taken; it runs out by itself, so that nothing stays behind on a device that went home.
 */
import type * as Y from 'yjs';
import { placeOf, readCard, readClusters, readLive } from './document.ts';
import { limits } from './limits.ts';
import type { Card } from './model.ts';
import type { PhaseOf } from './format.ts';

export interface Claim {
  /** number of the participant */
  by: number;
  cards: readonly string[];
  /** server time; after it the cards are free again */
  until: number;
}

export const claimKey = (by: number) => `claim:${by}`;

export function readClaims(live: ReadonlyMap<string, unknown>): Claim[] {
  return [...live].filter(([key]) => key.startsWith('claim:')).flatMap(([, value]) => (isClaim(value) ? [value] : []));
}

/** Cards that wait for a place, oldest first: of the kind that is arranged, and no reactions. */
export function waitingFor({ cardKind }: PhaseOf<'arrange'>, unplaced: readonly Card[]): Card[] {
  return unplaced.filter((card) => card.on === null && (cardKind === undefined || card.kind === cardKind));
}

/** What nobody has taken. */
export function freeOf(waiting: readonly Card[], claims: readonly Claim[], now: number): Card[] {
  const taken = new Set(claims.filter(({ until }) => until > now).flatMap(({ cards }) => cards));
  return waiting.filter(({ id }) => !taken.has(id));
}

interface Looker {
  /** number of the participant who asks */
  by: number;
  now: number;
  /** ms in which a claim is too new to count: an act may have crossed it on the way */
  fresh: number;
}

/** Has somebody else taken this card, and not placed it yet? */
export function isTaken(doc: Y.Doc, card: string, { by, now, fresh }: Looker): boolean {
  const holds = ({ by: other, cards, until }: Claim) =>
    other !== by && until > now && until - limits.claim <= now - fresh && cards.includes(card);
  if (!readClaims(readLive(doc)).some(holds)) return false;
  const clusters = new Map(readClusters(doc).map((cluster) => [cluster.id, cluster]));
  return placeOf(readCard(doc, card)?.cluster ?? null, clusters) === null;
}

function isClaim(value: unknown): value is Claim {
  const claim = value as Partial<Claim> | null;
  const isNumber = typeof claim?.by === 'number' && typeof claim.until === 'number';
  return isNumber && Array.isArray(claim.cards) && claim.cards.every((id) => typeof id === 'string');
}
