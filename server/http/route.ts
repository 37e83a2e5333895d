/**
 * What a route is. Every endpoint is one `route({...})` with its schemas, so that what validates is what is described
 * (openapi.ts) and an endpoint without a description can not exist.
 */
import type { Context } from 'hono';
import * as v from 'valibot';
import { done } from '../../shared/api.ts';
import type { Role } from '../../shared/model.ts';
import type { Refusal, Yes } from '../../shared/refusals.ts';
import type { ActionType } from '../../shared/actions.ts';
import { rules } from '../../shared/rules.ts';
import { answer, type Answer, type Ask } from '../session/services.ts';
import type { Visit } from './visit.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Schema = v.GenericSchema;
type Roles = 'anyone' | readonly Role[];

/** An answer that is not JSON, or JSON that is a file of its own. */
export interface Media {
  media: string;
  describes: string;
}

/** One request, checked and read. In a path with `:code` the session exists. */
export interface Call<I = unknown, Q = unknown> {
  /** the session; empty where the path has none */
  code: string;
  input: I;
  query: Q;
  /** another part of the path, by name */
  param(name: string): string;
  visit: Visit;
  http: Context;
}

/** A call by somebody the door knows. `token` is the raw one; null for a screen. */
export interface KnownCall<I = unknown, Q = unknown> extends Call<I, Q> {
  ask: Ask;
  token: string | null;
}

interface Spec<I, Q, O, R extends Roles> {
  method: Method;
  /** as Hono writes it: `/api/sessions/:code` */
  path: string;
  summary: string;
  /** who may come this far; whether they may do it now is `can`'s to say */
  roles: R;
  /** schema of the JSON body; absent: the body is not read */
  input?: I;
  /** a call without a body is as one with `{}` */
  bare?: boolean;
  /** most bytes of the body; `limits.bodyBytes` when absent */
  inputBytes?: number;
  /** text/plain is taken too, and given to the schema as a string */
  inputText?: true;
  query?: Q;
  output: O;
  /** when all went well; 200 when absent */
  status?: 200 | 201;
  /** counts against the commands of a token; when absent: everything but GET */
  counted?: boolean;
  /** a token comes in the body: `handle` shows it to the door, also where the code alone would be hushed */
  proof?: 'body';
  /** asked before the body is read: what a refusal must not cost */
  before?(call: Call): Yes | Refusal;
  handle(
    call: R extends 'anyone' ? Call<Out<I>, Out<Q>> : KnownCall<Out<I>, Out<Q>>,
  ): Told<O> | Response | Promise<Told<O> | Response>;
}

type Body = string | Uint8Array<ArrayBuffer>;
type Told<O> = Answer<O extends Schema ? v.InferInput<O> : Body>;
type Out<S> = S extends Schema ? v.InferOutput<S> : undefined;

/** A route among others, its own types forgotten: it was checked where it was written. */
export interface Route extends Omit<Spec<unknown, unknown, unknown, Roles>, 'handle' | 'input' | 'query' | 'output'> {
  input?: Schema;
  query?: v.ObjectSchema<v.ObjectEntries, undefined>;
  output: Schema | Media;
  handle(call: Call | KnownCall): Answer<unknown> | Response | Promise<Answer<unknown> | Response>;
}

export function route<
  const R extends Roles,
  O extends Schema | Media,
  I extends Schema | undefined = undefined,
  Q extends v.ObjectSchema<v.ObjectEntries, undefined> | undefined = undefined,
>(spec: Spec<I, Q, O, R>): Route {
  return spec as Route;
}

/** The roles the rule book gives an action, or some actions together. */
export function rolesOf(...actions: ActionType[]): readonly Role[] {
  return [...new Set(actions.flatMap((action) => rules[action].roles))];
}

export function isMedia(output: Schema | Media): output is Media {
  return 'media' in output;
}

/** What a command without news answers. */
export function okay(result: Answer<null>): Answer<v.InferInput<typeof done>> {
  return result.ok ? answer({ ok: true }) : result;
}
