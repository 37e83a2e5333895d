/** Parts in which people answer, hold against what is fixed, and hear what became of it. */
import type { PhaseOf } from '../../shared/format.ts';
import type { Answers } from '../../shared/polling.ts';
import { questionSetOf, type Question } from '../../shared/questions.ts';
import { itemsFrom } from '../../shared/sources.ts';
import type { Crew } from './crew.ts';

export async function answer(phase: PhaseOf<'poll'>, crew: Crew): Promise<void> {
  const questions = questionSetOf(phase.questions)?.questions ?? [];
  const { guests } = crew;
  await crew.pace.crowd(guests.length, (index) => {
    const answers = Object.fromEntries(questions.map((question) => [question.id, answerTo(question, crew)]));
    return guests[index]!.command('PUT', `/answers/${phase.id}`, { answers });
  });
}

export async function check(phase: PhaseOf<'check'>, { doc, lead, pace }: Crew): Promise<void> {
  const items = itemsFrom(doc, phase.of);
  await pace.each(items.length, (index) => {
    const outcome = phase.outcomes[index % 4 === 3 ? 1 : 0];
    const sentence = 'Dit is een proef: zo ziet een uitleg eruit.';
    return lead.command('PUT', `/checks/${items[index]!.id}`, { outcome, sentence });
  });
}

/** By whoever answers for the council, in turn; by the facilitator where nobody has that duty. */
export async function reply(phase: PhaseOf<'reply'>, crew: Crew): Promise<void> {
  const items = itemsFrom(crew.doc, phase.of);
  const deciding = [...crew.doing('decider'), ...crew.doing('clerk')];
  const hands = deciding.length > 0 ? deciding : [crew.lead];
  await crew.pace.each(items.length, (index) => {
    const status = phase.statuses[index % phase.statuses.length]!.id;
    const reason = 'Dit is een proef: zo ziet een antwoord eruit.';
    const path = `/replies/${phase.id}/${items[index]!.id}`;
    return hands[index % hands.length]!.command('POST', path, { status, reason, who: 'De raad' });
  });
}

function answerTo(question: Question, crew: Pick<Crew, 'chance'>): Answers[string] {
  if (crew.chance() < 0.1) return null;
  if (question.kind === 'choice') return question.answers[Math.floor(crew.chance() * question.answers.length)]!.id;
  if (question.kind === 'open') return 'Omdat ik graag meedenk over onze straat.';
  return question.least + Math.floor(crew.chance() * (question.most - question.least + 1));
}
