import { describe, expect, it } from 'vitest';
import type { Answers } from '../../shared/polling.ts';
import { readPoll } from '../../shared/polling.ts';
import { codeOf, value, type Person } from './evening.ts';
import { speaking } from './speaking.ts';

function asked(count = 3) {
  const { evening, people, live } = speaking(Array.from({ length: count }, (_, n) => `Idee ${n}`));
  value(evening.move('poll'));
  const poll = () => readPoll(live(), 'poll', 1)!;
  const give = ({ ask, token }: Person, answers: Answers) => evening.services.polls.give(ask, token, 'poll', answers);
  const own = ({ ask, token }: Person) => evening.services.polls.own(ask, token, 'poll');
  return { evening, people, poll, give, own };
}
const said = (question: string, poll: ReturnType<ReturnType<typeof asked>['poll']>) =>
  poll.questions.find(({ id }) => id === question)!;

describe('answers', () => {
  it('are one a person, changeable, and survive a restart', () => {
    const { evening, people, give, own } = asked();
    value(give(people[0]!, { zin: 2, waarom: 'Voor de taart' }));
    value(give(people[0]!, { zin: 5, eerder: null }));
    evening.restart();
    expect(value(own(people[0]!)).answers).toEqual({ zin: 5, eerder: null });
    expect(value(own(people[1]!)).answers).toBeNull();
    expect(evening.store.roll.count({ session: evening.code, phase: 'poll', run: 1 })).toBe(1);
  });

  it('are asked of all but who only looks on: those are no part of the turnout', () => {
    const { evening, people, give } = asked();
    value(evening.services.formats.set(evening.lead, { ...evening.session.format, duties: ['observer'] }));
    value(give(people[0]!, { zin: 2 }));
    const turnout = () => evening.server.door.desk(evening.code).pulse().turnout;
    expect(turnout()).toEqual({ voted: 1, of: 3 });
    value(evening.services.people.change(evening.lead, 3, { give: ['observer'] }));
    expect(turnout()).toEqual({ voted: 1, of: 2 });
  });

  it('fit the questions, and come from whoever takes part', () => {
    const { evening, people, give } = asked();
    const wrongs: Answers[] = [
      { zin: 6 },
      { zin: 'veel' },
      { eerder: 'soms' },
      { nergens: 1 },
      { waarom: 'x'.repeat(281) },
    ];
    for (const wrong of wrongs) expect(codeOf(give(people[0]!, wrong))).toBe('bad_request');
    expect(codeOf(evening.services.polls.give(evening.lead, evening.facilitatorToken, 'poll', { zin: 1 }))).toBe(
      'not_allowed',
    );
    expect(codeOf(evening.services.polls.give(people[0]!.ask, people[1]!.token, 'poll', { zin: 1 }))).toBe('bad_token');
  });

  it('are told to nobody until the facilitator shows the counts, and then nobody answers any more', () => {
    const { evening, people, poll, give } = asked();
    value(give(people[0]!, { zin: 4, waarom: 'Voor de taart' }));
    value(give(people[1]!, { zin: 2, eerder: 'nooit' }));
    value(give(people[2]!, { zin: null }));
    expect(poll()).toMatchObject({ state: 'open', papers: 0, questions: [] });
    expect(codeOf(evening.services.polls.show(people[0]!.ask, 'poll'))).toBe('not_allowed');
    value(evening.services.polls.show(evening.lead, 'poll'));
    expect(poll()).toMatchObject({ state: 'shown', papers: 3 });
    expect(said('zin', poll())).toMatchObject({ answered: 2, unknown: 1, counts: [0, 1, 0, 1, 0] });
    expect(said('waarom', poll())).toMatchObject({ answered: 1, said: [] });
    expect(codeOf(give(people[0]!, { zin: 1 }))).toBe('poll_closed');
    expect(codeOf(evening.services.polls.show(evening.lead, 'poll'))).toBe('poll_closed');
  });

  it.each([true, false])(
    'of one’s own words come out when the phase is over, and no paper is left (shown before: %s)',
    (shown) => {
      const { evening, people, poll, give } = asked();
      value(give(people[0]!, { waarom: 'Voor de taart', zin: 3 }));
      value(give(people[1]!, { waarom: 'Voor de buurt' }));
      if (shown) value(evening.services.polls.show(evening.lead, 'poll'));
      evening.restart();
      value(evening.move('check'));
      expect(poll().state).toBe('closed');
      expect([...said('waarom', poll()).said].sort()).toEqual(['Voor de buurt', 'Voor de taart']);
      expect(evening.store.box.all({ session: evening.code, phase: 'poll', run: 1 })).toEqual([]);
      expect(evening.store.records.of(evening.code, 'poll')).toEqual([]);
    },
  );

  it('are counted when the session ends in the middle of it', () => {
    const { evening, people, poll, give } = asked();
    value(give(people[0]!, { zin: 3 }));
    value(evening.services.sessions.end(evening.lead));
    expect(poll()).toMatchObject({ state: 'closed', papers: 1 });
  });
});
