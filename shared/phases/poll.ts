/** *peilen*: questions, scales, check-in and check-out. "Weet ik niet" is always among the answers. */
import * as v from 'valibot';
import { slug } from '../words.ts';
import { common } from './common.ts';

export const pollSchema = v.object({
  ...common,
  kind: v.literal('poll'),
  /** id in `shared/questions.ts` */
  questions: slug,
});
