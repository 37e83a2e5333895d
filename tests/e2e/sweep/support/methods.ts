/** An evening at the point where people vote, by any method. */
import { everyMethod } from '../../../support/methods.ts';
import type { Scene } from './scene.ts';

const known = new Map(everyMethod);

/** Eight ideas with a price, and a vote by this method. */
export function sceneOf(name: string): Scene {
  const method = known.get(name)!;
  return {
    phase: 'cluster',
    cards: 8,
    themes: 3,
    method,
    items: method.kind === 'allocate' ? 'clusters' : 'cards',
    change: (file) => ({
      ...file,
      cards: file.cards.map((card, n) => ({ ...card, fields: { kosten: `${400 + 150 * n}` } })),
      session: {
        ...file.session,
        format: {
          ...file.session.format,
          cardKinds: file.session.format.cardKinds.map((kind) => ({
            ...kind,
            fields: [{ id: 'kosten', title: { nl: 'Kosten', en: 'Costs' }, max: 9, kind: 'money' as const }],
          })),
        },
      },
    }),
  };
}
