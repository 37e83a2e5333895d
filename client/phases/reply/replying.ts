/** What is answered of a `reply` phase, item by item, and what is late. */
import type { PhaseOf } from '../../../shared/format.ts';
import { dueAt, lastOf, readReplies, type Reply, type ReplyEntry } from '../../../shared/replies.ts';
import { itemOn, itemsOn, type Ground, type Item } from '../../../shared/sources.ts';
import type { Session } from '../../../shared/model.ts';

export interface Answered {
  item: Item;
  last: ReplyEntry | null;
  /** newest first */
  earlier: readonly ReplyEntry[];
  /** promised before this time, and not there */
  late: boolean;
}

/** In the order of the items; what was answered and is no item any more follows. */
export function answeredIn(phase: PhaseOf<'reply'>, ground: Ground, session: Session, now: number): Answered[] {
  const replies = new Map<string, Reply>(readReplies(ground.live, phase.id).map((reply) => [reply.item, reply]));
  const items = itemsOn(ground, phase.of);
  const known = new Set(items.map(({ id }) => id));
  const more = [...replies.keys()].filter((id) => !known.has(id)).flatMap((id) => itemOn(ground, id) ?? []);
  const due = dueAt(phase, session.endedAt);
  return [...items, ...more].map((item) => {
    const reply = replies.get(item.id);
    const last = reply ? lastOf(reply) : null;
    const earlier = reply ? reply.history.slice(0, -1).reverse() : [];
    return { item, last, earlier, late: last === null && due !== null && now > due };
  });
}

export function replyPhases({ format }: Pick<Session, 'format'>): PhaseOf<'reply'>[] {
  return format.phases.filter((phase) => phase.kind === 'reply');
}
