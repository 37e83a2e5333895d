/** Answering item by item. */
import * as v from 'valibot';
import { replyText } from '../replies.ts';

/** POST /replies/:phase/:item */
export const giveReply = v.strictObject(replyText);

export type GiveReply = v.InferOutput<typeof giveReply>;
