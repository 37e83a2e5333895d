/** The steps of a count, as they are fetched, and what their sentences call things. */
import type { StepList } from '../../../shared/api/votes.ts';
import type { Result } from '../../../shared/model.ts';
import type { Step } from '../../../shared/tally/log.ts';
import type { Board } from '../../board/board.svelte.ts';
import type { Telling } from '../../text/stepsenglish.ts';
import { said } from '../../text/language.svelte.ts';

type Asked = Pick<Result, 'phase' | 'run'>;

/** Null: they can not be had now. */
export async function fetchSteps({ api, code }: Pick<Board, 'api' | 'code'>, asked: Asked): Promise<Step[] | null> {
  const reply = await api.get<StepList>(`/sessions/${code}/votes/${asked.phase}/runs/${asked.run}/steps`);
  return reply.ok ? (reply.value.steps as Step[]) : null;
}

/** What the sentences call things. */
export function namesIn({ session }: Pick<Board, 'session'>, { ranking, method }: Result): Telling {
  const titles = new Map(ranking.map(({ id, title }) => [id, title]));
  const groups = new Map(session?.format.groups.map(({ id, title }) => [id, said(title)]));
  return { title: (id) => titles.get(id) ?? id, group: (id) => groups.get(id) ?? id, method };
}
