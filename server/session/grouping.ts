/**
 * Who of the theme team put which card in which theme, and when: so that it can be told afterwards how themes came about. By
 * number, for facilitators only, and only where a theme team arranges: what a whole room moves is nobody's business.
 */
import type * as Y from 'yjs';
import { readCards, readClusters } from '../../shared/document.ts';
import { phaseOf } from '../../shared/format.ts';
import type { Session } from '../../shared/model.ts';
import type { Store } from '../store/store.ts';
import { table } from './csv.ts';

/** One card that was put somewhere. */
export interface Grouped {
  card: string;
  /** theme, or null: back to "Nog te plaatsen" */
  theme: string | null;
  /** number of the participant; 0: a facilitator */
  by: number;
  /** server time, ms */
  at: number;
}

const kind = 'grouped';

/** Within a transaction. */
export function noteGrouped(
  { records }: Pick<Store, 'records'>,
  code: string,
  { format, phase }: Pick<Session, 'format' | 'phase'>,
  grouped: Grouped,
): void {
  const held = phaseOf(format, phase);
  if (held?.kind !== 'arrange' || held.who !== 'theme') return;
  records.put({ session: code, kind, id: `${grouped.at}:${grouped.card}`, value: grouped });
}

/** One line an act, in order of time. */
export function groupedCsv({ records }: Pick<Store, 'records'>, code: string, doc: Y.Doc): string {
  const clusters = new Map(readClusters(doc).map((cluster) => [cluster.id, cluster]));
  const cards = new Map(readCards(doc).map((card) => [card.id, card]));
  const lines = records.of(code, kind).map(({ value }) => {
    const { card, theme, by, at } = value as Grouped;
    const cluster = theme === null ? undefined : clusters.get(theme);
    const { number = 0, title = '' } = cards.get(card) ?? {};
    const name = cluster ? `${cluster.letter} ${cluster.name}` : '';
    return { time: new Date(at).toISOString(), card: number, title, theme: name, by: by === 0 ? 'F' : by };
  });
  return table(['time', 'card', 'title', 'theme', 'by'], lines);
}
