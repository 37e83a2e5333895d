import { describe, expect, it } from 'vitest';
import { readChecks } from '../../shared/checking.ts';
import { lastOf, readReplies } from '../../shared/replies.ts';
import { codeOf, value } from './evening.ts';
import { speaking } from './speaking.ts';

const day = 86_400_000;

/** Two ideas, of which the first goes on. */
function checked() {
  const all = speaking(['Bankje', 'Zwembad']);
  const { evening, people } = all;
  value(evening.move('check'));
  const set = (n: number, input: Parameters<typeof evening.services.checks.set>[2], ask = evening.lead) =>
    evening.services.checks.set(ask, people[n]!.card, input);
  return { ...all, set };
}

describe('an item held against what is fixed', () => {
  it('keeps what was found, piece by piece, and says why it does not go on', () => {
    const { set, live, people } = checked();
    value(set(0, { marks: { 'anchor-1': { value: 'yes', reason: '' } } }));
    value(set(0, { outcome: 'on' }));
    expect(codeOf(set(1, { outcome: 'back' }))).toBe('reason_needed');
    value(set(1, { outcome: 'back', sentence: 'Dit kost meer dan er is.' }));
    expect(readChecks(live(), 'check', 1).find(({ item }) => item === people[0]!.card)).toMatchObject({
      marks: { 'anchor-1': { value: 'yes' } },
      outcome: 'on',
    });
  });

  it('takes only the outcomes and criteria of the format, from a facilitator', () => {
    const { set, people } = checked();
    expect(codeOf(set(0, { outcome: 'out', sentence: 'Nee.' }))).toBe('bad_request');
    expect(codeOf(set(0, { marks: { price: { value: 'no', reason: '' } } }))).toBe('bad_request');
    expect(codeOf(set(0, { outcome: 'on' }, people[0]!.ask))).toBe('not_allowed');
  });
});

describe('a reply', () => {
  function ended() {
    const all = checked();
    const { evening, people } = all;
    value(all.set(0, { outcome: 'on' }));
    value(evening.services.sessions.end(evening.lead));
    const give = (ask = evening.lead, change = {}, card = people[0]!.card) =>
      evening.services.replies.give(ask, 'reply', card, {
        status: 'ja',
        reason: 'Het past.',
        who: 'De raad',
        ...change,
      });
    return { ...all, give, replies: () => readReplies(all.live(), 'reply') };
  }

  it('is given after the session, to what went on, with a reason', () => {
    const { give, replies, people } = ended();
    expect(codeOf(give(undefined, { reason: '' }))).toBe('reason_needed');
    expect(codeOf(give(undefined, { status: 'misschien' }))).toBe('bad_request');
    expect(codeOf(give(undefined, {}, people[1]!.card))).toBe('not_found');
    value(give());
    expect(replies()).toMatchObject([{ item: people[0]!.card, history: [{ status: 'ja', who: 'De raad' }] }]);
  });

  it('comes from whoever has that duty, and from no other participant', () => {
    const { evening, give, people } = ended();
    expect(codeOf(give(people[0]!.ask))).toBe('not_allowed');
    const { register } = { register: evening.server.door.registers.of(evening.code) };
    register.changeParticipant(people[0]!.id, { duties: ['clerk'] });
    expect(codeOf(give(people[0]!.ask))).toBe('ok');
  });

  it('keeps the session, counts last, and leaves the earlier ones with their dates', () => {
    const { evening, give, replies } = ended();
    value(give());
    evening.clock.pass(60 * day);
    value(give(undefined, { status: 'nee', reason: 'Er is toch geen geld.' }));
    const [reply] = replies();
    expect(reply!.history.map(({ status }) => status)).toEqual(['ja', 'nee']);
    expect(reply!.history[1]!.at - reply!.history[0]!.at).toBe(60 * day);
    expect(lastOf(reply!).reason).toBe('Er is toch geen geld.');
    expect(evening.session.deleteAt).toBe(evening.clock.now() + 90 * day);
    expect(evening.store.sessions.get(evening.code)?.touchedAt).toBe(evening.clock.now());
    evening.restart();
    expect(replies()).toHaveLength(1);
  });

  it('is not given while the evening goes on', () => {
    const { evening, people } = checked();
    const input = { status: 'ja', reason: 'Het past.', who: 'De raad' };
    expect(codeOf(evening.services.replies.give(evening.lead, 'reply', people[0]!.card, input))).toBe('not_now');
    expect(codeOf(evening.services.replies.give(evening.lead, 'check', people[0]!.card, input))).toBe('not_found');
  });
});
