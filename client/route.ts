import { parseCode } from '../shared/ids.ts';

/** Every page there is. A code is read forgivingly: people type it. */
export type Route =
  { page: 'start' } | { page: 'participant' | 'wall' | 'console' | 'report'; code: string } | { page: 'unknown' };

const pages = { '': 'participant', wall: 'wall', console: 'console', report: 'report' } as const;

export function routeOf(pathname: string): Route {
  const [, first = '', second = '', third = '', ...more] = pathname.replace(/\/+$/, '').split('/');
  if (first === '') return { page: 'start' };
  const code = first === 's' ? parseCode(decodeURIComponent(second)) : null;
  if (code === null || more.length > 0 || !(third in pages)) return { page: 'unknown' };
  return { page: pages[third as keyof typeof pages], code };
}
