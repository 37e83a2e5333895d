import { describe, expect, it } from 'vitest';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { ScreenMode, SessionState } from '../../shared/model.ts';
import { addressOf } from '../../client/views/wall/address.ts';
import { tuftsFor } from '../../client/views/wall/meadow.ts';
import { fitLine, linesIn, screenOf } from '../../client/views/wall/screen.ts';

describe('which screen the wall shows', () => {
  const [pitch] = ideeenronde.phases;
  const format = {
    ...ideeenronde,
    phases: [
      ...ideeenronde.phases,
      { ...pitch!, id: 'draw', when: 'before' as const },
      { ...pitch!, id: 'reply', when: 'after' as const },
    ],
  };
  const cases: [SessionState, string | null, ScreenMode, boolean, string][] = [
    ['prepared', null, 'phase', false, 'prepared'],
    ['lobby', null, 'phase', false, 'lobby'],
    ['running', 'pitch', 'phase', false, 'phase'],
    ['running', 'pitch', 'black', false, 'black'],
    ['running', 'pitch', 'break', false, 'break'],
    ['running', 'pitch', 'overview', false, 'overview'],
    ['running', 'pitch', 'card', true, 'card'],
    ['running', 'pitch', 'card', false, 'phase'],
    ['ended', 'result', 'phase', false, 'ended'],
    ['ended', null, 'card', true, 'card'],
    ['lobby', 'draw', 'phase', false, 'phase'],
    ['running', 'draw', 'phase', false, 'lobby'],
    ['ended', 'reply', 'phase', false, 'phase'],
    ['ended', 'reply', 'black', false, 'black'],
  ];
  it.each(cases)('%s, %s, %s, card there: %s → %s', (state, phase, screen, spotlight, shown) => {
    expect(screenOf({ format, state, phase, screen }, spotlight)).toBe(shown);
  });
});

describe('where people go', () => {
  it.each([
    ['https://bord.example/', 'http://localhost:8080', 'bord.example'],
    [null, 'http://192.168.1.5:8080', '192.168.1.5:8080'],
    [null, 'http://localhost:8080', null],
    [null, 'http://127.0.0.1:8080', null],
    [null, 'http://[::1]:8080', null],
    ['http://localhost:8080', 'http://localhost:8080', null],
  ])('%s at %s: %s', (joinUrl, origin, typed) => {
    expect(addressOf(joinUrl, origin)?.typed ?? null).toBe(typed);
  });
});

describe('the lobby', () => {
  it.each([0, 1, 41, 334, 1_000])('has a blade for each of %i people, evenly', (people) => {
    const counts = tuftsFor(people, 48).map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(people);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
  });

  it.each([
    ['kort', 1],
    ['Wat begint u samen met uw buren?', 2],
    ['Wat vinden wij belangrijk voor de stad?', 3],
    ['Verkeersveiligheidsmaatregelen', 1],
  ])('counts the lines of %s', (question, lines) => {
    expect(linesIn(question, 1_400 / 150)).toBe(lines);
  });

  it('fits the question', () => {
    expect(
      fitLine(
        'kort',
        [
          [10, 150],
          [20, 100],
        ],
        60,
      ),
    ).toBe(150);
    expect(
      fitLine(
        'een stuk langer dan dat',
        [
          [10, 150],
          [20, 100],
        ],
        60,
      ),
    ).toBe(60);
  });
});
