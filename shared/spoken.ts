/** What a file of a session holds of pitches, polls, checks and replies: as it lies under `live`, read and written as one. */
import * as v from 'valibot';
import { checkKey, checkSchema, readChecks } from './checking.ts';
import { limits } from './limits.ts';
import { pollKey, pollSchema, readPolls } from './polling.ts';
import { queueKey, queueSchema, readQueues } from './queue.ts';
import { replyKey, replySchema, readReplies } from './replies.ts';

const list = <T extends v.GenericSchema>(item: T, most: number) => v.optional(v.pipe(v.array(item), v.maxLength(most)));

export const spokenShape = {
  queues: list(queueSchema, 200),
  polls: list(pollSchema, 200),
  checks: list(checkSchema, limits.cardsPerSession),
  replies: list(replySchema, limits.cardsPerSession),
};

export type Spoken = v.InferOutput<v.ObjectSchema<typeof spokenShape, undefined>>;

/** A poll that still takes answers is left out: in another house nobody has given any. */
export function spokenIn(live: ReadonlyMap<string, unknown>): Spoken {
  return {
    queues: readQueues(live),
    polls: readPolls(live).filter(({ state }) => state !== 'open'),
    checks: readChecks(live),
    replies: readReplies(live),
  };
}

/** Where each of them lies, to be written there. */
export function spokenEntries({ queues = [], polls = [], checks = [], replies = [] }: Spoken): [string, unknown][] {
  return [
    ...queues.map((queue): [string, unknown] => [queueKey(queue.phase, queue.run), queue]),
    ...polls.map((poll): [string, unknown] => [pollKey(poll.phase, poll.run), poll]),
    ...checks.map((check): [string, unknown] => [checkKey(check.phase, check.run, check.item), check]),
    ...replies.map((reply): [string, unknown] => [replyKey(reply.phase, reply.item), reply]),
  ];
}
