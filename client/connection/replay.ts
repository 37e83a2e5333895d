/**
 * What a journal step is: to the rule book, to a document, and to a document that may already show it.
 */
import type * as Y from 'yjs';
import {
  cardsMap,
  clustersMap,
  editCard,
  makeCard,
  makeCluster,
  moveCard,
  nameCluster,
  putInColumn,
  readCard,
  sameFields,
} from '../../shared/document.ts';
import type { Action } from '../../shared/actions.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import type { Draft, Entry, Step } from './journal.ts';

export function applyStep(doc: Y.Doc, step: Step, origin: unknown): void {
  switch (step.type) {
    case 'card.make':
      return makeCard(doc, step.card, origin);
    case 'card.edit':
      return editCard(doc, step.card, step.after, origin);
    case 'card.move':
      return moveCard(doc, step.card, step.after, origin);
    case 'card.column':
      return putInColumn(doc, step.card, step.after, origin);
    case 'cluster.make':
      return makeCluster(doc, step.cluster, step.name, origin);
    case 'cluster.name':
      return nameCluster(doc, step.cluster, step.after, origin);
  }
}

/** True when the document already shows what the step wanted: it arrived, and only the answer was lost. */
export function landed(doc: Y.Doc, step: Step): boolean {
  switch (step.type) {
    case 'card.make':
      return cardsMap(doc).has(step.card.id);
    case 'card.edit': {
      const card = readCard(doc, step.card);
      if (!card || card.gone || card.title !== step.after.title || card.text !== step.after.text) return false;
      return !step.after.fields || sameFields(card.fields, step.after.fields);
    }
    case 'card.move':
      return readCard(doc, step.card)?.cluster === step.after;
    case 'card.column':
      return readCard(doc, step.card)?.column === step.after;
    case 'cluster.make':
      return clustersMap(doc).has(step.cluster);
    case 'cluster.name':
      return String(clustersMap(doc).get(step.cluster)?.get('name') ?? '') === step.after;
  }
}

/** The card or theme a step is about. */
export function aboutOf(step: Step): string {
  if (step.type === 'card.make') return step.card.id;
  return 'card' in step ? step.card : step.cluster;
}

/** The action of the rule book that a step is. */
export function actionOf(step: Step): Action {
  switch (step.type) {
    case 'card.make':
      return { type: 'card.make', ...step.card };
    case 'card.edit':
      return { type: 'card.edit', card: step.card, ...step.after };
    case 'card.move':
      return { type: 'card.move', card: step.card, cluster: step.after };
    case 'card.column':
      return { type: 'card.column', card: step.card, column: step.after };
    case 'cluster.make':
      return { type: 'cluster.make', name: step.name };
    case 'cluster.name':
      return { type: 'cluster.name', cluster: step.cluster, name: step.after };
  }
}

/** Whether `later` only makes sense when `first`, which makes something, has landed. */
export function isBuiltOn(later: Step, first: Step): boolean {
  return (first.type === 'card.make' || first.type === 'cluster.make') && aboutOf(later) === aboutOf(first);
}

/** The text of a step that came back, with the edits made on it since; null when it has no text of a card. */
export function draftOf(entry: Entry, after: readonly Entry[], reason: RefusalCode): Draft | null {
  const { step, at } = entry;
  const last = after.filter((other) => other.step.type === 'card.edit').at(-1)?.step;
  const edited = last?.type === 'card.edit' ? last.after : {};
  if (step.type === 'card.make') {
    const { id, ...said } = step.card;
    return { ...said, id, at, card: id, reason, ...edited };
  }
  return step.type === 'card.edit' ? { id: entry.id, at, card: step.card, ...step.after, reason } : null;
}

/** A draft that came back although its card landed after all: the refusal and the card crossed on the way. */
export function landedAfterAll(draft: Draft, has: (card: string) => boolean): boolean {
  return draft.reason !== null && draft.card === draft.id && has(draft.card);
}
