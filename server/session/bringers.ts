/** Whose idea is it? People with a device; nobody when it came from paper, or when it is everybody's. */
import type * as Y from 'yjs';
import { readCard } from '../../shared/document.ts';
import { readPlans } from '../../shared/plans.ts';
import type { Store } from '../store/store.ts';
import type { Register } from './register.ts';
import { teamRows } from './teamrows.ts';

/**
 * Participant ids. Of a merged card: whoever wrote what is in it. Of a plan: the bringer of its card, its team, or the
 * secretary of its table.
 */
export function bringersOf(store: Store, register: Register, doc: Y.Doc, item: string): readonly string[] {
  const plan = readPlans(doc).find(({ id }) => id === item);
  if (!plan) return [...new Set(writersOf(register, doc, item, new Set()))];
  if (plan.card) return bringersOf(store, register, doc, plan.card);
  if (plan.team) return membersOf(store, register, plan.team);
  if (plan.table === null) return [];
  const there = register.people.filter(({ table, duties }) => table === plan.table && duties.includes('secretary'));
  return there.map(({ id }) => id);
}

function writersOf(register: Register, doc: Y.Doc, card: string, seen: Set<string>): string[] {
  if (seen.has(card)) return [];
  seen.add(card);
  const from = readCard(doc, card)?.mergedFrom ?? [];
  if (from.length > 0) return from.flatMap((one) => writersOf(register, doc, one, seen));
  const author = register.authors.of(card);
  return author && register.participant(author)?.removed === false ? [author] : [];
}

/** `team`: what it is about, in its newest run. */
function membersOf(store: Store, register: Register, team: string): readonly string[] {
  const rows = teamRows(store, register.code).filter(({ item }) => item === team);
  return rows.sort((a, b) => b.run - a.run)[0]?.members.map(({ who }) => who) ?? [];
}
