/**
 * Restore points: the board as it was before a phase change, or before a command that touches many cards. Plain data, never
 * Yjs bytes: a document swapped in would merge with every old copy that comes back.
 */
import * as v from 'valibot';
import type { Card, Cluster } from './model.ts';
import type { ActionType } from './actions.ts';

/** The commands before which a point is made. */
export const pointReasons = [
  'phase.move',
  'session.end',
  'cards.merge',
  'cluster.merge',
  'cluster.dissolve',
  'points.restore',
] as const satisfies readonly ActionType[];

export type PointReason = (typeof pointReasons)[number];

export interface PointCard extends Pick<Card, 'id' | 'cluster' | 'mergedInto' | 'gone'> {
  /** null: it was gone, or its words were taken off the board since */
  words: (Pick<Card, 'kind' | 'title' | 'text'> & Partial<Pick<Card, 'fields' | 'on' | 'column'>>) | null;
}

export type PointCluster = Pick<Cluster, 'id' | 'name' | 'gone' | 'mergedInto'>;

export interface PointBoard {
  cards: PointCard[];
  clusters: PointCluster[];
}

/** GET /points, oldest first. `who`: facilitator id, or `server`. `cards`, `clusters`: how many lay on the board. */
export const pointList = v.array(
  v.object({
    id: v.string(),
    at: v.number(),
    who: v.string(),
    why: v.picklist(pointReasons),
    phase: v.nullable(v.string()),
    run: v.number(),
    cards: v.number(),
    clusters: v.number(),
  }),
);

/** POST /points/:id/restore: how many changed, and the point to undo it with; null when the board was like that already */
export const restored = v.object({ cards: v.number(), clusters: v.number(), point: v.nullable(v.string()) });

export type Point = v.InferOutput<typeof pointList>[number];
export type Restored = v.InferOutput<typeof restored>;
