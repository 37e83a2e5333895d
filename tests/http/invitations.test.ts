import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { refuse } from '../../shared/refusals.ts';
import { answer } from '../../server/session/services.ts';
import { code, makeFake, problemOf } from './fake.ts';

const path = `/api/sessions/${code}`;
const right = 'r'.repeat(52);
const known = (token: string) =>
  token === right ? answer({ duty: 'secretary', group: null }) : refuse('bad_invitation');
const fake = () =>
  makeFake({
    'invitations.make': () => answer({ id: 'abcdefgh12345678', token: right }),
    'invitations.show': (_code: string, token: string) => known(token),
    'invitations.accept': (_ask: unknown, token: string) => known(token),
    'people.joinAll': (_code: string, inputs: unknown[]) => inputs.map(() => refuse('bad_invitation')),
  });

describe('an invitation', () => {
  it('is a link to the page of participants, with its token where no server sees it', async () => {
    const made = await fake().send(`${path}/invitations`, { as: 'facilitator', body: { duty: 'secretary' } });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ link: `http://bord.test/s/${code}#als=${right}` });
  });

  it.each([{}, { duty: 'koning' }, { group: '' }, { duty: 'jury', name: 'Ann' }])('is not made of %j', async (body) => {
    const { send, calls } = fake();
    const made = await send(`${path}/invitations`, { as: 'facilitator', body });
    expect(await problemOf(made)).toMatchObject({ status: 400, code: 'bad_request' });
    expect(calls.map(({ method }) => method)).not.toContain('invitations.make');
  });

  it.each([
    ['asking what it gives', '/invitations/show', undefined, { invitation: 'wrong' }],
    ['taking it', '/me/invitation', 'participant' as const, { invitation: 'wrong' }],
    ['joining with it', '/participants', undefined, { invitation: 'wrong' }],
  ])('that is guessed counts as a guess: %s', async (_, below, as, body) => {
    const { send } = fake();
    const guess = () => send(path + below, { as, body });
    for (let n = 0; n < limits.failuresPerMinute; n++) {
      // commands of one token have a bound of their own, which is higher
      expect(await problemOf(await guess())).toMatchObject({ status: 401, code: 'bad_invitation' });
    }
    expect(await problemOf(await guess())).toMatchObject({ status: 429, code: 'too_fast' });
  });

  it('that is right is let in where somebody guesses, and opens the code there', async () => {
    const { send } = fake();
    for (let n = 0; n < limits.failuresPerMinute; n++) await send('/api/sessions/KRAS-2222');
    expect((await send(path)).status).toBe(429);
    const shown = await send(`${path}/invitations/show`, { body: { invitation: right } });
    expect(await shown.json()).toEqual({ duty: 'secretary', group: null });
    expect((await send(path)).status).toBe(200);
  });
});
