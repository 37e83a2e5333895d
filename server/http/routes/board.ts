/** The durable state of the board, for our client and for whoever wants to read along. */
import * as v from 'valibot';
import { markHeader } from '../../../shared/protocol.ts';
import { answer } from '../../session/services.ts';
import type { Parts } from '../parts.ts';
import { matches, takes } from '../caching.ts';
import { route, type Route } from '../route.ts';

export function boardRoutes({ rooms }: Parts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/sessions/:code/board',
      summary:
        'The whole board as one Yjs update. Send If-None-Match: it changes less often than it is asked for. With `near=2` it ' +
        `may be a few changes behind, and the header ${markHeader} says how far it is: connect with \`from=\` that, and the ` +
        'rest comes. That one is in our own order (shared/sorted.ts), which is smaller once it is packed: not for other clients.',
      roles: ['participant', 'facilitator', 'screen'],
      query: v.object({ near: v.optional(v.literal('2')) }),
      output: { media: 'application/octet-stream', describes: 'A Yjs update.' },
      handle: async ({ code, query, http }) => {
        const room = rooms.open(code);
        const near = query.near === undefined ? null : room.nearState();
        const state = near?.state ?? room.state();
        const { raw, tag } = state;
        if (near) http.header(markHeader, near.mark);
        const etag = `W/"${tag}"`; // weak: the compressed and the plain one share it
        http.header('ETag', etag);
        http.header('Vary', 'Accept-Encoding, Cookie, Authorization');
        http.header('Cache-Control', 'private, no-cache');
        if (matches(http.req.header('if-none-match'), etag)) return http.body(null, 304);
        const offered = http.req.header('accept-encoding');
        const coding = takes('br', offered) ? 'br' : takes('gzip', offered) ? 'gzip' : null;
        if (coding) http.header('Content-Encoding', coding);
        return answer((coding ? await state.pack(coding) : raw) as Uint8Array<ArrayBuffer>);
      },
    }),
  ];
}
