/** Restore points as they are made: in the transaction of the command that comes next, before it changes anything. */
import type * as Y from 'yjs';
import { onBoard, readCards, readClusters } from '../../shared/document.ts';
import { makeId, type Random } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { Card, Cluster, Session } from '../../shared/model.ts';
import { pointReasons, type PointBoard, type PointReason } from '../../shared/points.ts';
import { restOf } from '../../shared/stamp.ts';
import type { ActionType } from '../../shared/actions.ts';
import type { Clock } from '../clock.ts';
import type { Identity } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { leaderId } from './who.ts';

export interface PointParts {
  store: Pick<Store, 'points'>;
  clock: Clock;
  random: Random;
}

/** Which command is about to be done, by whom. */
export interface Occasion {
  code: string;
  identity: Identity;
  session: Session;
}

/** Everybody may do these, as often as they like: together they make a point at most every `limits.pointEvery`. */
const frequent: ReadonlySet<ActionType> = new Set(['cards.merge', 'cluster.merge', 'cluster.dissolve']);

/** Nothing for a command that touches only a card or two. */
export function makePoint(
  { store, clock, random }: PointParts,
  occasion: Occasion,
  action: ActionType,
  doc: Y.Doc,
): void {
  const { code, identity, session } = occasion;
  const at = clock.now();
  if (!isReason(action)) return;
  if (frequent.has(action) && at - (store.points.of(code).at(-1)?.at ?? -Infinity) < limits.pointEvery) return;
  const [cards, clusters] = [readCards(doc), readClusters(doc)];
  const byId = new Map(cards.map((card) => [card.id, card]));
  store.points.add(
    {
      session: code,
      id: makeId(random),
      at,
      who: identity.role === 'facilitator' && identity.who !== null ? leaderId(identity.who) : 'server',
      why: action,
      phase: session.phase,
      run: session.run,
      cards: cards.filter((card) => onBoard(card, (id) => byId.get(id))).length,
      clusters: clusters.filter(({ gone, mergedInto }) => !gone && mergedInto === null).length,
    },
    pointBoardOf(cards, clusters),
  );
  store.points.trim(code, limits.pointsPerSession);
}

function pointBoardOf(cards: readonly Card[], clusters: readonly Cluster[]): PointBoard {
  return {
    cards: cards.map((card) => {
      const { id, kind, title, text, cluster, mergedInto, gone } = card;
      return { id, cluster, mergedInto, gone, words: gone ? null : { kind, title, text, ...restOf(card) } };
    }),
    clusters: clusters.map(({ id, name, gone, mergedInto }) => ({ id, name, gone, mergedInto })),
  };
}

function isReason(action: ActionType): action is PointReason {
  return (pointReasons as readonly ActionType[]).includes(action);
}
