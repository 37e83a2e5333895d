/** Parts that give people a place, and a hall that goes through them. */
import type { ExportFile } from '../../../../shared/exportfile.ts';
import type { Phase } from '../../../../shared/format.ts';
import type { MadeBadges } from '../../../../shared/api/tables.ts';
import type { Evening } from '../../../support/people.ts';
import { gather } from './crowd.ts';

const words = (nl: string, en: string) => ({ nl, en });
const about = (nl: string, en: string, prompt: ReturnType<typeof words>) => ({
  title: words(nl, en),
  prompt,
  minutes: 10,
});

const find = words('Zoek uw tafel op.', 'Look for your table.');
const choose = words('Welk onderwerp kiest u?', 'Which subject do you choose?');
const live = words('Waar woont u?', 'Where do you live?');
const lot = words('U bent gevraagd. Doet u mee?', 'You were asked. Will you take part?');
const talk = words('Wat vindt u belangrijk voor de stad?', 'What is important to you for the city?');

const parts: Phase[] = [
  {
    ...about('Loting', 'The lot', lot),
    id: 'loting',
    kind: 'assign',
    way: 'draw',
    places: { inwoner: 30, raadslid: 20, ondernemer: 10 },
  },
  { ...about('Tafels', 'Tables', find), id: 'tafels', kind: 'assign', way: 'mixed', size: 5 },
  {
    ...about('Themakeuze', 'Choosing a theme', choose),
    id: 'themakeuze',
    kind: 'assign',
    way: 'choice',
    options: { from: 'clusters' },
    size: 10,
    atLeast: { raadslid: 1 },
  },
  { ...about('Buurten', 'Neighbourhoods', live), id: 'buurten', kind: 'assign', way: 'neighbourhood', size: 8 },
  {
    ...about('Gesprek', 'Talk', talk),
    id: 'gesprek',
    kind: 'contribute',
    cardKind: 'idea',
    maxPerPerson: 5,
    seating: { way: 'newNeighbours', size: 5 },
  },
];

/** With these parts after those of the werkvorm: to be gone to by command. */
export function withParts(file: ExportFile): ExportFile {
  const { format } = file.session;
  return { ...file, session: { ...file.session, format: { ...format, phases: [...format.phases, ...parts] } } };
}

export const go = (evening: Evening, to: string) => evening.lead('/phase', { to });

/** So many people, who all chose, the first themes most. */
export async function chosen(evening: Evening, count: number, themes: readonly string[]): Promise<void> {
  const people = await gather(evening, count);
  await go(evening, 'themakeuze');
  await Promise.all(
    people.map((one, n) =>
      one.command('POST', '/tables/choice', { option: themes[Math.floor(n ** 1.6) % themes.length] }),
    ),
  );
}

export const badgesOf = async (evening: Evening, count: number) =>
  (await evening.lead('/badges', { groups: [{ group: 'inwoner', count }] })) as MadeBadges;
