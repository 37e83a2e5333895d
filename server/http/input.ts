/**
 * What people and programs send: a body of bounded size, in JSON, of the shape the route asks.
 */
import * as v from 'valibot';
import { refuse } from '../../shared/refusals.ts';
import { answer, type Answer } from '../session/services.ts';

/** The body as JSON of this shape, or as `text`. `detail` of a refusal is the path to what is wrong, never its value. */
export async function readBody(
  request: Request,
  schema: v.GenericSchema,
  { most, text: takesText }: { most: number; text: boolean },
): Promise<Answer<unknown>> {
  const type = request.headers.get('content-type');
  const plain = takesText && /^text\/plain\s*(;|$)/i.test(type ?? '');
  if (!plain && !isJson(type)) return refuse('bad_request', 'content-type');
  if (Number(request.headers.get('content-length') ?? 0) > most) return refuse('too_large', 'body');
  const text = await readText(request, most);
  if (text === null) return refuse('too_large', 'body');
  if (plain) return check(schema, text);
  const json = parse(text);
  return json === undefined ? refuse('bad_request', 'json') : check(schema, json);
}

export function check(schema: v.GenericSchema, value: unknown): Answer<unknown> {
  const read = v.safeParse(schema, value, { abortEarly: true });
  if (read.success) return answer(read.output);
  return refuse('bad_request', pathOf(read.issues[0]));
}

/** Null when there is more than `most`. */
async function readText(request: Request, most: number): Promise<string | null> {
  // Node reads no more than was announced. Without a stream of its own a small body costs a third less.
  if (request.headers.has('content-length')) return request.text();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isJson(type: string | null): boolean {
  return /^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(type ?? '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? issue.type;
  return path.slice(0, 100);
}
