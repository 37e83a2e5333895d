/**
 * The guard of a plan's own document. The server made its fields; people only put letters into them and take letters out.
 * Nothing else may lie there: no other field, no other root, no markup, nothing inside the text.
 */
import * as Y from 'yjs';
import { fieldsMap } from '../../../shared/document.ts';
import { limits } from '../../../shared/limits.ts';
import { refuse, type Refusal } from '../../../shared/refusals.ts';
import { can } from '../../../shared/rules.ts';
import type { Identity } from '../../ports.ts';
import type { Verdict } from '../guard.ts';
import { Arrivals, type Register } from './arrivals.ts';
import { readIncoming } from './bytes.ts';
import { claimClients, mayWrite } from './claims.ts';
import { readDeletions, type Deletions } from './deletions.ts';
import { landAll, type Landed } from './landing.ts';
import type { AnyType, Places } from './place.ts';
import { Row } from './row.ts';

/** The root, or one field of it. */
type Holder = { is: 'root' } | { is: 'field'; id: string; type: AnyType };

/** What an update does to one field. */
interface Touched {
  row: Row;
  type: AnyType;
  added: number;
  removed: number;
}

/** As `judge` in guard.ts, of which the steps have the same numbers. */
export function judgePlan(plan: string, doc: Y.Doc, update: Uint8Array, desk: Register, identity: Identity): Verdict {
  // 1. Is it an update, and what of it is new?
  const incoming = readIncoming(doc, update);
  if (!('bytes' in incoming)) return incoming;

  // 2. What does it delete?
  const places = new FieldPlaces(doc);
  const deletions = readDeletions(doc, incoming, places);
  if (!('deaths' in deletions)) return deletions;

  // 3. Nothing new is always fine: every client answers our sync step 1, readers too.
  const arrivals = new Arrivals();
  const passed = { ok: true, update: incoming.bytes, changes: [], arrivals, empty: false } as const;
  if (incoming.structs.size === 0 && deletions.deaths.length === 0) return { ...passed, changes: [], empty: true };

  // 4. Does this person write at all, and in their own name?
  const actor = desk.actor(identity);
  const who = mayWrite(actor, identity);
  if (typeof who !== 'string') return who;
  const claimed = claimClients(doc, incoming, desk, who);
  if ('ok' in claimed) return claimed;
  for (const client of claimed) arrivals.clients.set(client, who);

  // 5. Where does each piece land, and is there nothing but letters?
  const landed = landAll(doc, incoming, places);
  if (!Array.isArray(landed)) return landed;
  const touched = readFields(landed, deletions);
  if (!(touched instanceof Map)) return touched;

  // 6. May they?
  const facts = desk.facts(doc, identity);
  const answer = can({ type: 'plan.write', plan }, actor, facts);
  if (!answer.ok) return answer;
  for (const [field, { type, added, removed }] of touched) {
    const most = limits.sharedTextSlack * (facts.plan(plan)?.most(field) ?? 0);
    if (added > 0 && type._length + added - removed > most) return refuse('too_large', field);
  }
  return { ...passed, changes: [] };
}

class FieldPlaces implements Places<Holder> {
  readonly #fields: AnyType;

  constructor(doc: Y.Doc) {
    this.#fields = fieldsMap(doc) as AnyType;
  }

  root(name: string): AnyType | Refusal {
    return name === 'fields' ? this.#fields : refuse('bad_content', 'root');
  }

  of(type: AnyType): Holder | Refusal {
    if (type === this.#fields) return { is: 'root' };
    const item = type._item;
    const isField = item?.parent === this.#fields && item.parentSub !== null && type.constructor === Y.Text;
    return isField ? { is: 'field', id: item.parentSub ?? '', type } : refuse('bad_content', 'nested');
  }

  /** Fields are made by the server alone, and hold no types. */
  inside(parent: Holder): Refusal {
    return parent.is === 'root' ? refuse('server_only', 'fields') : refuse('bad_content', 'nested');
  }
}

function readFields(landed: readonly Landed<Holder>[], deletions: Deletions<Holder>): Map<string, Touched> | Refusal {
  const touched = new Map<string, Touched>();
  const touch = (id: string, type: AnyType) => {
    const known = touched.get(id) ?? { row: new Row(type._start), type, added: 0, removed: 0 };
    touched.set(id, known);
    return known;
  };
  for (const at of landed) {
    if (at.holder === null) return refuse('bad_content', 'place'); // fields never go, so nothing honest lies in one that went
    if (at.holder.is === 'root') return refuse('server_only', 'fields');
    const { content } = at.item;
    const isLetters = content instanceof Y.ContentString || content instanceof Y.ContentDeleted;
    if (at.key !== null || !isLetters) return refuse('bad_content', at.key === null ? 'kind' : 'key');
    const field = touch(at.holder.id, at.holder.type);
    if (!field.row.insert(at.item)) return refuse('bad_content', 'place');
    field.added += deletions.livingLength(at.item);
  }
  for (const { holder, length, item } of deletions.deaths) {
    if (holder.is === 'root') return refuse('not_allowed', 'delete');
    touch(holder.id, holder.type).removed += item.countable ? length : 0;
  }
  return touched;
}
