/**
 * What may lie where: the kinds of content that clients write, and their bounds. Whether this person may write it now is
 * the rule book's; this is what nobody may write, ever.
 */
import * as Y from 'yjs';
import { clientKeys } from '../../../shared/document.ts';
import { isId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import type { Card, Cluster } from '../../../shared/model.ts';
import { refuse, type Refusal } from '../../../shared/refusals.ts';
import type { Landed } from './landing.ts';
import type { ThingRoot } from './place.ts';

type Form = 'plain' | 'text';
type Content = Y.Item['content'];

/** Keys that only the server writes; any other key is unknown. */
const serverKeys: Record<ThingRoot, readonly string[]> = {
  cards: ['number', 'at', 'phase', 'run', 'table', 'via', 'gone', 'mergedFrom', 'mergedInto'] satisfies (keyof Card)[],
  clusters: ['letter', 'order', 'gone', 'mergedInto'] satisfies (keyof Cluster)[],
};

/** Null when something of this kind may lie there. */
export function misfit({ item, holder, ...at }: Landed): Refusal | null {
  if (holder === null) return isBounded(item.content) ? null : refuse('bad_content', 'kind');
  const key = 'key' in at ? at.key : null;
  if (holder.is === 'text') return key === null ? misfitText(item.content) : refuse('bad_content', 'key');
  if (key === null) return refuse('bad_content', 'list');
  // a map's write comes after the one it replaces, and before nothing; only overwritten ones are joined
  const isOne =
    item.length === 1 || (item.content instanceof Y.ContentDeleted && item.length <= limits.structsPerUpdate);
  if (item.rightOrigin !== null || !isOne) return refuse('bad_content', 'key');
  if (holder.is === 'root') return misfitThing(key, item.content);
  return misfitKey(holder.root, key, item.content);
}

function misfitThing(id: string, content: Content): Refusal | null {
  if (!isId(id)) return refuse('bad_content', 'id');
  if (content instanceof Y.ContentDeleted) return refuse('not_allowed', 'delete');
  return holds(content, Y.Map) ? null : refuse('bad_content', 'kind');
}

function misfitKey(root: ThingRoot, key: string, content: Content): Refusal | null {
  const form = formOf(root, key);
  if (form === null) return serverKeys[root].includes(key) ? refuse('server_only', key) : refuse('bad_content', 'key');
  if (form === 'text') return holds(content, Y.Text) ? null : refuse('bad_content', key);
  return content instanceof Y.ContentDeleted ? null : misfitValue(key, content);
}

function misfitValue(key: string, content: Content): Refusal | null {
  if (!(content instanceof Y.ContentAny)) return refuse('bad_content', key);
  const value: unknown = content.arr[0];
  if (key === 'cluster') return value === null || isId(value) ? null : refuse('bad_content', key);
  if (key === 'on') return isId(value) ? null : refuse('bad_content', key);
  if (key === 'column') return value === null || isSlug(value) ? null : refuse('bad_content', key);
  if (key === 'fields') return misfitFields(value);
  if (typeof value !== 'string') return refuse('bad_content', key);
  return value.length > limits.titleLength * limits.sharedTextSlack ? refuse('too_large', key) : null;
}

/** Ids the format does not have are harmless: it may have changed on the way. How long each may be is the rule book's. */
function misfitFields(value: unknown): Refusal | null {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return refuse('bad_content', 'fields');
  }
  const entries = Object.entries(value);
  if (entries.length > limits.fieldsPerCard) return refuse('too_large', 'fields');
  for (const [id, said] of entries) {
    if (!isSlug(id) || typeof said !== 'string') return refuse('bad_content', 'fields');
    if (said.length > limits.fieldLength * limits.sharedTextSlack) return refuse('too_large', 'fields');
  }
  return null;
}

const isSlug = (value: unknown) => typeof value === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(value);

function misfitText(content: Content): Refusal | null {
  return content instanceof Y.ContentString || content instanceof Y.ContentDeleted
    ? null
    : refuse('bad_content', 'kind');
}

/** As what clients write this key; null when they do not. */
export function formOf(root: ThingRoot, key: string): Form | null {
  const forms: Partial<Record<string, Form>> = clientKeys[root];
  return Object.hasOwn(forms, key) ? (forms[key] ?? null) : null;
}

/** Exactly this type: Y.XmlText is a Y.Text as well. */
function holds(content: Content, type: typeof Y.Map | typeof Y.Text): boolean {
  return content instanceof Y.ContentType && content.type.constructor === type;
}

function isBounded(content: Content): boolean {
  const kinds = [Y.ContentDeleted, Y.ContentString, Y.ContentAny, Y.ContentType];
  return kinds.some((kind) => content instanceof kind);
}
