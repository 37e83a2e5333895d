/** In which role this device may read the report: the one the link asks for, else the other. */
import type { ReportInfo } from '../../../shared/api/console.ts';
import { makeApi, type ProblemCode } from '../../connection/api.ts';

export type Reader = 'participant' | 'facilitator';
export type Visit = { role: Reader; info: ReportInfo } | { refused: ProblemCode };

export async function visit(code: string, search: string, apiOf = makeApi): Promise<Visit> {
  const asked: Reader = new URLSearchParams(search).get('role') === 'facilitator' ? 'facilitator' : 'participant';
  const other: Reader = asked === 'facilitator' ? 'participant' : 'facilitator';
  const first = await apiOf(asked).get<ReportInfo>(`/sessions/${code}/report`);
  if (first.ok) return { role: asked, info: first.value };
  if (!noAccess.includes(first.code)) return { refused: first.code };
  const second = await apiOf(other).get<ReportInfo>(`/sessions/${code}/report`);
  return second.ok ? { role: other, info: second.value } : { refused: first.code };
}

/** What joining, or the facilitator's link, can mend. */
export const noAccess: readonly ProblemCode[] = ['no_identity', 'bad_token', 'not_allowed', 'removed'];
