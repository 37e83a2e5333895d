/** Ballots on paper and hands, entered in the console by two people who must agree. No answer here holds a tally. */
import * as api from '../../../shared/api.ts';
import * as papers from '../../../shared/api/papers.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code/votes/:phase';

export function paperRoutes({ services }: Parts): Route[] {
  return [
    route({
      method: 'post',
      path: `${path}/papers`,
      summary: 'Makes ballots to print, each with a code that counts once. The codes are given here, and never again.',
      roles: rolesOf('paper.print'),
      input: papers.printPapers,
      output: papers.printedPapers,
      status: 201,
      handle: (call) => services.papers.print(call.ask, call.param('phase'), call.input),
    }),
    route({
      method: 'get',
      path: `${path}/papers`,
      summary: 'What is on the paper, how many were printed and counted, and what waits for a second person.',
      roles: ['facilitator'],
      output: papers.papersInfo,
      handle: (call) => services.papers.info(call.ask, call.param('phase')),
    }),
    route({
      method: 'post',
      path: `${path}/papers/look`,
      summary: 'Whether the ballot with this code can be entered now.',
      roles: rolesOf('paper.enter'),
      input: papers.lookPaper,
      output: papers.paperSeen,
      handle: (call) => services.papers.look(call.ask, call.param('phase'), call.input.code),
    }),
    route({
      method: 'post',
      path: `${path}/papers/entry`,
      summary: 'Enters what is on a ballot of paper. It counts when another facilitator enters the same.',
      roles: rolesOf('paper.enter'),
      input: papers.enterPaper,
      output: papers.entryTaken,
      handle: (call) => services.papers.enter(call.ask, call.param('phase'), call.input),
    }),
    route({
      method: 'post',
      path: `${path}/papers/aside`,
      summary: 'Sets a ballot of paper aside as spoiled, with a reason; without a reason takes that back.',
      roles: rolesOf('paper.enter'),
      input: papers.setPaperAside,
      output: api.done,
      handle: (call) => okay(services.papers.setAside(call.ask, call.param('phase'), call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/hands`,
      summary: 'Enters the hands of one table. They count when another facilitator enters the same.',
      roles: rolesOf('paper.enter'),
      input: papers.enterHands,
      output: papers.entryTaken,
      handle: (call) => services.papers.enterHands(call.ask, call.param('phase'), call.input),
    }),
    route({
      method: 'post',
      path: `${path}/collect`,
      summary: 'Closes the vote for devices; ballots on paper and hands are still entered. Then close it to count.',
      roles: rolesOf('vote.collect'),
      output: api.done,
      handle: (call) => okay(services.votes.collect(call.ask, call.param('phase'))),
    }),
  ];
}
