/**
 * Whether the parts of a format fit together, beyond the shape of each: what a phase names must be there, and must come
 * before it. Faults are found as `[path, reason]`; `faults.ts` says them in words.
 */
import * as v from 'valibot';
import type { Format, Phase } from './format.ts';
import { formatShape } from './formatshape.ts';
import type { Source } from './phases/common.ts';
import { questionSetOf } from './questions.ts';
import { voteFaults } from './soundvote.ts';
import { templateOf } from './templates.ts';

/** twice: an id that is there already. absent: names what is not there. later: names itself or what comes after it. ring: goes round. wrong: does not fit the rest. */
export type Unsound = 'twice' | 'absent' | 'later' | 'ring' | 'wrong';

type Path = readonly (string | number)[];
type Fault = [path: Path, reason: Unsound];

/** A format that can be held: of the right shape, and sound. */
export const formatSchema = v.pipe(
  formatShape,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const [path, reason] of unsoundIn(dataset.value))
      addIssue({ message: reason, path: pathTo(dataset.value, path) });
  }),
);

function unsoundIn(format: Format): Fault[] {
  return [
    ...twice(['phases'], format.phases),
    ...twice(['groups'], format.groups),
    ...twice(['cardKinds'], format.cardKinds),
    ...format.cardKinds.flatMap(({ fields = [] }, index) => twice(['cardKinds', index, 'fields'], fields)),
    ...format.phases.flatMap((phase, index) => phaseFaults(format, phase, index)),
    ...rings(format),
  ];
}

function phaseFaults(format: Format, phase: Phase, index: number): Fault[] {
  const at = (...rest: Path): Path => ['phases', index, ...rest];
  const groups = new Set(format.groups.map(({ id }) => id));
  const kinds = new Set(format.cardKinds.map(({ id }) => id));
  const known = (ids: readonly string[], there: ReadonlySet<string>, path: Path): Fault[] =>
    ids.some((id) => !there.has(id)) ? [[path, 'absent']] : [];
  const kind = (id: string | undefined, key: string) => (id === undefined ? [] : known([id], kinds, at(key)));
  const perGroup = (table: Readonly<Record<string, number>> | undefined, path: Path) =>
    known(Object.keys(table ?? {}), groups, path);
  const source = (from: Source | undefined, key: string) => sourceFaults(format, from, index, key);

  switch (phase.kind) {
    case 'explain':
      return [];
    case 'assign':
      if (phase.way === 'draw') return perGroup(phase.places, at('places'));
      return [
        ...perGroup(phase.atLeast, at('atLeast')),
        ...(phase.way === 'choice' ? source(phase.options, 'options') : []),
      ];
    case 'contribute':
      return [
        ...kind(phase.cardKind, 'cardKind'),
        ...kind(phase.on, 'on'),
        ...twice(at('sorts'), phase.sorts ?? []),
        ...twice(at('columns'), phase.columns ?? []),
        ...perGroup(phase.seating?.atLeast, at('seating', 'atLeast')),
        ...themeFaults(format, phase.seating?.way, index),
      ];
    case 'arrange':
      return [...kind(phase.cardKind, 'cardKind'), ...twice(at('columns'), phase.columns ?? [])];
    case 'present':
      return [...source(phase.of, 'of'), ...kind(phase.reaction, 'reaction')];
    case 'vote':
      return [
        ...source(phase.of, 'of'),
        ...known(phase.electorate ?? [], groups, at('electorate')),
        ...voteFaults(format, phase).map(([path, reason]): Fault => [at(...path), reason]),
      ];
    case 'match':
      return [...source(phase.of, 'of'), ...(phase.way === 'teams' ? known(phase.mix ?? [], groups, at('mix')) : [])];
    case 'draft':
      return [
        ...(templateOf(phase.template) ? [] : [[at('template'), 'absent'] satisfies Fault]),
        ...source(phase.of, 'of'),
        ...themeFaults(format, phase.seating?.way, index),
      ];
    case 'check':
      return [
        ...source(phase.of, 'of'),
        ...(phase.criteria === 'anchors' ? [] : twice(at('criteria'), phase.criteria)),
      ];
    case 'poll':
      return questionSetOf(phase.questions) ? [] : [[at('questions'), 'absent']];
    case 'reply':
      return [...source(phase.of, 'of'), ...twice(at('statuses'), phase.statuses)];
  }
}

/** A source of winners or plans is a phase before this one, that makes them. */
function sourceFaults(format: Format, source: Source | undefined, index: number, key: string): Fault[] {
  if (!source) return [];
  const path = (last: string): Path => ['phases', index, key, last];
  if (source.kind !== undefined && !format.cardKinds.some(({ id }) => id === source.kind))
    return [[path('kind'), 'absent']];
  if (source.from === 'winners' && source.phase === undefined) return [[path('phase'), 'absent']];
  if (source.phase === undefined) return [];
  const place = format.phases.findIndex(({ id }) => id === source.phase);
  if (place === -1) return [[path('phase'), 'absent']];
  if (place >= index) return [[path('phase'), 'later']];
  return makes(format.phases[place]!, source.from) ? [] : [[path('phase'), 'absent']];
}

function makes(phase: Phase, from: Source['from']): boolean {
  if (from === 'plans') return phase.kind === 'draft';
  if (from !== 'winners') return true;
  if (phase.kind === 'vote' || phase.kind === 'present' || phase.kind === 'check') return true;
  return phase.kind === 'arrange' && phase.rank !== undefined;
}

/** Tables by theme need a phase before in which themes were chosen. */
function themeFaults(format: Format, way: string | undefined, index: number): Fault[] {
  const chosen = format.phases.slice(0, index).some((phase) => phase.kind === 'assign' && phase.way === 'choice');
  return way === 'theme' && !chosen ? [[['phases', index, 'seating', 'way'], 'absent']] : [];
}

/** Reactions hang under a kind of card that in the end hangs under nothing. */
function rings(format: Format): Fault[] {
  const under = new Map<string, { on: string; index: number }>();
  for (const [index, phase] of format.phases.entries()) {
    if (phase.kind === 'contribute' && phase.on !== undefined) under.set(phase.cardKind, { on: phase.on, index });
  }
  return [...under].flatMap(([kind, { index }]): Fault[] => {
    const seen = new Set<string>();
    let at: string | undefined = kind;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = under.get(at)?.on;
    }
    return at === undefined ? [] : [[['phases', index, 'on'], 'ring']];
  });
}

function twice(path: Path, things: readonly { id: string }[]): Fault[] {
  const seen = new Set<string>();
  return things.flatMap(({ id }, index): Fault[] => {
    if (!seen.has(id)) return (void seen.add(id), []);
    return [[[...path, index, 'id'], 'twice']];
  });
}

/** A path as valibot tells it. */
function pathTo(root: unknown, keys: readonly (string | number)[]): [v.IssuePathItem, ...v.IssuePathItem[]] {
  let input: unknown = root;
  const items = keys.map((key): v.IssuePathItem => {
    const item = {
      type: 'unknown',
      origin: 'value',
      input,
      key,
      value: (input as Record<string, unknown>)[key],
    } as const;
    input = item.value;
    return item;
  });
  return items as [v.IssuePathItem, ...v.IssuePathItem[]];
}
