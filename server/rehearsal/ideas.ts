/** The bundled ideas as what people write here. */
import type { CardKind } from '../../shared/format.ts';
import type { Fields } from '../../shared/model.ts';
import bundled from './ideas.json';

export type Idea = (typeof bundled.ideas)[number];

export const ideas: readonly Idea[] = bundled.ideas;

/** As a card of this kind says it. */
export function asCard(idea: Idea, kind: CardKind): { kind: string; title: string; text: string; fields: Fields } {
  const fields = (kind.fields ?? []).map(({ id, max, kind: form }) => [id, cut(said(idea, id, form), max)] as const);
  const title = cut(idea.title, kind.titleMax);
  return { kind: kind.id, title, text: cut(idea.text, kind.textMax), fields: Object.fromEntries(fields) };
}

/** Title of a card of this kind → the idea it came from. */
export function byTitle({ titleMax }: Pick<CardKind, 'titleMax'>): ReadonlyMap<string, Idea> {
  return new Map([...ideas].reverse().map((idea) => [cut(idea.title, titleMax), idea]));
}

/** Never through the middle of a character that takes two units. */
export function cut(text: string, most: number): string {
  const whole = text.trim();
  if (whole.length <= most) return whole;
  const part = whole.slice(0, most);
  return (/[\uD800-\uDBFF]$/.test(part) ? part.slice(0, -1) : part).trim();
}

function said(idea: Idea, field: string, form: 'money' | undefined): string {
  if (form === 'money') return String(idea.cost ?? 0);
  return field === 'zoek' || field === 'nodig' ? idea.what_i_seek : idea.what_i_do;
}
