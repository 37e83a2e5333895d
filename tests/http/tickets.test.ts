/** Tickets through the public door: made and shown once, taken, guessed. */
import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import type { MadeTickets } from '../../shared/api/tickets.ts';
import type { Me } from '../../shared/api/me.ts';
import { randomBytes } from 'node:crypto';
import { makeTicket } from '../../shared/tickets.ts';
import { refuse } from '../../shared/refusals.ts';
import { code, makeFake, problemOf } from './fake.ts';
import { openEvening, startServer } from './live.ts';

const wrong = () => makeTicket(randomBytes);

async function start() {
  const live = await startServer();
  const evening = await openEvening(live, 2);
  const make = (count: number) =>
    live.call<MadeTickets>('POST', `${evening.path}/tickets`, evening.facilitator, {
      groups: [{ group: '', count }],
    });
  const take = (who: number, ticket: string) =>
    live.call<{ code?: string; message?: string }>('POST', `${evening.path}/me/ticket`, evening.participants[who], {
      ticket,
    });
  return { live, evening, make, take };
}

describe('a ticket', () => {
  it('is told once, taken by one, and said to be so', async () => {
    const { live, evening, make, take } = await start();
    const made = await make(2);
    expect(made.status).toBe(201);
    const [{ code }] = made.json as [MadeTickets[0]];
    expect((await take(0, code)).json).toEqual({ group: '' });
    expect((await take(1, code)).json).toMatchObject({ code: 'ticket_used', message: expect.stringMatching(/ticket/) });
    const me = await live.call<Me>('GET', `${evening.path}/me`, evening.participants[0]);
    expect(me.json.ticket).toBe(true);
    const list = await live.call('GET', `${evening.path}/tickets`, evening.facilitator);
    expect(list.json).toMatchObject([{ batch: 1, made: 2, phones: 1 }]);
    expect(new TextDecoder().decode(list.bytes)).not.toContain(code);
  });

  it.each([
    ['none at all', { groups: [] }],
    ['a part of one', { groups: [{ group: '', count: 0.5 }] }],
    ['more than there can be', { groups: [{ group: '', count: limits.ticketsPerSession + 1 }] }],
  ])('is not made of %s', async (_, body) => {
    const { live, evening } = await start();
    const made = await live.call('POST', `${evening.path}/tickets`, evening.facilitator, body);
    expect(made).toMatchObject({ status: 400, json: { code: 'bad_request' } });
  });

  it('that is guessed counts as a guess; one that is misread does not, and a right one is always taken', async () => {
    const { make, take } = await start();
    const [{ code }] = (await make(1)).json as [MadeTickets[0]];
    const misread = (code.startsWith('A') ? 'B' : 'A') + code.slice(1);
    for (let n = 0; n < 5; n++) expect((await take(1, misread)).json.code).toBe('ticket_typo');
    for (let n = 0; n < limits.failuresPerMinute; n++) {
      expect(await take(n % 2, wrong())).toMatchObject({ status: 401, json: { code: 'bad_ticket' } });
    }
    expect(await take(1, wrong())).toMatchObject({ status: 429, json: { code: 'too_fast' } });
    expect((await take(1, misread)).json.code).toBe('ticket_typo');
    expect((await take(0, code)).status).toBe(200);
  });
});

it.each(['bad_ticket', 'bad_badge'] as const)(
  'at the device of a table a guess is a guess too: %s',
  async (refusal) => {
    const { send } = makeFake({ 'votes.castAtTable': () => refuse(refusal) });
    const body = { ticket: wrong(), ballot: { dots: {} } };
    const guess = () => send(`/api/sessions/${code}/ballots/vote/seat`, { as: 'participant', body });
    for (let n = 0; n < limits.failuresPerMinute; n++) {
      expect(await problemOf(await guess())).toMatchObject({ status: 401, code: refusal });
    }
    expect(await problemOf(await guess())).toMatchObject({ status: 429, code: 'too_fast' });
  },
);
