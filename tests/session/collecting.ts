/** An evening with a vote that takes paper and hands, and people of the console who enter them. */
import type { PapersInfo } from '../../shared/api/papers.ts';
import { readResults } from '../../shared/document.ts';
import type { VotePhase } from '../../shared/format.ts';
import type { Method } from '../../shared/phases/vote.ts';
import type { Ballot } from '../../shared/vote.ts';
import type { Ask } from '../../server/session/services.ts';
import { formatWith } from '../support/methods.ts';
import { Evening, value, type Options, type Person } from './evening.ts';

export const dots: Method = { kind: 'dots', dots: 3, maxPerItem: 3 };

export function paperEvening(method: Method = dots, more: Partial<VotePhase> = {}, options: Options = {}) {
  const hall = new Evening({ format: formatWith(method, more), ...options });
  const ann = hall.lead;
  const ben = invite(hall, 'Ben');
  const people = hall.people(3);
  value(hall.move('pitch'));
  const items = ['bank', 'boom', 'plein'].map((title, index) => {
    const fields = { kosten: `${(index + 1) * 500}` };
    return value(hall.services.cards.add(people[0]!.ask, { title, fields })).id;
  });
  value(hall.move('cluster'));
  hall.clock.pass(60_000);
  const papers = () => hall.services.papers;
  return {
    hall,
    ann,
    ben,
    people,
    items,
    open: () => value(hall.move('vote')),
    print: (count = 1, group = '') =>
      value(papers().print(ann, 'vote', { groups: [{ group, count }] })).papers.map(({ code }) => code),
    enter: (ask: Ask, code: string, ballot: Ballot) => papers().enter(ask, 'vote', { code, ballot }),
    /** Both people of the console enter it. */
    both: (code: string, ballot: Ballot) => {
      value(papers().enter(ann, 'vote', { code, ballot }));
      return value(papers().enter(ben, 'vote', { code, ballot })).is;
    },
    hands: (ask: Ask, table: number, count: number, yes: Record<string, number>, no: Record<string, number> = {}) =>
      papers().enterHands(ask, 'vote', { table, people: count, yes, no }),
    aside: (code: string, reason: string | null, ask = ann) => papers().setAside(ask, 'vote', { code, reason }),
    info: (ask = ann): PapersInfo => value(papers().info(ask, 'vote')),
    collect: () => hall.services.votes.collect(ann, 'vote'),
    cast: ({ ask, token }: Person, ballot: Ballot) => hall.services.votes.cast(ask, token, 'vote', ballot),
    turnout: () => hall.server.door.desk(hall.code).pulse().turnout,
    end: () => {
      value(hall.services.votes.close(ann, 'vote'));
      value(hall.services.votes.reveal(ann, 'vote'));
      return readResults(hall.room.doc).at(-1)!;
    },
  };
}

function invite(hall: Evening, name: string): Ask {
  const { token } = value(hall.services.people.invite(hall.lead, { name }));
  return { code: hall.code, identity: hall.identity('facilitator', token) };
}
