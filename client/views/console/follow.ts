/** What can come along to a follow-up session: bundles to take at once, and which of their cards are chosen. */
import { itemsOn, type Ground, type Item } from '../../../shared/sources.ts';

export interface Bundle {
  /** `all`, `winners`, or the id of a theme */
  id: string;
  is: 'all' | 'winners' | 'theme';
  name: string;
  items: readonly string[];
}

/** Winners may be themes or plans: they come along as cards too. */
export function bundlesOf(ground: Ground): Bundle[] {
  const bundle = (id: string, is: Bundle['is'], name: string, items: readonly string[]) => ({ id, is, name, items });
  const themes = itemsOn(ground, { from: 'clusters' });
  return [
    bundle(
      'winners',
      'winners',
      '',
      itemsOn(ground, { from: 'winners' }).map(({ id }) => id),
    ),
    ...themes.map(({ id, letter, title, originals }) =>
      bundle(id, 'theme', [letter, title].filter(Boolean).join(' '), originals),
    ),
    bundle(
      'all',
      'all',
      '',
      itemsOn(ground, { from: 'cards' }).map(({ id }) => id),
    ),
  ].filter(({ items }) => items.length > 0);
}

/** One by one: every card, and what won that is no card. */
export function choicesOf(ground: Ground): Item[] {
  const cards = itemsOn(ground, { from: 'cards' });
  return [...itemsOn(ground, { from: 'winners' }).filter(({ is }) => is !== 'card'), ...cards];
}

export function isWhole(chosen: readonly string[], items: readonly string[]): boolean {
  return items.every((id) => chosen.includes(id));
}

export function toggled(chosen: readonly string[], items: readonly string[], on: boolean): string[] {
  const others = chosen.filter((id) => !items.includes(id));
  return on ? [...others, ...items] : others;
}
