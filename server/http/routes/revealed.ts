/** A result that was revealed: how it came about, its ballots, what the wall shows of it, and what other rules would give. */
import * as v from 'valibot';
import { done } from '../../../shared/api.ts';
import { countOther, publishedBallots, reasonList, showResult, stepList } from '../../../shared/api/votes.ts';
import { Packed } from '../packed.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type KnownCall, type Route } from '../route.ts';

const path = '/api/sessions/:code/votes/:phase/runs/:run';
const everybody = ['participant', 'facilitator', 'screen'] as const;

export function revealedRoutes({ services: { votes } }: Parts): Route[] {
  const packed = new Packed();

  return [
    route({
      method: 'get',
      path: `${path}/steps`,
      summary: 'How a result that was revealed came about: every step of the count.',
      roles: everybody,
      output: stepList,
      handle: async (call) => {
        const told = await votes.steps(call.ask, ...runOf(call));
        return told.ok ? packed.send(call.http, stepList, told.value) : told;
      },
    }),
    route({
      method: 'get',
      path: `${path}/ballots`,
      summary: 'The ballots that were published with the result: equal ones together, in random order, by page.',
      roles: everybody,
      query: v.object({ from: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/))) }),
      output: publishedBallots,
      handle: (call) => {
        const page = votes.published(call.ask, ...runOf(call), Number(call.query.from ?? 0));
        return page.ok ? packed.send(call.http, publishedBallots, page.value) : page;
      },
    }),
    route({
      method: 'get',
      path: `${path}/reasons`,
      summary: 'Why people said no, per item, in random order and under no name: only for whoever leads.',
      roles: rolesOf('vote.show'),
      output: reasonList,
      handle: (call) => votes.reasons(call.ask, ...runOf(call)),
    }),
    route({
      method: 'post',
      path: `${path}/wall`,
      summary: 'What the wall shows of a result: so many places, a page of its steps, or what another rule would give.',
      roles: rolesOf('vote.show'),
      input: showResult,
      output: done,
      handle: (call) => okay(votes.show(call.ask, ...runOf(call), call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/others`,
      summary: 'Counts the same ballots by another rule, and shows it beside the result. It decides nothing.',
      roles: rolesOf('vote.show'),
      input: countOther,
      output: done,
      handle: async (call) => okay(await votes.compare(call.ask, ...runOf(call), call.input.other)),
    }),
    route({
      method: 'delete',
      path: `${path}/others/:other`,
      summary: 'Takes what another rule would give away again.',
      roles: rolesOf('vote.show'),
      output: done,
      handle: (call) => okay(votes.dropOther(call.ask, ...runOf(call), call.param('other'))),
    }),
  ];
}

function runOf({ param }: Pick<KnownCall, 'param'>): [phase: string, run: number] {
  return [param('phase'), Number(param('run'))];
}
