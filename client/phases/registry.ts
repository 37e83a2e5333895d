/**
 * Every phase kind and what it shows: to a participant, on the wall, and as a panel in the console. A new kind is one
 * folder and one line here. Views are loaded by page, so that a phone does not carry the wall.
 */
import type { Component } from 'svelte';
import type { PhaseKind } from '../../shared/format.ts';
import type { Session } from '../../shared/model.ts';

type Load = () => Promise<{ default: Component }>;

export interface PhaseViews {
  participant: Load;
  wall: Load;
  panel: Load;
}

export const phaseViews: Readonly<Record<PhaseKind, PhaseViews>> = {
  explain: {
    participant: () => import('./explain/Participant.svelte'),
    wall: () => import('./explain/Wall.svelte'),
    panel: () => import('./explain/Panel.svelte'),
  },
  assign: {
    participant: () => import('./assign/Participant.svelte'),
    wall: () => import('./assign/Wall.svelte'),
    panel: () => import('./assign/Panel.svelte'),
  },
  contribute: {
    participant: () => import('./contribute/Participant.svelte'),
    wall: () => import('./contribute/Wall.svelte'),
    panel: () => import('./contribute/Panel.svelte'),
  },
  arrange: {
    participant: () => import('./arrange/Participant.svelte'),
    wall: () => import('./arrange/Wall.svelte'),
    panel: () => import('./arrange/Panel.svelte'),
  },
  present: {
    participant: () => import('./present/Participant.svelte'),
    wall: () => import('./present/Wall.svelte'),
    panel: () => import('./present/Panel.svelte'),
  },
  vote: {
    participant: () => import('./vote/Participant.svelte'),
    wall: () => import('./vote/Wall.svelte'),
    panel: () => import('./vote/Panel.svelte'),
  },
  match: {
    participant: () => import('./match/Participant.svelte'),
    wall: () => import('./match/Wall.svelte'),
    panel: () => import('./match/Panel.svelte'),
  },
  draft: {
    participant: () => import('./draft/Participant.svelte'),
    wall: () => import('./draft/Wall.svelte'),
    panel: () => import('./draft/Panel.svelte'),
  },
  check: {
    participant: () => import('./check/Participant.svelte'),
    wall: () => import('./check/Wall.svelte'),
    panel: () => import('./check/Panel.svelte'),
  },
  poll: {
    participant: () => import('./poll/Participant.svelte'),
    wall: () => import('./poll/Wall.svelte'),
    panel: () => import('./poll/Panel.svelte'),
  },
  reply: {
    participant: () => import('./reply/Participant.svelte'),
    wall: () => import('./reply/Wall.svelte'),
    panel: () => import('./reply/Panel.svelte'),
  },
};

/**
 * Fetches the views of one page for the kinds this evening has, while the connection is good: a phase may change on a poor
 * one. What is on screen comes first.
 */
export function preload(page: keyof PhaseViews, session: Pick<Session, 'format'> | null): void {
  const kinds = new Set(session?.format.phases.map(({ kind }) => kind));
  const fetchAll = () => void Promise.allSettled([...kinds].map((kind) => phaseViews[kind][page]()));
  if (typeof requestIdleCallback === 'function') requestIdleCallback(fetchAll);
  else setTimeout(fetchAll, 1_000); // Safari
}
