/**
 * What goes back. A refusal becomes `{code, message, detail?}` with its status; a value passes the schema of its route
 * first, so that what the schema does not name does not leave the server.
 */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as v from 'valibot';
import type { Language, Refusal } from '../../shared/refusals.ts';
import { everyRefusal, everySentence } from '../../shared/refusals/every.ts';
import { isMedia, type Route } from './route.ts';

export function sendProblem(context: Context, { code, detail }: Refusal, language: Language): Response {
  const status = everyRefusal[code].status as ContentfulStatusCode;
  if (status === 401) context.header('WWW-Authenticate', 'Bearer');
  if (code === 'too_fast' || code === 'store_unavailable') context.header('Retry-After', '5');
  context.header('Content-Language', language);
  context.header('Cache-Control', 'no-store');
  return context.json({ code, message: everySentence(code, language), detail }, status);
}

/** Throws when the value is not what the route promised: that is a bug, and better an error than a leak. */
export function sendValue(context: Context, { output, status = 200 }: Route, value: unknown): Response {
  if (isMedia(output)) {
    context.header('Content-Type', output.media);
    return context.body(value as string | Uint8Array<ArrayBuffer>, status);
  }
  const read = v.safeParse(output, value, { abortEarly: true });
  if (!read.success) throw new TypeError(`The answer is not as promised at ${v.getDotPath(read.issues[0])}.`);
  return context.json(read.output as object, status);
}
