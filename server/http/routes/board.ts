/** The durable state of the board, for our client and for whoever wants to read along. */
import { answer } from '../../session/services.ts';
import type { Parts } from '../parts.ts';
import { matches, takesGzip } from '../caching.ts';
import { route, type Route } from '../route.ts';

export function boardRoutes({ rooms }: Parts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/sessions/:code/board',
      summary: 'The whole board as one Yjs update. Send If-None-Match: it changes less often than it is asked for.',
      roles: ['participant', 'facilitator', 'screen'],
      output: { media: 'application/octet-stream', describes: 'A Yjs update (v1).' },
      handle: ({ code, http }) => {
        const { raw, gzip, tag } = rooms.open(code).state();
        const etag = `W/"${tag}"`; // weak: the compressed and the plain one share it
        http.header('ETag', etag);
        http.header('Vary', 'Accept-Encoding, Cookie, Authorization');
        http.header('Cache-Control', 'private, no-cache');
        if (matches(http.req.header('if-none-match'), etag)) return http.body(null, 304);
        if (!takesGzip(http.req.header('accept-encoding'))) return answer(raw as Uint8Array<ArrayBuffer>);
        http.header('Content-Encoding', 'gzip');
        return answer(gzip as Uint8Array<ArrayBuffer>);
      },
    }),
  ];
}
