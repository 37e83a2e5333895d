/** The werkvorm of a session, whole: to keep as a file, and to adapt. */
import { formatFile, setFormat } from '../../../shared/api/formats.ts';
import { done } from '../../../shared/api.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code/format';

export function formatRoutes({ services: { formats } }: Parts): Route[] {
  return [
    route({
      method: 'get',
      path,
      summary: 'The format of this session, as a file that opens other sessions.',
      roles: ['facilitator'],
      output: formatFile,
      handle: (call) => formats.get(call.ask),
    }),
    route({
      method: 'put',
      path,
      summary:
        'Changes the format. 400 `bad_format` says where it is wrong and why; 409 `phase_fixed` names a phase, kind or group that has been used.',
      roles: rolesOf('format.set'),
      input: setFormat,
      output: done,
      handle: (call) => okay(formats.set(call.ask, call.input.format)),
    }),
  ];
}
