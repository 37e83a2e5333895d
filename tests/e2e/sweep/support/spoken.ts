/** A fixture of the parts in which people tell, answer and hear, after the writing of the Ideeënronde. */
import type { ExportFile } from '../../../../shared/exportfile.ts';
import type { Format, Phase, PhaseOf } from '../../../../shared/format.ts';
import { must, type Evening, type Guest } from '../../../support/people.ts';
import { cardId, type Scene } from './scene.ts';

const ideas = { from: 'cards', kind: 'idea' } as const;
const at = (id: string, nl: string, en: string, prompt: readonly [string, string]) => ({
  id,
  title: { nl, en },
  prompt: { nl: prompt[0], en: prompt[1] },
  minutes: 20,
});

const present: PhaseOf<'present'> = {
  ...at('present', 'Pitches', 'Pitch time', ['U heeft 1 minuut.', 'You have 1 minute.']),
  kind: 'present',
  of: ideas,
  order: 'agenda',
  seconds: 60,
};
const statuses = [
  { id: 'ja', title: { nl: 'overgenomen', en: 'adopted' } },
  { id: 'nee', title: { nl: 'niet overgenomen', en: 'not adopted' } },
];
const phases: Phase[] = [
  present,
  { ...present, ...at('duels', 'Duels', 'Battles', ['Twee plannen.', 'Two plans.']), form: 'knockOut', rebuttal: 30 },
  { ...present, ...at('signup', 'Aanmelden', 'Signing up', ['Wie durft?', 'Who dares?']), order: 'signup' },
  {
    ...at('poll', 'Inchecken', 'Check-in', ['Waarom bent u hier?', 'Why are you here?']),
    kind: 'poll',
    questions: 'incheck',
  },
  {
    ...at('check', 'Toets', 'Check up', ['Past het?', 'Does it fit?']),
    kind: 'check',
    of: ideas,
    criteria: 'anchors',
    outcomes: ['on', 'back'],
    reasonRequired: true,
  },
  {
    ...at('themes', 'Thema’s', 'Themes', ['Dit zijn de thema’s.', 'These are the themes.']),
    kind: 'explain',
    show: 'themes',
  },
  {
    ...at('teams', 'Groepen', 'Groups', ['Dit zijn de groepen.', 'These are the groups.']),
    kind: 'explain',
    show: 'teams',
  },
  {
    ...at('reply', 'De raad antwoordt', 'The council replies', ['Dit doet de raad ermee.', 'The council’s answer.']),
    kind: 'reply',
    when: 'after',
    of: ideas,
    statuses,
    reasonRequired: true,
    within: 60,
  },
];

export function spoken(cards = 9, more: Scene = {}): Scene {
  return { cards, ...more, change: withPhases };
}

function withPhases(file: ExportFile): ExportFile {
  const format: Format = file.session.format;
  return {
    ...file,
    session: { ...file.session, showTables: true, format: { ...format, phases: [...format.phases, ...phases] } },
  };
}

export const go = (evening: Evening, to: string) => evening.lead('/phase', { to });
export const pitch = (evening: Evening, step: object) => evening.lead('/pitches', step);

export async function answered(evening: Evening, guests: readonly Guest[]): Promise<void> {
  await Promise.all(
    guests.map((guest, n) => {
      const answers = {
        zin: n % 6 === 5 ? null : 3 + (n % 3),
        eerder: ['nooit', 'eens', 'vaker'][n % 3],
        waarom: 'Voor de buurt.',
      };
      return guest.command('PUT', '/answers/poll', { answers });
    }),
  );
}

export function checked({ base, code, facilitator }: Evening, card: number, outcome: 'on' | 'back'): Promise<unknown> {
  const sentence = outcome === 'back' ? 'Dit kost meer geld dan er is. Kan het ook met de helft?' : 'Dit past.';
  const marks = { 'anchor-1': { value: outcome === 'on' ? 'yes' : 'no', reason: '' } };
  return must(base, 'PUT', `/sessions/${code}/checks/${cardId(card)}`, facilitator, { marks, outcome, sentence });
}

export function replied(evening: Evening, card: number, status: 'ja' | 'nee'): Promise<unknown> {
  const reason =
    status === 'ja' ? 'De raad maakt hier geld voor vrij.' : 'De gemeente is niet de eigenaar van deze grond.';
  return evening.lead(`/replies/reply/${cardId(card)}`, { status, reason, who: 'De gemeenteraad' });
}
