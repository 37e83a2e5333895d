/** The queue of pitches. What it holds is on the board itself, under `live`. */
import { done } from '../../../shared/api.ts';
import { movePitches } from '../../../shared/api/pitches.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code/pitches';

export function pitchRoutes({ services: { pitches } }: Parts): Route[] {
  return [
    route({
      method: 'put',
      path: `${path}/:item`,
      summary: 'Puts an item in the queue of pitches. Being there already is no harm.',
      roles: rolesOf('pitch.sign'),
      output: done,
      handle: (call) => okay(pitches.sign(call.ask, call.param('item'))),
    }),
    route({
      method: 'delete',
      path: `${path}/:item`,
      summary: 'Takes an item out of the queue, unless it has been pitched.',
      roles: rolesOf('pitch.sign'),
      output: done,
      handle: (call) => okay(pitches.unsign(call.ask, call.param('item'))),
    }),
    route({
      method: 'post',
      path,
      summary: 'Moves the queue on; 409 `pitch_moved` when `current` is no longer whose turn it is.',
      roles: rolesOf('pitch.move'),
      input: movePitches,
      output: done,
      handle: (call) => okay(pitches.move(call.ask, call.input)),
    }),
  ];
}
