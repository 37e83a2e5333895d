import { describe, expect, it } from 'vitest';
import type { Phase } from '../../shared/format.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import { codeOf, Evening, value } from './evening.ts';

const [pitch] = ideeenronde.phases as [Phase & { kind: 'contribute' }];
const extra = (when: 'before' | 'after', id: string): Phase => ({ ...pitch, id, when });
const format = {
  ...ideeenronde,
  phases: [extra('before', 'ahead'), ...ideeenronde.phases, extra('after', 'later'), extra('after', 'last')],
};
const evening = (open = true) => new Evening({ format, open: { open } });

describe('a phase of the weeks ahead', () => {
  it('is on while the session is prepared, and the session stays as it is', () => {
    const here = evening(false);
    expect(value(here.move('ahead'))).toEqual({ phase: 'ahead', run: 1, state: 'prepared' });
    expect(codeOf(here.move('pitch'))).toBe('not_open_yet');
    value(here.services.sessions.start(here.lead));
    expect(here.session).toMatchObject({ state: 'lobby', phase: null });
  });

  it('lets people in the lobby do what they do in it, until it is left or the day begins', () => {
    const here = evening();
    const guest = here.join();
    value(here.move('ahead'));
    expect(here.card(here.write(guest, 'Bankje'))).toMatchObject({ phase: 'ahead', run: 1 });
    expect(value(here.move('lobby'))).toEqual({ phase: null, run: 0, state: 'lobby' });
    expect(codeOf(here.services.cards.add(guest.ask, { title: 'te laat' }))).toBe('phase_closed');
    value(here.move('ahead'));
    expect(value(here.move('next'))).toEqual({ phase: 'pitch', run: 1, state: 'running' });
    expect(codeOf(here.move('ahead'))).toBe('not_now');
    expect(codeOf(here.move('lobby'))).toBe('not_found');
  });

  it('is not what comes before the first of the day', () => {
    const here = evening();
    value(here.move('pitch'));
    expect(codeOf(here.move('previous'))).toBe('not_found');
  });
});

describe('a phase of afterwards', () => {
  it('is on when the session has ended, which it stays', () => {
    const here = evening();
    value(here.move('result'));
    expect(codeOf(here.move('later'))).toBe('not_now');
    expect(codeOf(here.move('next'))).toBe('not_found');
    const guest = here.join();
    here.clock.pass(5_000);
    value(here.services.sessions.end(here.lead));
    expect(here.session.endedAt).toBe(here.clock.now());
    expect(value(here.move('next'))).toEqual({ phase: 'later', run: 1, state: 'ended' });
    expect(here.card(here.write(guest, 'Nog een gedachte'))).toMatchObject({ phase: 'later' });
    expect(value(here.move('next')).phase).toBe('last');
    expect(value(here.move('previous')).phase).toBe('later');
    expect(codeOf(here.move('pitch'))).toBe('ended');
    here.restart();
    expect(here.session).toMatchObject({ state: 'ended', phase: 'later', run: 2 });
  });
});
