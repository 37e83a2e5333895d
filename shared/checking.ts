/** Items held against what is fixed: what was found of each, kept under `live` so that its makers see why. */
import * as v from 'valibot';
import { costOn } from './cost.ts';
import { voteKey } from './document.ts';
import { runChecks, type Verdict } from './draw/checks.ts';
import type { PhaseOf } from './format.ts';
import { limits } from './limits.ts';
import type { Ground, Item } from './sources.ts';
import { named, slug, whole, words, type Named } from './words.ts';

export const outcomes = ['on', 'back', 'out'] as const;
export const marks = ['yes', 'no', 'unknown'] as const;

const sentence = v.pipe(v.string(), v.trim(), v.maxLength(limits.fieldLength));
export const markSchema = v.object({ value: v.picklist(marks), reason: sentence });

export const checkSchema = v.object({
  phase: v.pipe(v.string(), v.maxLength(40)),
  run: whole(1, 10_000),
  item: v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/)),
  /** criterion → what was found */
  marks: v.record(slug, markSchema),
  /** checks that need no judgement, as they were then */
  verdicts: v.array(v.object({ passed: v.boolean(), sentence: words })),
  outcome: v.nullable(v.picklist(outcomes)),
  sentence,
  at: v.number(),
});

export type Mark = v.InferOutput<typeof markSchema>;
export type Check = v.InferOutput<typeof checkSchema>;
export type Outcome = (typeof outcomes)[number];

export const checkKey = (phase: string, run: number, item: string) => `check:${voteKey(phase, run)}:${item}`;

/** Every check of a run, or of all runs, in order of key. */
export function readChecks(live: ReadonlyMap<string, unknown>, phase?: string, run?: number): Check[] {
  const start = phase === undefined ? 'check:' : `check:${voteKey(phase, run ?? 1)}:`;
  const keys = [...live.keys()].filter((key) => key.startsWith(start)).sort();
  return keys.flatMap((key) => {
    const read = v.safeParse(checkSchema, live.get(key));
    return read.success ? [read.output] : [];
  });
}

/** One criterion for each thing that is fixed, or those of the format. */
export function criteriaOf({ criteria }: Pick<PhaseOf<'check'>, 'criteria'>, anchors: readonly string[]): Named[] {
  if (criteria !== 'anchors') return criteria;
  return anchors.map((anchor, index) =>
    v.parse(named, { id: `anchor-${index + 1}`, title: { nl: anchor, en: anchor } }),
  );
}

/** Checks that need no judgement, as the board is now. */
export function verdictsOf(phase: PhaseOf<'check'>, item: Item, ground: Ground): Verdict[] {
  const fields = ground.byId.get(item.id)?.fields ?? ground.plans.find(({ id }) => id === item.id)?.words ?? {};
  const cost = costOn(ground, item.id);
  const favour = fields['tegenprestatie'] ?? fields['favour'] ?? '';
  return runChecks(phase.automatic ?? [], { team: teamOf(item.id, ground), fields, cost, favour, handedIn: null });
}

/** How many are in the team of an item, as `live` tells it: of the newest run in which there was one. */
function teamOf(item: string, { live }: Ground): number {
  const teams = [...live].flatMap(([key, value]) => {
    const team = value as { item?: unknown; run?: unknown; count?: unknown } | null;
    if (!key.startsWith('team:') || typeof team !== 'object' || team?.item !== item) return [];
    return typeof team.run === 'number' && typeof team.count === 'number' ? [{ run: team.run, count: team.count }] : [];
  });
  return teams.sort((one, other) => other.run - one.run)[0]?.count ?? 0;
}
