/**
 * A poll: what people may answer, and what is told of it. Answers are kept apart from people, as ballots are; here is
 * nothing but counting. "Weet ik niet" is an answer of its own (null); a question that was passed over is not in it.
 */
import * as v from 'valibot';
import { voteKey } from './document.ts';
import { limits } from './limits.ts';
import type { Question, QuestionSet } from './questions.ts';
import { refuse, yes, type Refusal, type Yes } from './refusals.ts';
import { slug, whole } from './words.ts';

const said = v.pipe(v.string(), v.trim(), v.maxLength(limits.textLength));
export const answersSchema = v.record(slug, v.nullable(v.union([whole(0, 1_000), said])));
export type Answers = v.InferOutput<typeof answersSchema>;

/** One person's, as it lies in the box: with the capacity they take part in, without anything that says who. */
export interface Paper {
  group: string;
  answers: Answers;
}

/** Fewer than this are never told apart (DOMAIN 4.20). */
export const leastTold = 5;

const heads = whole(0, limits.participantsPerSession * 10);
const counts = v.array(heads);
const questionResult = v.object({
  id: slug,
  /** gave an answer, "weet ik niet" left out */
  answered: heads,
  unknown: heads,
  /** scale: one for each step. choice: one for each answer, in their order. open: empty */
  counts,
  /** open answers, in random order; only after the phase */
  said: v.array(said),
  groups: v.array(v.object({ group: v.string(), answered: heads, counts })),
});
export const pollSchema = v.object({
  phase: v.pipe(v.string(), v.maxLength(40)),
  run: whole(1, 10_000),
  /** id of the question set */
  set: slug,
  /** open: people answer. shown: the counts are there, nobody answers any more. closed: the phase is over. */
  state: v.picklist(['open', 'shown', 'closed']),
  papers: heads,
  questions: v.array(questionResult),
});
export type Poll = v.InferOutput<typeof pollSchema>;
export type QuestionResult = v.InferOutput<typeof questionResult>;

export const pollKey = (phase: string, run: number) => `poll:${voteKey(phase, run)}`;

export function readPoll(live: ReadonlyMap<string, unknown>, phase: string, run: number): Poll | null {
  const read = v.safeParse(pollSchema, live.get(pollKey(phase, run)));
  return read.success ? read.output : null;
}

/** Every poll there is, by phase and run. */
export function readPolls(live: ReadonlyMap<string, unknown>): Poll[] {
  const keys = [...live.keys()].filter((key) => key.startsWith('poll:')).sort();
  return keys.flatMap((key) => {
    const read = v.safeParse(pollSchema, live.get(key));
    return read.success ? [read.output] : [];
  });
}

/** Are these answers to these questions? */
export function checkAnswers(set: QuestionSet, answers: Answers): Yes | Refusal {
  for (const [id, given] of Object.entries(answers)) {
    const question = set.questions.find((one) => one.id === id);
    if (!question || !fits(question, given)) return refuse('bad_request', id);
  }
  return yes;
}

/** `papers` in random order, which is the order of what was said. */
export function countPoll(set: QuestionSet, papers: readonly Paper[]): QuestionResult[] {
  return set.questions.map((question) => {
    const given = papers.filter(({ answers }) => question.id in answers);
    const answered = given.filter(({ answers }) => answers[question.id] !== null);
    return {
      id: question.id,
      answered: answered.length,
      unknown: given.length - answered.length,
      counts: countsOf(question, answered),
      said: question.kind === 'open' ? answered.map(({ answers }) => String(answers[question.id])).filter(Boolean) : [],
      groups: question.kind === 'open' ? [] : groupsOf(question, answered),
    };
  });
}

/** Mean of a scale, to be shown; null when nobody gave a mark. */
export function meanOf({ least }: { least: number }, steps: readonly number[]): number | null {
  const total = steps.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  return steps.reduce((sum, count, step) => sum + count * (least + step), 0) / total;
}

/**
 * Groups that are large enough. When what is left out would be few people that anybody can find by subtraction, the smallest
 * group that is told is left out as well.
 */
function groupsOf(question: Question, answered: readonly Paper[]) {
  const byGroup = new Map<string, Paper[]>();
  for (const paper of answered) byGroup.set(paper.group, [...(byGroup.get(paper.group) ?? []), paper]);
  const told = [...byGroup].filter(([group, papers]) => group !== '' && papers.length >= leastTold);
  told.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const rest = () => answered.length - told.reduce((sum, [, papers]) => sum + papers.length, 0);
  while (told.length > 0 && rest() > 0 && rest() < leastTold) told.pop();
  return told.map(([group, papers]) => ({ group, answered: papers.length, counts: countsOf(question, papers) }));
}

function countsOf(question: Question, papers: readonly Paper[]): number[] {
  const of = (value: number | string) => papers.filter(({ answers }) => answers[question.id] === value).length;
  if (question.kind === 'choice') return question.answers.map(({ id }) => of(id));
  if (question.kind === 'open') return [];
  return Array.from({ length: question.most - question.least + 1 }, (_, step) => of(question.least + step));
}

function fits(question: Question, given: Answers[string] | undefined): boolean {
  if (given === null) return true;
  if (question.kind === 'scale') return typeof given === 'number' && given >= question.least && given <= question.most;
  if (typeof given !== 'string') return false;
  return question.kind === 'choice' ? question.answers.some(({ id }) => id === given) : given.length <= question.max;
}
