import * as v from 'valibot';
import { answer } from '../../session/services.ts';
import { describeApi } from '../openapi.ts';
import type { Parts } from '../parts.ts';
import type { Limits } from '../ratelimit.ts';
import { route, type Route } from '../route.ts';
import { boardRoutes } from './board.ts';
import { cardRoutes } from './cards.ts';
import { exportRoutes } from './exports.ts';
import { formatRoutes } from './formats.ts';
import { crowdRoutes } from './crowd.ts';
import { leadRoutes } from './lead.ts';
import { matchingRoutes } from './matching.ts';
import { paperRoutes } from './papers.ts';
import { peopleRoutes } from './people.ts';
import { pitchRoutes } from './pitches.ts';
import { pollRoutes } from './polls.ts';
import { replyRoutes } from './replies.ts';
import { revealedRoutes } from './revealed.ts';
import { planRoutes } from './plans.ts';
import { pointRoutes } from './points.ts';
import { serverRoutes } from './server.ts';
import { sessionRoutes } from './sessions.ts';
import { themeRoutes } from './themes.ts';
import { tableRoutes } from './tables.ts';
import { ticketRoutes } from './tickets.ts';
import { voteRoutes } from './votes.ts';

/** Every endpoint there is, the description of them all included. */
export function makeRoutes(parts: Parts, meters: Limits): Route[] {
  const routes: Route[] = [
    ...serverRoutes(parts),
    ...sessionRoutes(parts, meters),
    ...formatRoutes(parts),
    ...peopleRoutes(parts, meters),
    ...crowdRoutes(parts),
    ...leadRoutes(parts),
    ...cardRoutes(parts),
    ...themeRoutes(parts),
    ...voteRoutes(parts),
    ...revealedRoutes(parts),
    ...paperRoutes(parts),
    ...pitchRoutes(parts),
    ...pollRoutes(parts),
    ...replyRoutes(parts),
    ...tableRoutes(parts),
    ...ticketRoutes(parts),
    ...matchingRoutes(parts),
    ...planRoutes(parts),
    ...pointRoutes(parts),
    ...boardRoutes(parts),
    ...exportRoutes(parts),
    route({
      method: 'get',
      path: '/api/openapi.json',
      summary: 'This description.',
      roles: 'anyone',
      output: v.looseObject({ openapi: v.string() }),
      handle: () => answer(description),
    }),
  ];
  const description = describeApi(routes, '1') as { openapi: string };
  return routes;
}
