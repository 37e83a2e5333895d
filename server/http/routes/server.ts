/** The server itself: its werkvormen, its settings, its health. */
import * as v from 'valibot';
import * as api from '../../../shared/api.ts';
import { shownFormat } from '../../../shared/formatlist.ts';
import { formats } from '../../../shared/formats/formats.ts';
import { answer } from '../../session/services.ts';
import type { Parts } from '../parts.ts';
import { route, type Route } from '../route.ts';

export function serverRoutes({ services, config }: Parts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/formats',
      summary: 'The werkvormen to choose from.',
      roles: 'anyone',
      query: v.object({ language: v.optional(v.picklist(['nl', 'en'])) }),
      output: api.formatList,
      handle: ({ query, visit }) => {
        const language = query.language ?? visit.language;
        return answer(formats.map((format) => shownFormat(format, language)));
      },
    }),
    route({
      method: 'get',
      path: '/api/server',
      summary: 'What the start page needs to know of this server.',
      roles: 'anyone',
      output: api.serverInfo,
      handle: () => answer({ createKey: config.createKey !== null, retentionDays: config.retentionDays }),
    }),
    route({
      method: 'get',
      path: '/healthz',
      summary: 'Answers when the server and its store do.',
      roles: 'anyone',
      output: api.done,
      handle: () => {
        services.sessions.exists('AAAA-AAAA'); // throws StoreUnavailable when the store does not answer
        return answer({ ok: true as const });
      },
    }),
  ];
}
