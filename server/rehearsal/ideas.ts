/** The bundled ideas as what people write here. */
import type { CardKind } from '../../shared/format.ts';
import type { Fields } from '../../shared/model.ts';
import bundled from './ideas.json' with { type: 'json' };

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

/** What whoever has this idea answers, in a field of a card or of a plan. */
export function said(idea: Idea, field: string, form?: 'money'): string {
  if (form === 'money') return String(idea.cost ?? 0);
  return answers[field]?.(idea) || idea.text || idea.title;
}

const does = ({ what_i_do: words }: Idea) => words;
const seeks = ({ what_i_seek: words }: Idea) => words;
const answers: Readonly<Record<string, (idea: Idea) => string>> = {
  zelf: does,
  terug: does,
  wie: does,
  'wie-doet-wat': does,
  zoek: seeks,
  nodig: seeks,
  waarom: () => 'Zo leren wij elkaar kennen, en blijft de straat van ons allemaal.',
  wanneer: () => 'Volgende week dinsdag',
  bellen: () => 'Wie het idee had, belt.',
};
