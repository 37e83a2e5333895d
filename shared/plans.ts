/** Plans as the session's document tells of them; what they say is written in documents of their own (DESIGN 6). */
import * as Y from 'yjs';
import { fieldsMap, plansMap } from './document.ts';
import { limits } from './limits.ts';
import { templateOf } from './templates.ts';

export interface Plan {
  id: string;
  title: string;
  phase: string;
  run: number;
  /** id in `shared/templates.ts` */
  template: string;
  /** done: handed in, until somebody opens it again */
  state: 'open' | 'done';
  /** whose it is: at most one of these */
  table: number | null;
  /** what the team is about */
  team: string | null;
  card: string | null;
  match: string | null;
  /** what its table had chosen to talk about; absent: nothing */
  theme?: string;
  /** field id → what it says, as of the last time it was kept */
  words: Readonly<Record<string, string>>;
}

/** The field every plan has, whatever its template. */
export const titleField = 'title';

/** In order of id, which is the same for everybody. */
export function readPlans(doc: Y.Doc): Plan[] {
  const plans = [...plansMap(doc).entries()].map(([id, value]) => planFrom(id, value));
  return plans.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function readPlan(doc: Y.Doc, id: string): Plan | null {
  const value = plansMap(doc).get(id);
  return value === undefined ? null : planFrom(id, value);
}

function planFrom(id: string, value: unknown): Plan {
  const raw: Record<string, unknown> =
    value instanceof Y.Map ? (value.toJSON() as Record<string, unknown>) : ((value ?? {}) as Record<string, unknown>);
  const text = (key: string) => (typeof raw[key] === 'string' ? raw[key] : '');
  const number = (key: string) => (typeof raw[key] === 'number' ? raw[key] : 0);
  const words = typeof raw['words'] === 'object' && raw['words'] !== null ? Object.entries(raw['words']) : [];
  return {
    id,
    title: text('title'),
    phase: text('phase'),
    run: number('run'),
    template: text('template'),
    state: raw['state'] === 'done' ? 'done' : 'open',
    table: number('table') || null,
    team: text('team') || null,
    card: text('card') || null,
    match: text('match') || null,
    ...(text('theme') && { theme: text('theme') }),
    words: Object.fromEntries(words.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
  };
}

/** What a rule may know of a plan. */
export interface PlanFacts {
  phase: string;
  /** made in the newest run of its phase */
  current: boolean;
  done: boolean;
  /** characters a field of it may have; 0: it has no such field */
  most(field: string): number;
}

export function planFacts(doc: Y.Doc, id: string, runs: Readonly<Record<string, number>>): PlanFacts | null {
  const plan = readPlan(doc, id);
  if (!plan) return null;
  const { phase, template, state } = plan;
  return {
    phase,
    current: plan.run === runs[phase],
    done: state === 'done',
    most: (field) => fieldMax(template, field),
  };
}

/** Those of one run, or of the newest of a phase. */
export function plansOf(plans: readonly Plan[], phase: string, run?: number): Plan[] {
  const here = plans.filter((plan) => plan.phase === phase);
  const wanted = run ?? Math.max(0, ...here.map((plan) => plan.run));
  return here.filter((plan) => plan.run === wanted).sort(byWhose);
}

/** What a plan is about, and whose: the same in every run of its phase. */
export function aboutOf({ table, team, card, match }: Pick<Plan, 'table' | 'team' | 'card' | 'match'>): string {
  return JSON.stringify([table, team, card, match]);
}

/**
 * Where a phase was held again, what was written last: a plan of an earlier run went on in a newer one about the same. One of
 * a table that was not there any more has nobody to tell it.
 */
export function newestOf(plans: readonly Plan[]): Plan[] {
  const keyOf = (plan: Plan) => `${plan.phase} ${aboutOf(plan)}`;
  const newest = new Map<string, number>();
  const seated = new Map<string, number>();
  for (const plan of plans) {
    newest.set(keyOf(plan), Math.max(plan.run, newest.get(keyOf(plan)) ?? 0));
    if (plan.table !== null) seated.set(plan.phase, Math.max(plan.run, seated.get(plan.phase) ?? 0));
  }
  return plans.filter(
    (plan) => plan.run === newest.get(keyOf(plan)) && (plan.table === null || plan.run === seated.get(plan.phase)),
  );
}

/** Table 2 before table 10; the rest in order of title. */
function byWhose(a: Plan, b: Plan): number {
  return (a.table ?? 0) - (b.table ?? 0) || a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1);
}

// ── A plan's own document ──────────────────────────────────────────────────────────────────────────────────────────

/** Every field, the title too. */
export function readFields(doc: Y.Doc): Record<string, string> {
  const texts = [...fieldsMap(doc).entries()].filter(([, text]) => text instanceof Y.Text);
  return Object.fromEntries(texts.map(([id, text]) => [id, text.toString()]));
}

/** The document of a new plan, as one update: a text for each field, and nothing else ever. `client`: a Yjs id of the server's. */
export function seedFields(template: string, words: Readonly<Record<string, string>>, client: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const ids = [titleField, ...(templateOf(template)?.fields ?? []).map(({ id }) => id)];
  doc.transact(() => {
    for (const id of ids) fieldsMap(doc).set(id, new Y.Text(words[id] ?? ''));
  });
  return Y.encodeStateAsUpdate(doc);
}

/** Characters the form asks for at most. */
export function fieldMax(template: string, field: string): number {
  if (field === titleField) return limits.titleLength;
  const max = templateOf(template)?.fields.find(({ id }) => id === field)?.max ?? 0;
  return Math.min(max, limits.planFieldLength);
}

/** The first field that must be filled in and is not; null: it can be handed in. */
export function unfinished(template: string, fields: Readonly<Record<string, string>>): string | null {
  const needed = (templateOf(template)?.fields ?? []).filter((field) => field.required).map(({ id }) => id);
  return [titleField, ...needed].find((id) => (fields[id] ?? '').trim() === '') ?? null;
}
