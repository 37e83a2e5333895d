/**
 * The first questions of a page, asked while its code is still on its way: a phone needs a second for that, and its network
 * has nothing to do meanwhile.
 */
import type { Role } from '../../shared/model.ts';
import type { Route } from '../route.ts';

export type Fetch = typeof fetch;

export const addressOf = {
  me: (code: string) => `/api/sessions/${code}/me`,
  board: (code: string, role: Role) => `/api/sessions/${code}/board?role=${role}&near=2`,
};

/** Gives a `fetch` that answers from what was asked already, each answer once, and asks the rest itself. */
export function askAhead(route: Route, fetcher: Fetch = (...all) => fetch(...all)): Fetch {
  const asked = new Map<string, Promise<Response>>();
  let acted = false;
  const ask = (address: string, headers: Record<string, string> = {}) => {
    const answer = fetcher(address, { headers, credentials: 'same-origin' });
    answer.catch(() => undefined); // who wants it hears of it
    asked.set(address, answer);
    return answer;
  };
  // Who is not known here gets no board: first the one, then the other.
  if (route.page === 'participant')
    ask(addressOf.me(route.code), { Accept: 'application/json', 'X-Kantelbord-Role': 'participant' }).then(
      ({ ok }) => ok && !acted && void ask(addressOf.board(route.code, 'participant')),
      () => undefined,
    );
  if (route.page === 'wall') void ask(addressOf.board(route.code, 'screen'));
  return (address, init) => {
    const isQuestion = typeof address === 'string' && (init?.method ?? 'GET') === 'GET';
    if (!isQuestion) {
      // What somebody does may make another answer true: who comes in by a badge is somebody else from then on.
      acted = true;
      asked.clear();
      return fetcher(address, init);
    }
    const answer = asked.get(address);
    asked.delete(address);
    return answer ?? fetcher(address, init);
  };
}
