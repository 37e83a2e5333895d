/**
 * What has to change on a board so that it is again as it was at a restore point, as far as it may: nothing that people took
 * off the board comes back, and nothing they put on it since goes.
 */
import { sameFields } from '../../shared/document.ts';
import type { Card, Cluster, Fields } from '../../shared/model.ts';
import type { PointBoard, PointCard } from '../../shared/points.ts';
import type { CardContent } from '../../shared/stamp.ts';

/** What is absent stays as it is. */
export interface CardChange {
  id: string;
  title?: string;
  text?: string;
  fields?: Fields;
  column?: string | null;
  cluster?: string | null;
  mergedInto?: string | null;
  /** a card that was merged since: its originals come back in its place */
  apart?: true;
  /** a merged card that was taken apart since: what it said then */
  again?: CardContent;
}

export interface ClusterChange {
  id: string;
  name?: string;
  gone?: boolean;
  mergedInto?: string | null;
}

export interface Difference {
  cards: CardChange[];
  clusters: ClusterChange[];
}

/**
 * Cards made after the point stay where they are; in a theme that was not there they come to lie in "Nog te plaatsen". A
 * merged card comes back only while the point has its words: taking it apart leaves them there, withdrawing does not.
 */
export function differenceWith(
  now: { cards: readonly Card[]; clusters: readonly Cluster[] },
  point: PointBoard,
): Difference {
  const cardThen = new Map(point.cards.map((card) => [card.id, card]));
  const clusterThen = new Map(point.clusters.map((cluster) => [cluster.id, cluster]));
  const apart = new Set(now.cards.filter((card) => isMergedSince(card, cardThen.get(card.id))).map(({ id }) => id));
  const again = new Map(now.cards.flatMap((card) => contentAgain(card, cardThen.get(card.id))));
  const left = new Set(now.cards.filter(({ id, gone }) => gone === 'withdrawn' && !again.has(id)).map(({ id }) => id));
  return {
    cards: now.cards.map(changeOfCard).filter(isChange),
    clusters: now.clusters.map(changeOfCluster).filter(isChange),
  };

  function changeOfCard(card: Card): CardChange {
    const { id } = card;
    const then = cardThen.get(id);
    const into = then ? then.mergedInto : card.mergedInto;
    const change: CardChange = { id, ...changed(card, 'mergedInto', into !== null && isLoose(into) ? null : into) };
    if (apart.has(id)) return { ...change, apart: true };
    const content = again.get(id);
    if (content) return { ...change, again: content };
    if (!then || then.gone || card.gone) return change;
    Object.assign(change, changed(card, 'cluster', then.cluster));
    if (!then.words) return change;
    const { title, text, fields = {}, column = null } = then.words;
    return {
      ...change,
      ...changed(card, 'title', title),
      ...changed(card, 'text', text),
      ...(sameFields(card.fields, fields) ? {} : { fields }),
      ...changed(card, 'column', column),
    };
  }

  /** No merged card (any more), so that what was in it can be merged again. One that is hidden keeps its originals. */
  function isLoose(merged: string): boolean {
    return apart.has(merged) || left.has(merged);
  }

  function changeOfCluster(cluster: Cluster): ClusterChange {
    const { id, gone, mergedInto } = cluster;
    const then = clusterThen.get(id);
    if (!then) return gone || mergedInto !== null ? { id } : { id, gone: true };
    return {
      id,
      ...changed(cluster, 'name', then.name),
      ...changed(cluster, 'gone', then.gone),
      ...changed(cluster, 'mergedInto', then.mergedInto),
    };
  }
}

function isMergedSince({ gone, mergedFrom }: Card, then: PointCard | undefined): boolean {
  return gone === null && mergedFrom.length > 0 && (!then || then.gone === 'withdrawn');
}

function contentAgain({ id, gone, mergedFrom }: Card, then: PointCard | undefined): [string, CardContent][] {
  if (gone !== 'withdrawn' || mergedFrom.length === 0 || !then?.words) return [];
  return [[id, { ...then.words, cluster: then.cluster }]];
}

function changed<T, K extends keyof T>(now: T, key: K, wanted: T[K]): Partial<Pick<T, K>> {
  return now[key] === wanted ? {} : ({ [key]: wanted } as Pick<T, K>);
}

function isChange(change: object): boolean {
  return Object.keys(change).length > 1;
}
