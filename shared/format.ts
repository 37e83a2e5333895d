/**
 * A werkvorm as data: what the phases are, in which order, with which settings. Checked by these schemas when the server
 * starts, when a session is opened and on import; a wrong one is refused with the path and the reason.
 */
import * as v from 'valibot';
import { limits } from './limits.ts';
import type { Language } from './refusals.ts';

/** Words in both languages of the interface. */
const words = v.object({ nl: v.pipe(v.string(), v.nonEmpty()), en: v.pipe(v.string(), v.nonEmpty()) });

const slug = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower case letters, digits and dashes'));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** The capacity in which somebody takes part. */
const groupSchema = v.object({ id: slug, title: words });

const cardKindSchema = v.object({
  id: slug,
  title: words,
  titleMax: whole(1, limits.titleLength),
  textMax: whole(0, limits.textLength),
});

const dotsSchema = v.object({ kind: v.literal('dots'), dots: whole(1, 50), maxPerItem: whole(1, 50) });
const approvalSchema = v.object({ kind: v.literal('approval'), max: whole(1, 100) });
export const methodSchema = v.variant('kind', [dotsSchema, approvalSchema]);

/** How many win, and what happens to items that tie with the last of them (DOMAIN 4.5). */
export const cutSchema = v.picklist(['along', 'lot']);

const common = { id: slug, title: words, prompt: words, minutes: whole(0, 600) };
const explainSchema = v.object({ ...common, kind: v.literal('explain'), show: v.picklist(['anchors', 'results']) });
const contributeSchema = v.object({
  ...common,
  kind: v.literal('contribute'),
  cardKind: slug,
  maxPerPerson: whole(1, 200),
});
const arrangeSchema = v.object({
  ...common,
  kind: v.literal('arrange'),
  who: v.picklist(['everybody', 'facilitator']),
});
/** How a vote is held; fixed once it has been. */
export const voteSettings = {
  method: methodSchema,
  items: v.picklist(['cards', 'clusters']),
  top: whole(1, 100),
  cut: cutSchema,
};
const voteSchema = v.object({ ...common, kind: v.literal('vote'), ...voteSettings });

export const phaseSchema = v.variant('kind', [explainSchema, contributeSchema, arrangeSchema, voteSchema]);

export const formatSchema = v.pipe(
  v.object({
    id: slug,
    title: words,
    summary: words,
    groups: v.pipe(v.array(groupSchema), v.minLength(1), v.maxLength(20)),
    cardKinds: v.pipe(v.array(cardKindSchema), v.minLength(1), v.maxLength(20)),
    phases: v.pipe(v.array(phaseSchema), v.minLength(1), v.maxLength(60)),
  }),
  v.check((format) => unique(format.phases), 'two phases have the same id'),
  v.check((format) => unique(format.groups), 'two groups have the same id'),
  v.check(
    (format) => format.phases.every((phase) => phase.kind !== 'contribute' || cardKindOf(format, phase.cardKind)),
    'a phase names a card kind the format does not have',
  ),
);

export type Words = v.InferOutput<typeof words>;
export type Group = v.InferOutput<typeof groupSchema>;
export type CardKind = v.InferOutput<typeof cardKindSchema>;
export type Method = v.InferOutput<typeof methodSchema>;
export type Cut = v.InferOutput<typeof cutSchema>;
export type Phase = v.InferOutput<typeof phaseSchema>;
export type PhaseKind = Phase['kind'];
export type VotePhase = v.InferOutput<typeof voteSchema>;
export type Format = v.InferOutput<typeof formatSchema>;

export function phaseOf(format: Format, id: string | null): Phase | null {
  return format.phases.find((phase) => phase.id === id) ?? null;
}

export function cardKindOf(format: { cardKinds: readonly CardKind[] }, id: string): CardKind | null {
  return format.cardKinds.find((kind) => kind.id === id) ?? null;
}

/** The phase before (`-1`) or after (`+1`) in the programme; from the lobby (`null`) the next is the first. */
export function neighbour(format: Format, id: string | null, step: 1 | -1): Phase | null {
  const index = id === null ? -1 : format.phases.findIndex((phase) => phase.id === id);
  return format.phases[index + step] ?? null;
}

export function say(text: Words, language: Language): string {
  return text[language];
}

function unique(things: readonly { id: string }[]): boolean {
  return new Set(things.map((thing) => thing.id)).size === things.length;
}
