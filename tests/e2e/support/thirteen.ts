/** One evening that votes in all thirteen ways, one after the other, about the same four ideas or their two themes. */
import type { Format, Phase } from '../../../shared/format.ts';
import type { Method } from '../../../shared/phases/vote.ts';
import { everyMethod, formatWith } from '../../support/methods.ts';
import { cardId, openScene, themeId } from '../sweep/support/scene.ts';

const known = new Map(everyMethod);
const method = (name: string): Method => known.get(name)!;

export interface Held {
  id: string;
  title: string;
  method: Method;
}

/** In the order in which they are held. */
export const votes: readonly Held[] = [
  { id: 'kruisjes', title: 'Kruisjes', method: method('approval') },
  { id: 'keuze', title: 'Eén keuze', method: method('single') },
  { id: 'stippen', title: 'Stippen', method: method('dots') },
  { id: 'punten', title: 'Punten', method: method('points') },
  { id: 'cijfers', title: 'Cijfers', method: method('score') },
  { id: 'jury', title: 'De jury', method: method('jury') },
  { id: 'volgorde', title: 'Volgorde', method: method('borda') },
  { id: 'paren', title: 'Paren', method: method('pairwise') },
  { id: 'instemmen', title: 'Instemmen', method: method('consent') },
  { id: 'begroting', title: 'Begroting', method: method('equal shares') },
  { id: 'verdelen', title: 'Verdelen', method: method('allocate') },
  { id: 'bonnen', title: 'Bonnen', method: method('vouchers') },
  { id: 'tafels', title: 'Tafels', method: method('tables') },
];

/** What there is to choose, and what it costs. */
const ideas = [
  ['Soep op zondag', 400],
  ['Een bank bij de bushalte', 550],
  ['Schaduw op het plein', 700],
  ['Fietsles voor iedereen', 850],
] as const;
export const titles = ideas.map(([title]) => title);
const themes = ['Samen eten', 'Buiten zijn'];

export const aboutThemes = ({ method: { kind } }: Held) => kind === 'allocate';
export const dividesMoney = ({ method: { kind } }: Held) => kind === 'budget' || kind === 'vouchers';
export const itemsOf = (vote: Held) => (aboutThemes(vote) ? themes : titles);

/** Title of a card or a theme, by the ids in an export. */
export const titleOf = new Map([
  ...titles.map((title, n) => [cardId(n + 1), title] as const),
  ...themes.map((title, n) => [themeId(n + 1), title] as const),
]);

/** With four ideas on the board, before the first vote. */
export function openThirteen(base: string) {
  return openScene(base, {
    phase: 'cluster',
    cards: ideas.length,
    themes: themes.length,
    local: true,
    change: (file) => ({
      ...file,
      session: { ...file.session, format: format() },
      clusters: file.clusters.map((theme, n) => ({ ...theme, name: themes[n]! })),
      cards: file.cards.map((card, n) => ({
        ...card,
        title: ideas[n]![0],
        cluster: themeId(1 + (n % 2)),
        fields: { kosten: `${ideas[n]![1]}` },
      })),
    }),
  });
}

function format(): Format {
  const one = formatWith(method('dots'));
  const phases = one.phases.flatMap((phase): Phase[] => {
    if (phase.kind !== 'vote') return phase.kind === 'contribute' || phase.kind === 'arrange' ? [phase] : [];
    return votes.map((vote) => {
      const title = { nl: vote.title, en: vote.title };
      return { ...phase, id: vote.id, title, method: vote.method, items: aboutThemes(vote) ? 'clusters' : 'cards' };
    });
  });
  return { ...one, phases };
}
