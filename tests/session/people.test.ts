import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { StoreUnavailable } from '../../server/store/failure.ts';
import { Weather } from '../support/weather.ts';
import { codeOf, Evening, value } from './evening.ts';

describe('joining', () => {
  it('again with the same id gives the same person and token, also after a restart', () => {
    const evening = new Evening();
    const id = 'Made-by_the-client_42';
    const first = value(evening.services.people.join(evening.code, { id, name: 'Ann', group: 'inwoner', table: 4 }));
    evening.restart();
    const again = value(evening.services.people.join(evening.code, { id, name: 'Anders' }));
    expect(again).toEqual(first);
    expect(first.participant).toMatchObject({ number: 1, name: 'Ann', group: 'inwoner', table: 4 });
    expect(first.token).toMatch(/^[\w-]{43}$/);
    expect(evening.store.participants.of(evening.code)).toHaveLength(1);
    expect(JSON.stringify(evening.store.participants.of(evening.code))).not.toContain(first.token);
  });

  it('is answered with what the rules need to know of the newcomer, or of who comes back', () => {
    const evening = new Evening();
    const { people } = evening.services;
    const id = 'Made-by_the-client_42';
    const { me, token } = value(people.join(evening.code, { id, name: 'Ann' }));
    const ann = { code: evening.code, identity: evening.identity('participant', token) };
    expect(me).toEqual(value(people.me(ann)));
    expect(me.participant).toMatchObject({ number: 1, name: 'Ann' });
    value(people.edit(ann, { name: 'Anna' }));
    expect(value(people.join(evening.code, { id })).me).toEqual(value(people.me(ann)));
  });

  it('needs no name and no group, but a group that is one', () => {
    const evening = new Evening();
    expect(value(evening.services.people.join(evening.code, {})).participant).toMatchObject({ name: '', group: '' });
    const wrong = evening.services.people.join(evening.code, { group: 'koning' });
    expect(wrong).toEqual({ ok: false, code: 'bad_request', detail: 'group' });
  });

  it('waits until the session is open, and is over for newcomers when doors shut or it ends', () => {
    const evening = new Evening({ open: { open: false } });
    const join = (id: string) => codeOf(evening.services.people.join(evening.code, { id }));
    expect(join('newcomer-1')).toBe('not_open_yet');
    value(evening.services.sessions.start(evening.lead));
    expect(join('newcomer-1')).toBe('ok');
    value(evening.services.phases.doors(evening.lead, 'shut'));
    expect([join('newcomer-1'), join('newcomer-2')]).toEqual(['ok', 'doors_shut']);
    value(evening.services.sessions.end(evening.lead));
    expect([join('newcomer-1'), join('newcomer-2')]).toEqual(['ok', 'ended']);
  });

  it('at the same moment is one transaction with an answer for each', () => {
    const weather = new Weather();
    const evening = new Evening({ store: weather.store });
    const join = (...ids: string[]) =>
      evening.services.people.joinAll(
        evening.code,
        ids.map((id) => ({ id, ...(id === 'newcomer-2' && { group: 'koning' }) })),
      );
    const [first, wrong, again, third] = join('newcomer-1', 'newcomer-2', 'newcomer-1', 'newcomer-3');
    expect([codeOf(first!), codeOf(wrong!), codeOf(third!)]).toEqual(['ok', 'bad_request', 'ok']);
    expect(again).toEqual(first);
    expect([value(first!), value(third!)].map(({ participant }) => participant.number)).toEqual([1, 2]);

    weather.fails = 'commit';
    expect(() => join('newcomer-4', 'newcomer-5')).toThrow(StoreUnavailable);
    weather.fails = null;
    expect(join('newcomer-5').map((answer) => value(answer).participant.number)).toEqual([3]);
    expect(evening.store.participants.of(evening.code)).toHaveLength(3);
  });

  it('counts seats of people who did something, are here, or only just came', () => {
    const evening = new Evening();
    const [first] = evening.people(limits.participantsPerSession);
    const join = () => codeOf(evening.services.people.join(evening.code, {}));
    expect(join()).toBe('session_full');
    evening.server.door.desk(evening.code).present(first!.id, true);
    evening.clock.pass(16 * 60_000); // the others did nothing and are gone
    expect(join()).toBe('ok');
  });
});

describe('the door', () => {
  const admit = (
    evening: Evening,
    role: string | null,
    cookie = '',
    bearer: string | null = null,
    address = 'hall',
  ) => {
    const answer = evening.server.door.admit(evening.code, { role, cookie, bearer }, address);
    return 'identity' in answer ? `${answer.identity.role} ${answer.identity.who}` : answer.code;
  };

  it('knows people by cookie of the role, or by bearer', () => {
    const evening = new Evening();
    const ann = evening.join();
    const cookie = `a=b; kb_${evening.code}_participant=${ann.token}; kb_${evening.code}_facilitator=${evening.facilitatorToken}`;
    expect(admit(evening, 'participant', cookie)).toBe(`participant ${ann.id}`);
    expect(admit(evening, 'facilitator', cookie)).toMatch(/^facilitator facilitator:/);
    expect(admit(evening, null, cookie)).toBe(`participant ${ann.id}`);
    expect(admit(evening, null, '', ann.token)).toBe(`participant ${ann.id}`);
    expect(admit(evening, 'facilitator', '', ann.token)).toBe('bad_token');
    expect(admit(evening, 'participant')).toBe('no_identity');
    expect(admit(evening, 'screen')).toBe('screen null');
  });

  it('shows nothing of a session that is not open yet', () => {
    const evening = new Evening({ open: { open: false } });
    expect(admit(evening, 'screen')).toBe('not_open_yet');
    expect(admit(evening, 'facilitator', '', evening.facilitatorToken)).toMatch(/^facilitator/);
  });

  it('lets a guesser wait, and nobody else at that address', () => {
    const evening = new Evening();
    const ann = evening.join();
    for (let n = 0; n < limits.failuresPerMinute; n++)
      expect(admit(evening, 'participant', '', `guess${n}`)).toBe('bad_token');
    expect(admit(evening, 'participant', '', 'guess')).toBe('too_fast');
    expect(admit(evening, 'screen')).toBe('screen null'); // somebody in this hall knows the session
    expect(admit(evening, 'participant', '', ann.token)).toBe(`participant ${ann.id}`);
    expect(admit(evening, 'participant', '', 'guess', 'elsewhere')).toBe('bad_token');
    evening.clock.pass(60_000);
    expect(admit(evening, 'participant', '', 'guess')).toBe('bad_token');
  });

  it('tells who was removed, and what was deleted', () => {
    const evening = new Evening();
    const ann = evening.join();
    value(evening.move('pitch'));
    const card = evening.write(ann, 'onzin');
    value(evening.services.people.removeAuthor(evening.lead, card));
    expect(admit(evening, 'participant', '', ann.token)).toBe('removed');
    expect(codeOf(evening.services.people.me(ann.ask))).toBe('removed');
    value(evening.services.sessions.delete(evening.lead));
    expect(admit(evening, 'participant', '', ann.token)).toBe('session_deleted');
    expect(codeOf(evening.services.sessions.exists('ZZZZ-ZZZZ'))).toBe('no_session');
  });
});

describe('facilitators', () => {
  it('invite each other and take it back, but never the last one', () => {
    const evening = new Evening();
    const { people } = evening.services;
    const { id, token } = value(people.invite(evening.lead, { name: 'Bo' }));
    expect(value(people.signIn(evening.code, token))).toEqual({ id, name: 'Bo' });
    const bo = { code: evening.code, identity: evening.identity('facilitator', token) };
    expect(value(people.me(bo)).facilitator).toEqual({ id, name: 'Bo' });
    value(people.withdrawInvitation(evening.lead, id));
    expect(codeOf(people.signIn(evening.code, token))).toBe('bad_token');
    expect(codeOf(people.me(bo))).toBe('removed');
    const first = value(people.me(evening.lead)).facilitator!.id;
    expect(codeOf(people.withdrawInvitation(evening.lead, first))).toBe('not_allowed');
  });
});
