/** A rehearsal of the parts in which people tell, answer and hear: through the public doors, as everybody. */
import type * as Y from 'yjs';
import { readLive, readSession } from '../../shared/document.ts';
import type { PhaseOf } from '../../shared/format.ts';
import type { Answers } from '../../shared/polling.ts';
import { questionSetOf, type Question } from '../../shared/questions.ts';
import { readQueue } from '../../shared/queue.ts';
import { itemsFrom } from '../../shared/sources.ts';
import type { Visitor } from './visitor.ts';

/** A command of the facilitator. */
export type Lead = (path: string, body?: unknown, method?: 'POST' | 'PUT') => Promise<unknown>;

interface Chance {
  chance(): number;
}

/** A rehearsal is over in a minute or so: of a long row the first few are heard. */
const heard = 8;
/** ms in which a board follows a command, even on a slow machine */
const patience = 5_000;

export async function pitch(phase: PhaseOf<'present'>, [visitor]: Visitor[], lead: Lead): Promise<void> {
  const { doc } = visitor!;
  const queue = () => readQueue(readLive(doc), phase.id, readSession(doc)?.run ?? 0);
  await until(doc, () => queue() !== null);
  const items = itemsFrom(doc, phase.of).slice(0, heard);
  // In somebody's name: a rehearsal does not know whose is whose.
  if (phase.order === 'signup') for (const { id } of items) await lead(`/pitches/${id}`, {}, 'PUT');
  if (isDuel(phase)) return duel(queue()?.duels ? Infinity : items.length, lead);
  const waiting = phase.order === 'signup' ? items.length : (queue()?.waiting.length ?? 0);
  for (let turn = 0; turn < Math.min(heard, waiting); turn++) await lead('/pitches', { do: 'next' });

  /** The first duel, to its winner. */
  async function duel(many: number, move: Lead): Promise<void> {
    if (many < 2) return;
    if (many !== Infinity) await move('/pitches', { do: 'duels' });
    await move('/pitches', { do: 'next' });
    await until(doc, () => (queue()?.current ?? null) !== null);
    const winner = queue()?.current;
    if (winner) await move('/pitches', { do: 'winner', winner });
  }
}

export async function answer(cast: Chance, phase: PhaseOf<'poll'>, visitors: Visitor[]): Promise<void> {
  const questions = questionSetOf(phase.questions)?.questions ?? [];
  for (const visitor of visitors) {
    const answers = Object.fromEntries(questions.map((question) => [question.id, answerTo(question, cast)]));
    await visitor.command('PUT', `/answers/${phase.id}`, { answers });
  }
}

export async function check(phase: PhaseOf<'check'>, [visitor]: Visitor[], lead: Lead): Promise<void> {
  for (const [index, { id }] of itemsFrom(visitor!.doc, phase.of).slice(0, heard).entries()) {
    const outcome = phase.outcomes[index % 4 === 3 ? 1 : 0];
    await lead(`/checks/${id}`, { outcome, sentence: 'Dit is een proef: zo ziet een uitleg eruit.' }, 'PUT');
  }
}

export async function reply(phase: PhaseOf<'reply'>, [visitor]: Visitor[], lead: Lead): Promise<void> {
  for (const [index, { id }] of itemsFrom(visitor!.doc, phase.of).slice(0, heard).entries()) {
    const status = phase.statuses[index % phase.statuses.length]!.id;
    const reason = 'Dit is een proef: zo ziet een antwoord eruit.';
    await lead(`/replies/${phase.id}/${id}`, { status, reason, who: 'De raad' });
  }
}

function answerTo(question: Question, { chance }: Chance): Answers[string] {
  if (chance() < 0.1) return null;
  if (question.kind === 'scale') return question.least + Math.floor(chance() * (question.most - question.least + 1));
  if (question.kind === 'choice') return question.answers[Math.floor(chance() * question.answers.length)]!.id;
  return 'Omdat ik graag meedenk over onze straat.';
}

function isDuel({ form }: PhaseOf<'present'>): boolean {
  return form === 'knockOut' || form === 'roundRobin';
}

/** Waits until the board of a visitor shows it, or long enough. */
function until(doc: Y.Doc, there: () => boolean): Promise<void> {
  if (there()) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      doc.off('update', look);
      resolve();
    };
    const look = () => there() && done();
    const timer = setTimeout(done, patience);
    doc.on('update', look);
  });
}
