import { describe, expect, it } from 'vitest';
import { lotSize } from '../../client/phases/assign/wall/numbers.ts';
import { readNumbers } from '../../client/views/console/badges/numbers.ts';
import { roundsOf, tableIn } from '../../client/views/console/badges/rounds.ts';
import { takeBadge } from '../../client/views/participant/badge.ts';
import type { TablesInfo } from '../../shared/api/tables.ts';
import { makeBadge, parseBadge } from '../../shared/badge.ts';
import { showCode } from '../../shared/papercode.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import { placeIn, readLot } from '../../shared/lots.ts';
import { optionAt, readSeating, seatedCount } from '../../shared/seating.ts';

describe('the code of a badge', () => {
  it('is twelve signs nobody confuses, and is read the way people type it', () => {
    const code = makeBadge((bytes) => Uint8Array.from({ length: bytes }, (_, n) => n * 7));
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{12}$/);
    expect(parseBadge(showCode(code).toLowerCase().replaceAll('-', ' '))).toBe(code);
  });

  it.each(['', 'ABCD-EFGH-JKM', 'ABCD-EFGH-JKMNP', 'ABCD-EFGH-JKM0', 'ABCD-EFGH-JKMI'])('is not %o', (typed) => {
    expect(parseBadge(typed)).toBeNull();
  });

  it('comes in the fragment of a link, and is wiped from the address bar', () => {
    const seen: string[] = [];
    const past = { replaceState: (_: unknown, __: string, to: string) => void seen.push(to) } as unknown as History;
    const at = (hash: string) => ({ hash, pathname: '/s/KRAS-7QXM', search: '?x=1' }) as Location;
    expect(takeBadge(at('#badge=abcd-efgh-jkmn'), past)).toBe('ABCDEFGHJKMN');
    expect(seen).toEqual(['/s/KRAS-7QXM?x=1']);
    expect([takeBadge(at('#badge=nonsense'), past), takeBadge(at('#elders'), past), takeBadge(at(''), past)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(seen).toHaveLength(2);
  });
});

describe('what the document says of places', () => {
  const live = new Map<string, unknown>([
    ['seating:a:1', { state: 'seated', sizes: [5, 4], options: [{ id: 'x', chosen: 5, tables: [1] }] }],
    ['seating:a:2', { state: 'on the floor', sizes: 3 }],
    ['draw:l:1', { commit: 'c', seed: 's', groups: [{ group: 'g', places: 1, pool: [1, 2, 3] }] }],
    ['declined:l:1', ['not a number']],
    ['draw:l:2', { commit: 'c', seed: null, groups: [] }],
  ]);

  it('is read whole, or not at all', () => {
    const seating = readSeating(live, 'a', 1)!;
    expect([seatedCount(seating), optionAt(seating, 1)?.id, optionAt(seating, 2)]).toEqual([9, 'x', null]);
    expect([readSeating(live, 'a', 2), readSeating(live, 'b', 1), readLot(live, 'a', 1)]).toEqual([null, null, null]);
  });

  it('draws the lot again, and says where each number is', () => {
    const lot = readLot(live, 'l', 1)!;
    const places = [1, 2, 3, 4].map((number) => placeIn(lot, number));
    expect(places.filter((place) => place === 'drawn')).toHaveLength(1);
    expect(places.filter((place) => place === 'reserve')).toHaveLength(2);
    expect(places[3]).toBeNull();
    expect(placeIn(readLot(live, 'l', 2)!, 1)).toBeNull();
  });
});

describe('numbers as people write them', () => {
  it.each([
    ['', 'all'],
    ['7', [7]],
    ['1-3, 9', [1, 2, 3, 9]],
    ['4–5; 5 6', [4, 5, 6]],
    ['nul', undefined],
    ['5-3', undefined],
    ['0', undefined],
    ['1-2-3', undefined],
    ['2001', undefined],
  ])('%o', (typed, numbers) => expect(readNumbers(typed)).toEqual(numbers));
});

it('a paper list has the newest run of every phase', () => {
  const round = (run: number, tables: number[][]) => ({ phase: 'pitch', run, tables, repeats: 0, shortages: [] });
  const info = {
    rounds: [round(1, [[1, 2]]), { ...round(1, [[9]]), phase: 'gone' }, round(2, [[1], [2]])],
  } as unknown as TablesInfo;
  const rounds = roundsOf(ideeenronde, info);
  expect(rounds.map(({ key }) => key)).toEqual(['pitch:2']);
  expect([tableIn(rounds[0]!, 2), tableIn(rounds[0]!, 3)]).toEqual([2, null]);
  expect(roundsOf(ideeenronde, null)).toEqual([]);
});

it('the numbers of a lot stand as large as they all fit, and are never smaller than the wall allows', () => {
  const [few, hall, huge] = [lotSize([6, 4]), lotSize([348, 45]), lotSize([900, 900])];
  expect([few.px > 60, hall.px >= 24, hall.most]).toEqual([true, true, Infinity]);
  expect([huge.px, huge.most < 900]).toEqual([24, true]);
});
