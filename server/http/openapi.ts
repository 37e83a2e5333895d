/**
 * The description of the API, made of the routes themselves: OpenAPI 3.1.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { problem } from '../../shared/api.ts';
import { isMedia, type Route } from './route.ts';

type Json = Record<string, unknown>;

export function describeApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) (paths[openPath(route.path)] ??= {})[route.method] = operation(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kantelbord',
      version,
      description:
        'Everything that needs an order, a secret or an identity. What people write together goes over `/sync/<code>`, ' +
        'which speaks the stock y-websocket protocol. Every error is `{code, message, detail?}`.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schema(problem, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token that joining or opening a session gave.' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'kb_<code>_<role>',
          description: 'The same token, for browsers.',
        },
      },
    },
  };
}

export function openPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function operation(route: Route): Json {
  const { roles, status = 200 } = route;
  return {
    operationId: `${route.method} ${route.path}`.replace(/[^a-z]+/gi, '_'),
    summary: route.summary,
    ...(roles === 'anyone' ? {} : { description: `For: ${roles.join(', ')}.`, security: security(roles) }),
    parameters: [...pathParameters(route.path), ...queryParameters(route), ...roleParameter(roles)],
    ...(route.input && {
      requestBody: {
        required: !route.bare,
        content: {
          'application/json': { schema: schema(route.input, 'input') },
          ...(route.inputText && { 'text/plain': { schema: { type: 'string' } } }),
        },
      },
    }),
    responses: {
      [status]: content(route),
      default: {
        description: 'No, and why.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function content({ output }: Route): Json {
  if (isMedia(output)) return { description: output.describes, content: { [output.media]: {} } };
  return { description: 'Yes.', content: { 'application/json': { schema: schema(output, 'output') } } };
}

function security(roles: readonly string[]): Json[] {
  const proofs: Json[] = [{ cookie: [] }, { bearer: [] }];
  return roles.includes('screen') ? [...proofs, {}] : proofs;
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Route): Json[] {
  return Object.entries(query?.entries ?? {}).map(([name, entry]) => ({
    name,
    in: 'query',
    schema: schema(entry as v.GenericSchema, 'input'),
  }));
}

function roleParameter(roles: Route['roles']): Json[] {
  if (roles === 'anyone') return [];
  const description = 'As whom a page asks, where a device has more than one role. Also as header X-Kantelbord-Role.';
  return [{ name: 'role', in: 'query', description, schema: { type: 'string', enum: roles } }];
}

/** Trimming has no word in JSON Schema, and every check after it must still be described. */
function schema(source: v.GenericSchema, side: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = toJsonSchema(source, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    ignoreActions: side === 'input' ? ['trim'] : [],
  });
  return rest;
}
