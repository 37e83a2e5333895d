/** The programme of a session that was opened with a Pabulib file. */
import type { Format, VotePhase } from '../format.ts';
import { limits } from '../limits.ts';
import type { Method } from '../phases/vote.ts';
import type { Words } from '../words.ts';

/** The part that was held: the vote of which the file tells. */
export const pastVote = 'eerder';

const fields: Record<string, Words> = {
  categorie: { nl: 'Soort', en: 'Category' },
  wijk: { nl: 'Wijk', en: 'Neighbourhood' },
  gebied: { nl: 'Gebied', en: 'District' },
};

/** `kept`: which fields a project has besides its cost. */
export function formatFor(method: Method, kept: readonly string[], past: boolean): Format {
  const vote: Omit<VotePhase, 'id' | 'title' | 'prompt' | 'minutes'> = {
    kind: 'vote',
    method,
    items: 'cards',
    of: { from: 'cards', kind: 'project' },
    top: 1,
    cut: 'lot',
  };
  const results = { kind: 'explain', minutes: 10, show: 'results' } as const;
  return {
    id: 'buurtbudget',
    title: { nl: 'Buurtbudget', en: 'Neighbourhood budget' },
    summary: {
      nl: 'Projecten met een prijs, en een stemming over wat ervan doorgaat.',
      en: 'Projects with a price, and a vote on which of them go ahead.',
    },
    groups: [{ id: 'inwoner', title: { nl: 'inwoner', en: 'resident' } }],
    cardKinds: [
      {
        id: 'project',
        title: { nl: 'project', en: 'project' },
        titleMax: limits.titleLength,
        textMax: limits.textLength,
        fields: [
          { id: 'kosten', title: { nl: 'Kosten', en: 'Cost' }, max: 9, kind: 'money', required: true },
          ...kept.map((id) => ({ id, title: fields[id]!, max: limits.fieldLength })),
        ],
      },
    ],
    phases: [
      {
        id: 'uitleg',
        kind: 'explain',
        title: { nl: 'Uitleg', en: 'Introduction' },
        prompt: {
          nl: 'Dit zijn de projecten. Straks kiest u welke doorgaan.',
          en: 'These are the projects. Later you choose which go ahead.',
        },
        minutes: 10,
        show: 'anchors',
      },
      ...(past
        ? [
            {
              ...vote,
              id: pastVote,
              title: { nl: 'Eerdere stemming', en: 'Earlier vote' },
              prompt: { nl: 'Deze stemming is al geweest.', en: 'This vote was held before.' },
              minutes: 0,
              left: true as const,
            },
            {
              ...results,
              id: 'uitslag-eerder',
              title: { nl: 'Uitslag van toen', en: 'The earlier result' },
              prompt: {
                nl: 'Dit is de uitslag van de eerdere stemming.',
                en: 'This is the result of the earlier vote.',
              },
            },
          ]
        : []),
      {
        ...vote,
        id: 'stemming',
        title: { nl: 'Stemmen', en: 'Vote' },
        prompt: { nl: 'Welke projecten gaan door?', en: 'Which projects go ahead?' },
        minutes: 20,
      },
      {
        ...results,
        id: 'uitslag',
        title: { nl: 'Uitslag', en: 'Result' },
        prompt: { nl: 'Dit is de uitslag.', en: 'This is the result.' },
      },
    ],
  };
}
