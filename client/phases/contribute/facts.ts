/** What a card says besides its title and text, in the order and under the names of its kind. */
import { cardKindOf, type CardField } from '../../../shared/format.ts';
import type { Card, Session } from '../../../shared/model.ts';
import { isMoney } from '../../../shared/details.ts';
import { common } from '../../text/common.ts';
import { said, words } from '../../text/language.svelte.ts';

export interface CardFact {
  id: string;
  name: string;
  said: string;
}

/** Fields that the format no longer has come last, under their id: nothing that was written disappears. */
export function factsOn(
  session: Pick<Session, 'format'> | null,
  { kind, fields }: Pick<Card, 'kind' | 'fields'>,
): CardFact[] {
  const asked = (session && cardKindOf(session.format, kind)?.fields) ?? [];
  const known = asked.flatMap((field) => {
    const value = fields[field.id] ?? '';
    return value === '' ? [] : [{ id: field.id, name: said(field.title), said: shown(field, value) }];
  });
  const ids = new Set(asked.map(({ id }) => id));
  const others = Object.entries(fields).filter(([id, value]) => !ids.has(id) && value !== '');
  return [...known, ...others.map(([id, value]) => ({ id, name: id, said: value }))];
}

function shown({ kind }: CardField, value: string): string {
  return kind === 'money' && isMoney(value) ? `€ ${words(common).number(Number(value))}` : value;
}
