import { describe, expect, it } from 'vitest';
import { codeOf, Evening, value } from './evening.ts';

describe('moving through the programme', () => {
  it('goes from the lobby through every phase, and says where it ends', () => {
    const evening = new Evening();
    expect(evening.session.state).toBe('lobby');
    for (const phase of ['pitch', 'cluster', 'vote']) {
      expect(value(evening.move('next')).phase).toBe(phase);
    }
    value(evening.move('next', { vote: 'abort' }));
    expect(evening.session).toMatchObject({ state: 'running', phase: 'result', run: 1 });
    expect(evening.move('next')).toEqual({ ok: false, code: 'not_found', detail: 'next' });
  });

  it.each(['previous', 'nowhere'])('has nothing before the first: %s', (to) => {
    const evening = new Evening();
    expect(codeOf(evening.move(to))).toBe('not_found');
    value(evening.move('next'));
    expect(codeOf(evening.move(to))).toBe('not_found');
  });

  it('refuses a move from a phase that is no longer current', () => {
    const evening = new Evening();
    value(evening.move('next', { from: null }));
    expect(codeOf(evening.move('next', { from: null }))).toBe('phase_moved');
    expect(codeOf(evening.move('next', { from: 'lobby' }))).toBe('phase_moved');
    expect(codeOf(evening.move('next', { from: 'cluster' }))).toBe('phase_moved');
    expect(codeOf(evening.move('next', { from: 'pitch' }))).toBe('ok');
  });

  it('counts a phase that is held again, and gives everybody their cards again', () => {
    const evening = new Evening();
    const writer = evening.join();
    value(evening.move('pitch'));
    for (let n = 1; n <= 20; n++) evening.write(writer, `idee ${n}`);
    expect(codeOf(evening.services.cards.add(writer.ask, { title: 'nog een' }))).toBe('too_many_cards');
    value(evening.move('next'));
    expect(value(evening.move('previous'))).toEqual({ phase: 'pitch', run: 2, state: 'running' });
    expect(evening.card(evening.write(writer, 'nog een'))).toMatchObject({ phase: 'pitch', run: 2, number: 21 });
    expect(value(evening.services.people.me(writer.ask)).made['pitch']).toBe(1);
  });

  it('takes spotlight, clock and pause away', () => {
    const evening = new Evening();
    const writer = evening.join();
    value(evening.move('pitch'));
    const card = evening.write(writer, 'bankje');
    value(evening.services.phases.screen(evening.lead, { mode: 'card', card }));
    value(evening.services.phases.timer(evening.lead, { action: 'start', seconds: 60 }));
    value(evening.services.phases.pause(evening.lead, true));
    expect(evening.session).toMatchObject({ screen: 'card', spotlight: card, paused: true });
    value(evening.move('next'));
    expect(evening.session).toMatchObject({ screen: 'phase', spotlight: null, paused: false, timer: { state: 'off' } });
  });

  it('is for facilitators', () => {
    const evening = new Evening();
    const { ask } = evening.join();
    expect(codeOf(evening.services.phases.move(ask, { to: 'next' }))).toBe('not_allowed');
  });
});

describe('the grace of a phase', () => {
  it('lets a card count for the phase immediately before, a while', () => {
    const evening = new Evening();
    const writer = evening.join();
    value(evening.move('pitch'));
    value(evening.move('cluster'));
    evening.clock.pass(9_000);
    expect(evening.card(evening.write(writer, 'op het nippertje'))).toMatchObject({ phase: 'pitch', run: 1 });
    evening.restart();
    expect(evening.card(evening.write(writer, 'ook na een herstart'))).toMatchObject({ phase: 'pitch' });
    evening.clock.pass(1_000);
    expect(codeOf(evening.services.cards.add(writer.ask, { title: 'te laat' }))).toBe('phase_closed');
  });

  it('is over when the next phase is left as well', () => {
    const evening = new Evening();
    const writer = evening.join();
    value(evening.move('pitch'));
    value(evening.move('cluster'));
    value(evening.move('result'));
    expect(codeOf(evening.services.cards.add(writer.ask, { title: 'te laat' }))).toBe('phase_closed');
  });
});

describe('the clock in the room', () => {
  it('starts, gets more time, pauses, goes on and stops', () => {
    const evening = new Evening();
    value(evening.move('pitch'));
    const set = (input: Parameters<typeof evening.services.phases.timer>[1]) =>
      value(evening.services.phases.timer(evening.lead, input));
    const start = evening.clock.now();
    set({ action: 'start', seconds: 60 });
    set({ action: 'add', seconds: 30 });
    expect(evening.session.timer).toEqual({ state: 'running', endsAt: start + 90_000, total: 90_000 });
    evening.clock.pass(40_000);
    set({ action: 'pause' });
    evening.clock.pass(500_000);
    expect(evening.session.timer).toEqual({ state: 'paused', left: 50_000, total: 90_000 });
    set({ action: 'resume' });
    expect(evening.session.timer).toMatchObject({ state: 'running', endsAt: evening.clock.now() + 50_000 });
    evening.clock.pass(60_000); // time up changes nothing by itself
    set({ action: 'add', seconds: 10 });
    expect(evening.session.timer).toMatchObject({ endsAt: evening.clock.now() + 10_000 });
    set({ action: 'stop' });
    expect(evening.session.timer).toEqual({ state: 'off' });
  });
});

describe('the end', () => {
  it('asks first what happens to an open vote, and leaves the board to be read', () => {
    const evening = new Evening();
    const [card] = evening.toVote('bankje');
    expect(codeOf(evening.services.sessions.end(evening.lead))).toBe('vote_open');
    value(evening.services.votes.close(evening.lead, 'vote'));
    value(evening.services.sessions.end(evening.lead));
    expect(evening.session.state).toBe('ended');
    expect(codeOf(evening.move('next'))).toBe('ended');
    value(evening.services.votes.reveal(evening.lead, 'vote'));
    expect(evening.card(card!).title).toBe('bankje');
  });
});
