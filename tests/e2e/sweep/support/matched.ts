/** A fixture of teams, auction and market, after the writing of the Ideeënronde: six ideas with what they need and give. */
import type { ExportFile } from '../../../../shared/exportfile.ts';
import type { Format, Phase } from '../../../../shared/format.ts';
import { must, type Evening, type Guest } from '../../../support/people.ts';
import { cardId, type Scene } from './scene.ts';

const of = { from: 'cards', kind: 'idea' } as const;
const at = (id: string, nl: string, en: string, prompt: readonly [string, string]) => ({
  id,
  title: { nl, en },
  prompt: { nl: prompt[0], en: prompt[1] },
  minutes: 20,
});
const bids = ['time', 'knowledge', 'things', 'space', 'contacts', 'money'] as const;

const phases: Phase[] = [
  {
    ...at('teams', 'Werkgroepen', 'Working groups', [
      'Aan welk idee wilt u meewerken?',
      'Which idea will you work on?',
    ]),
    kind: 'match',
    way: 'teams',
    of,
    minTeam: 3,
    mix: ['inwoner', 'raadslid'],
  },
  {
    ...at('veiling', 'De veiling', 'The auction', ['Wie kan helpen? Doe een bod.', 'Who can help? Make a bid.']),
    kind: 'match',
    way: 'auction',
    of,
    bids: [...bids],
    money: false,
    seconds: 240,
  },
  {
    ...at('markt', 'De markt', 'The market', ['Loop rond. Wie kunt u helpen?', 'Walk around. Whom can you help?']),
    kind: 'match',
    way: 'market',
    of,
    bids: [...bids],
    money: true,
  },
  { ...at('na', 'Slot', 'Closing', ['Dank u wel.', 'Thank you.']), kind: 'explain', show: 'anchors' },
];

const fields = [
  { id: 'nodig', title: { nl: 'Wat heeft u nodig?', en: 'What do you need?' }, max: 200 },
  { id: 'zelf', title: { nl: 'Wat doe ik zelf?', en: 'What do I do myself?' }, max: 200 },
];
const told = {
  nodig: 'een keuken, een kok en 6 helpers per keer',
  zelf: 'boodschappen, tafels dekken, buren ophalen',
};

export function matched(cards = 6, more: Scene = {}): Scene {
  return { cards, ...more, change: withPhases };
}

function withPhases(file: ExportFile): ExportFile {
  const { format } = file.session;
  const changed: Format = {
    ...format,
    duties: ['auctioneer', 'partner'],
    cardKinds: format.cardKinds.map((kind) => ({ ...kind, fields })),
    phases: [...format.phases, ...phases],
  };
  const cards = file.cards.map((card, n) =>
    n === 0 ? { ...card, title: 'Soep op zondag in de school', text: '', fields: told } : card,
  );
  return { ...file, cards, session: { ...file.session, showTables: true, format: changed } };
}

export const go = (evening: Evening, to: string) => evening.lead('/phase', { to });
export const call = (evening: Evening, step: string, lot?: number) =>
  evening.lead('/auctions/veiling/call', { call: step, ...(lot && { lot: cardId(lot) }) });

const offers = [
  ['contacts', 'de groenteman geeft wat hij over heeft'],
  ['things', '40 stoelen en een soeppan'],
  ['time', '6 handen om op te ruimen'],
  ['space', 'de aula, op zondag na 12 uur'],
  ['knowledge', '2 koks leren u soep voor 60'],
  ['time', 'op zondag 2 uur koken'],
] as const;

/** One bid each, in turn; gives the ids. */
export async function bidOn(guests: readonly Guest[], phase: string, lots: readonly number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [n, guest] of guests.entries()) {
    const [kind, text] = offers[n % offers.length] ?? offers[0];
    const lot = cardId(lots[n % lots.length] ?? 1);
    const { id } = (await guest.command('POST', '/bids', { phase, lot, kind, text })) as { id: string };
    ids.push(id);
  }
  return ids;
}

/** The facilitator accepts in the name of the bringer: the cards of a file have none. */
export async function accept(evening: Evening, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await must(evening.base, 'POST', `/sessions/${evening.code}/bids/${id}/accept`, evening.facilitator);
}

export async function signUp(guests: readonly Guest[], items: readonly number[]): Promise<void> {
  for (const [n, guest] of guests.entries())
    await guest.command('POST', '/teams/teams/join', { item: cardId(items[n % items.length] ?? 1) });
}
