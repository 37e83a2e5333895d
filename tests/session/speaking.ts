/** An evening of pitches, questions, checks and replies, in one format of five parts. */
import { readLive } from '../../shared/document.ts';
import type { Format, Phase, PhaseOf } from '../../shared/format.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import { Evening } from './evening.ts';

const words = (text: string) => ({ nl: text, en: text });
const about = { prompt: words('Wat nu?'), minutes: 10 };
const ideas = { from: 'cards', kind: 'idea' } as const;

export const present: PhaseOf<'present'> = {
  ...about,
  id: 'present',
  kind: 'present',
  title: words('Pitches'),
  of: ideas,
  order: 'signup',
  seconds: 60,
};
const poll: Phase = { ...about, id: 'poll', kind: 'poll', title: words('Vragen'), questions: 'incheck' };
const check: Phase = {
  ...about,
  id: 'check',
  kind: 'check',
  title: words('Toets'),
  of: ideas,
  criteria: 'anchors',
  outcomes: ['on', 'back'],
  reasonRequired: true,
};
const reply: Phase = {
  ...about,
  id: 'reply',
  kind: 'reply',
  when: 'after',
  title: words('Antwoord'),
  of: { from: 'winners', phase: 'check' },
  statuses: [
    { id: 'ja', title: words('ja') },
    { id: 'nee', title: words('nee') },
  ],
  reasonRequired: true,
  within: 30,
};

export function formatWith(change: Partial<PhaseOf<'present'>> = {}): Format {
  const [pitch] = ideeenronde.phases;
  const question = { id: 'question', title: words('vraag'), titleMax: 120, textMax: 0 };
  const cardKinds = [...ideeenronde.cardKinds, question];
  return { ...ideeenronde, cardKinds, phases: [pitch!, { ...present, ...change }, poll, check, reply] };
}

/** In the writing part, with these people's ideas on the board. */
export function speaking(titles: readonly string[], change: Partial<PhaseOf<'present'>> = {}) {
  const evening = new Evening({ format: formatWith(change), open: { anchors: ['Er is € 40.000'] } });
  evening.move('pitch');
  const people = titles.map((title, n) => {
    const person = evening.join({ group: n % 2 ? 'raadslid' : 'inwoner' });
    return { ...person, card: evening.write(person, title) };
  });
  const live = () => readLive(evening.room.doc);
  return { evening, people, live };
}
