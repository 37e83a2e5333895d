/** What cards must say before people can divide money over them. */
import type { Format } from '../../../shared/format.ts';

/** Does something on the board have a price? Without it there is nothing to divide money over. */
export function asksPrice({ cardKinds }: Pick<Format, 'cardKinds'>): boolean {
  return cardKinds.some(({ fields = [] }) => fields.some(({ kind }) => kind === 'money'));
}

/** The same format, with a question for the costs on every kind of card that people vote on. */
export function withPrice(format: Format): Format {
  const money = { id: 'kosten', title: { nl: 'Kosten', en: 'Costs' }, max: 9, kind: 'money' } as const;
  const [first, ...rest] = format.cardKinds;
  if (!first) return format;
  return { ...format, cardKinds: [{ ...first, fields: [...(first.fields ?? []), money] }, ...rest] };
}
