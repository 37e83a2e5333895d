/** Plans as the session's document tells of them; what they say is written in documents of their own (DESIGN 6). */
import * as Y from 'yjs';
import { plansMap } from './document.ts';

export interface Plan {
  id: string;
  title: string;
  phase: string;
  run: number;
  /** id in `shared/templates.ts` */
  template: string;
  state: string;
  /** whose it is: at most one of these */
  table: number | null;
  team: string | null;
  card: string | null;
  match: string | null;
  /** field id → what it says, as of the last time it was kept */
  words: Readonly<Record<string, string>>;
}

/** In order of id, which is the same for everybody. */
export function readPlans(doc: Y.Doc): Plan[] {
  const plans = [...plansMap(doc).entries()].map(([id, value]) => planFrom(id, value));
  return plans.sort((a, b) => (a.id < b.id ? -1 : 1));
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
    state: text('state'),
    table: number('table') || null,
    team: text('team') || null,
    card: text('card') || null,
    match: text('match') || null,
    words: Object.fromEntries(words.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
  };
}
