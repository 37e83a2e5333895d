/**
 * A werkvorm as data: what the phases are, in which order, with which settings.
 */
import type * as v from 'valibot';
import type { cardKindSchema, dutySchema, fieldSchema, formatShape, groupSchema, phaseSchema } from './formatshape.ts';

export type Group = v.InferOutput<typeof groupSchema>;
export type CardKind = v.InferOutput<typeof cardKindSchema>;
export type CardField = v.InferOutput<typeof fieldSchema>;
export type Duty = v.InferOutput<typeof dutySchema>;
export type Phase = v.InferOutput<typeof phaseSchema>;
export type PhaseKind = Phase['kind'];
export type PhaseOf<K extends PhaseKind> = Extract<Phase, { kind: K }>;
export type VotePhase = PhaseOf<'vote'>;
export type Format = v.InferOutput<typeof formatShape>;

export function phaseOf(format: Format, id: string | null): Phase | null {
  return format.phases.find((phase) => phase.id === id) ?? null;
}

export function cardKindOf(format: { cardKinds: readonly CardKind[] }, id: string): CardKind | null {
  return format.cardKinds.find((kind) => kind.id === id) ?? null;
}

/** Whether people sit at tables at any time: then the table is shown on what they write. */
export function hasTables(format: Format): boolean {
  return format.phases.some(
    (phase) =>
      phase.kind === 'assign' || ('seating' in phase && phase.seating) || ('by' in phase && phase.by === 'table'),
  );
}
