/** *uitleg*: people listen; frames and results on the screen. */
import * as v from 'valibot';
import { common } from './common.ts';

export const explainSchema = v.object({
  ...common,
  kind: v.literal('explain'),
  /** text: the prompt alone. themes, plans, teams, matches: what came out of the evening so far. */
  show: v.picklist(['text', 'anchors', 'results', 'themes', 'plans', 'teams', 'matches']),
});
