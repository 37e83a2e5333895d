/**
 * What the decision maker answered, item by item. The last answer counts; the ones before it are kept, with their dates. They
 * hang on the phase and not on its run: months on the same question is answered, however often the part was gone to.
 */
import * as v from 'valibot';
import type { PhaseOf } from './format.ts';
import { limits } from './limits.ts';
import { slug } from './words.ts';

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));

export const replyText = {
  status: slug,
  reason: text(limits.textLength),
  /** who answers: a function, such as "college van b en w" */
  who: text(limits.organiserLength),
};

const entry = v.object({ ...replyText, at: v.number() });

export const replySchema = v.object({
  phase: v.pipe(v.string(), v.maxLength(40)),
  item: v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/)),
  /** oldest first; never empty */
  history: v.pipe(v.array(entry), v.minLength(1), v.maxLength(limits.repliesPerItem)),
});

export type Reply = v.InferOutput<typeof replySchema>;
export type ReplyEntry = v.InferOutput<typeof entry>;

export const replyKey = (phase: string, item: string) => `reply:${phase}:${item}`;

export function readReplies(live: ReadonlyMap<string, unknown>, phase?: string): Reply[] {
  const start = phase === undefined ? 'reply:' : `reply:${phase}:`;
  const keys = [...live.keys()].filter((key) => key.startsWith(start)).sort();
  return keys.flatMap((key) => {
    const read = v.safeParse(replySchema, live.get(key));
    return read.success ? [read.output] : [];
  });
}

/** The one that counts. */
export const lastOf = ({ history }: Reply): ReplyEntry => history.at(-1)!;

const day = 86_400_000;

/** Server time by which every item has its answer; null when nothing was promised, or the session goes on. */
export function dueAt({ within }: Pick<PhaseOf<'reply'>, 'within'>, endedAt: number | undefined): number | null {
  return within === undefined || endedAt === undefined ? null : endedAt + within * day;
}
