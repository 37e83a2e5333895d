/** Ballots and the votes they are cast in. No answer here holds a tally. */
import * as api from '../../../shared/api.ts';
import { seatBallot } from '../../../shared/api/tables.ts';
import { pairList, revealVote } from '../../../shared/api/votes.ts';
import { isLong } from '../../../shared/exposure.ts';
import { refuse } from '../../../shared/refusals.ts';
import { takes } from '../caching.ts';
import { Papers } from '../paper.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';
import { Together } from '../together.ts';

const path = '/api/sessions/:code';

export function voteRoutes({ services: { votes }, clock, guesses }: Parts): Route[] {
  const casting = new Together(votes.castAll, clock);
  const dealing = new Together(votes.first, clock);
  const papers = new Papers();

  return [
    route({
      method: 'put',
      path: `${path}/ballots/:phase`,
      summary: 'Casts my whole ballot; repeatable until the close.',
      roles: rolesOf('ballot.cast'),
      input: api.castBallot,
      output: api.ballotTaken,
      handle: (call) => {
        if (call.token === null) return refuse('no_identity');
        const { code, ask, token, param, input: ballot } = call;
        return casting.ask(code, { ask, token, phase: param('phase'), ballot });
      },
    }),
    route({
      method: 'post',
      path: `${path}/ballots/:phase/seat`,
      summary: 'Casts the ballot of somebody at my table, by the code of their badge or ticket; once, and final.',
      roles: rolesOf('ballot.seat'),
      input: seatBallot,
      output: api.done,
      handle(call) {
        const cast = votes.castAtTable(call.ask, call.param('phase'), call.input);
        const guessed = !cast.ok && (cast.code === 'bad_ticket' || cast.code === 'bad_badge');
        return guessed ? guesses.miss(call.visit.address, cast) : okay(cast);
      },
    }),
    route({
      method: 'get',
      path: `${path}/ballots/:phase`,
      summary: 'What is voted on, and my own ballot until the close.',
      roles: ['participant', 'facilitator', 'screen'],
      output: api.ballotPaper,
      handle: async ({ code, ask, token, param, http }) => {
        const voter = ask.identity.role === 'participant' && token !== null;
        const paper = voter ? votes.ownBallot(ask, token, param('phase')) : votes.paper(ask, param('phase'));
        if (!paper.ok) return paper;
        const { state, eligible, items } = paper.value;
        const isDealt = voter && eligible && state === 'open' && isLong(items.length);
        const first = isDealt ? await dealing.ask(code, { ask, phase: param('phase') }) : null;
        const gzip = takes('gzip', http.req.header('accept-encoding'));
        http.header('Content-Type', 'application/json');
        http.header('Vary', 'Accept-Encoding');
        if (gzip) http.header('Content-Encoding', 'gzip');
        return http.body(await papers.write({ ...paper.value, ...(first && { first }) }, gzip));
      },
    }),
    route({
      method: 'post',
      path: `${path}/ballots/:phase/pairs`,
      summary: 'Draws the pairs that I judge in a vote by pairs: those that were shown least, most likely.',
      roles: rolesOf('ballot.cast'),
      output: pairList,
      handle: ({ ask, token, param }) =>
        token === null ? refuse('no_identity') : votes.pairs(ask, token, param('phase')),
    }),
    route({
      method: 'patch',
      path: `${path}/votes/:phase`,
      summary: 'Says how a vote will be held: method, items, how many win. Possible until it has been held.',
      roles: rolesOf('vote.set'),
      input: api.setVote,
      output: api.done,
      handle: (call) => okay(votes.set(call.ask, call.param('phase'), call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/votes/:phase/close`,
      summary: 'Closes the vote and counts. A closed vote is never opened again.',
      roles: rolesOf('vote.close'),
      output: api.done,
      handle: (call) => okay(votes.close(call.ask, call.param('phase'))),
    }),
    route({
      method: 'post',
      path: `${path}/votes/:phase/abort`,
      summary: 'Stops the vote and destroys its ballots.',
      roles: rolesOf('vote.abort'),
      output: api.done,
      handle: (call) => okay(votes.abort(call.ask, call.param('phase'))),
    }),
    route({
      method: 'post',
      path: `${path}/votes/:phase/reveal`,
      summary: 'Shows the result to everybody; with the ballots, or the totals only.',
      roles: rolesOf('vote.reveal'),
      input: revealVote,
      bare: true,
      output: api.done,
      handle: (call) => okay(votes.reveal(call.ask, call.param('phase'), call.input)),
    }),
  ];
}
