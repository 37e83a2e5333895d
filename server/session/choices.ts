/** What people said before they are seated: the theme, stall or card they chose, or their neighbourhood. Private, by record. */
import type * as Y from 'yjs';
import type { PhaseOf } from '../../shared/format.ts';
import { itemsFrom } from '../../shared/sources.ts';
import type { Store } from '../store/store.ts';

interface Choice {
  phase: string;
  run: number;
  option: string;
}

/** Ids of what can be chosen. Neighbourhoods are not listed: people type what theirs is called. */
export function optionsOf(doc: Y.Doc, phase: PhaseOf<'assign'>): string[] {
  return phase.way === 'choice' ? itemsFrom(doc, phase.options).map(({ id }) => id) : [];
}

/** Participant id → what they chose in this run. */
export function choicesOf(store: Store, code: string, phase: string, run: number): Map<string, string> {
  const choices = new Map<string, string>();
  for (const { id, value } of store.records.of(code, 'choice')) {
    const choice = value as Choice;
    if (choice.phase === phase && choice.run === run) choices.set(personOf(id), choice.option);
  }
  return choices;
}

export function choiceOf(store: Store, code: string, phase: string, run: number, who: string): string | null {
  return (store.records.get(code, 'choice', `${phase}:${run}:${who}`)?.value as Choice | undefined)?.option ?? null;
}

/** Within a transaction. Null takes it back. */
export function setChoice(
  store: Store,
  code: string,
  { who, phase, run, option }: { who: string; phase: string; run: number; option: string | null },
): void {
  const id = `${phase}:${run}:${who}`;
  if (option === null) store.records.remove(code, 'choice', id);
  else store.records.put({ session: code, kind: 'choice', id, value: { phase, run, option } });
}

/** Within a transaction: what somebody said goes with their name. */
export function eraseChoices(store: Store, code: string, who: string): void {
  for (const { id } of store.records.of(code, 'choice')) {
    if (personOf(id) === who) store.records.remove(code, 'choice', id);
  }
}

function personOf(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}
