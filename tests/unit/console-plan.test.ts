import { describe, expect, it } from 'vitest';
import { paceOf, programmeMinutes } from '../../client/views/console/pace.ts';
import { planOf } from '../../client/views/console/plan.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { Session } from '../../shared/model.ts';

const minute = 60_000;
const begin = Date.UTC(2026, 10, 12, 18, 30);

function session(change: Partial<Session>): Session {
  return {
    title: 'Lindewijk aan zet',
    question: '',
    organiser: '',
    anchors: [],
    language: 'nl',
    format: ideeenronde,
    state: 'running',
    phase: 'pitch',
    run: 1,
    runs: { pitch: 1 },
    phaseSince: begin,
    timer: { state: 'off' },
    paused: false,
    locked: false,
    doors: 'open',
    screen: 'phase',
    spotlight: null,
    announcement: null,
    rehearsalOf: null,
    showTables: false,
    joinUrl: null,
    createdAt: begin,
    deleteAt: begin,
    ...change,
  } as Session;
}

describe('the programme', () => {
  const states = (change: Partial<Session>) =>
    planOf(session(change)).flatMap(({ steps }) => steps.map(({ state }) => state));

  it('is all ahead in the lobby', () => {
    expect(states({ state: 'lobby', phase: null, runs: {} })).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
  });

  it('knows what was held, what is on and what is to come', () => {
    expect(states({ phase: 'cluster', runs: { pitch: 1, cluster: 1 } })).toEqual(['done', 'now', 'ahead', 'ahead']);
  });

  it('leaves a skipped part ahead, and what was held before going back done', () => {
    expect(states({ phase: 'vote', runs: { pitch: 1, vote: 1 } })).toEqual(['done', 'ahead', 'now', 'ahead']);
    expect(states({ phase: 'pitch', runs: { pitch: 2, cluster: 1 } })).toEqual(['now', 'done', 'ahead', 'ahead']);
  });

  it('has nothing on after the end', () => {
    expect(states({ state: 'ended', phase: 'result', runs: { pitch: 1, result: 1 } })).toEqual([
      'done',
      'ahead',
      'ahead',
      'done',
    ]);
  });
});

describe('a programme with parts before and after the day', () => {
  const some = <T>(when: 'before' | 'after', id: string, phase: T) => ({ ...phase, id, when });
  const [pitch] = ideeenronde.phases;
  const format = {
    ...ideeenronde,
    phases: [some('before', 'draw', pitch!), ...ideeenronde.phases, some('after', 'reply', pitch!)],
  };
  const parts = (change: Partial<Session>) =>
    planOf(session({ format, ...change })).map(({ when, steps }) => [
      when,
      steps.filter(({ open }) => open).map(({ phase }) => phase.id),
      steps.filter(({ state }) => state === 'now').map(({ phase }) => phase.id),
    ]);

  it.each<[string, Partial<Session>, unknown]>([
    [
      'in the weeks ahead',
      { state: 'prepared', phase: null },
      [
        ['before', ['draw'], []],
        ['day', [], []],
        ['after', [], []],
      ],
    ],
    [
      'while one of those is on',
      { state: 'lobby', phase: 'draw' },
      [
        ['before', [], ['draw']],
        ['day', [], []],
        ['after', [], []],
      ],
    ],
    [
      'on the day',
      { phase: 'result' },
      [
        ['before', [], []],
        ['day', ['pitch', 'cluster', 'vote'], ['result']],
        ['after', [], []],
      ],
    ],
    [
      'afterwards',
      { state: 'ended', phase: 'result' },
      [
        ['before', [], []],
        ['day', [], []],
        ['after', ['reply'], []],
      ],
    ],
  ])('opens what can be gone to %s', (_when, change, shown) => expect(parts(change)).toEqual(shown));

  it('counts only the minutes of the day', () => {
    expect(programmeMinutes(session({ format }))).toBe(programmeMinutes(session({})));
    expect(paceOf(session({ format }), begin, begin)?.plannedAt).toBe(begin + 55 * minute);
  });
});

describe('the pace', () => {
  // 15 + 20 + 10 + 10 minutes
  const planned = begin + 55 * minute;

  it('adds up the minutes of all parts', () => expect(programmeMinutes(session({}))).toBe(55));

  it('is not there while no part is on', () => {
    expect(paceOf(session({ state: 'lobby', phase: null }), begin, null)).toBeNull();
    expect(paceOf(session({ state: 'ended' }), begin, begin)).toBeNull();
    expect(paceOf(session({ phase: 'gone' }), begin, begin)).toBeNull();
  });

  it('is on time within the minutes of the part', () => {
    expect(paceOf(session({}), begin + 9 * minute, begin)).toEqual({
      elapsed: 9,
      late: 0,
      endsAt: planned,
      plannedAt: planned,
    });
  });

  it('is late once the part takes longer', () => {
    expect(paceOf(session({}), begin + 19 * minute, begin)).toMatchObject({
      elapsed: 19,
      late: 4,
      endsAt: planned + 4 * minute,
    });
  });

  it.each<[string, Session['timer'], number]>([
    ['a running clock with more time', { state: 'running', endsAt: begin + 20 * minute, total: 20 * minute }, 5],
    ['a clock that is over', { state: 'running', endsAt: begin + 5 * minute, total: 5 * minute }, -5],
    ['a clock that stands still', { state: 'paused', left: 8 * minute, total: 15 * minute }, 3],
  ])('follows %s', (_what, timer, late) => {
    expect(paceOf(session({ timer }), begin + 10 * minute, begin)?.late).toBe(late);
  });

  it('keeps what earlier parts lost or won', () => {
    const late = session({ phase: 'cluster', phaseSince: begin + 21 * minute });
    expect(paceOf(late, begin + 22 * minute, begin)).toMatchObject({ elapsed: 1, late: 6, plannedAt: planned });
    const early = session({ phase: 'cluster', phaseSince: begin + 10 * minute });
    expect(paceOf(early, begin + 12 * minute, begin)?.late).toBe(-5);
  });

  it('says only what this part tells when the start is not known', () => {
    const second = session({ phase: 'cluster', phaseSince: begin + 21 * minute });
    expect(paceOf(second, begin + 22 * minute, null)?.late).toBe(0);
    expect(paceOf(second, begin + 44 * minute, null)?.late).toBe(3);
  });

  it('never has a part that began in the future', () => {
    expect(paceOf(session({}), begin - 2_000, begin)?.elapsed).toBe(0);
  });
});
