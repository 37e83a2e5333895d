import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../shared/tally/method.ts';
import { count, type BallotOf, type Kind, type SettingsOf } from '../../../shared/tally/methods.ts';
import { lotOrder } from '../../../shared/tally/lot.ts';
import golden from '../../fixtures/golden.json';

const seed = 'kantelbord-test-1';
const itemsNamed = (ids: readonly string[]) => ids.map((id) => ({ id, title: id }));

/** The golden cases of one kind. */
function cases<T>(kind: string): T[] {
  return golden.filter(({ soort }) => soort === kind) as unknown as T[];
}

function poll<K extends Kind>(method: SettingsOf<K>, ids: readonly string[], ballots: BallotOf<K>[]) {
  return { method, items: itemsNamed(ids), ballots, electorate: 60, top: 1, cut: 'lot' as const, seed };
}

const valuesOf = ({ ranking }: Outcome, place = 0) =>
  Object.fromEntries(ranking.map(({ id, values }) => [id, values[place]]));
const orderOf = ({ ranking }: Outcome) => ranking.map(({ id }) => id);
const asText = (numbers: Record<string, number>) =>
  Object.fromEntries(Object.entries(numbers).map(([id, number]) => [id, `${number}`]));

interface Judging {
  criteria_gewicht: Record<string, number>;
  scores_1_5: Record<string, Record<string, number[]>>;
  verwacht: { gemiddelde: Record<string, string>; rangorde: string[] };
}
interface Ranking {
  stemmen: string[][];
  max_lengte: number;
  verwacht: { punten_vast: Record<string, number>; eerste_keuzes: Record<string, number>; rangorde: string[] };
}
interface Runoff {
  stemmen: string[][];
  verwacht: { rondes: { telling: Record<string, number>; uitgeput: number; afgevallen?: string }[]; winnaar: string };
}
interface Duels {
  duels_winnaar_verliezer: [string, string][];
  verwacht: Record<string, { winst: number; verlies: number; score: string }>;
}
interface Consent {
  stemmen: { ja: number; nee: number; onthouding: number };
  kiesgerechtigd: number;
  verwacht: Record<string, { deel?: string; aangenomen: boolean }>;
}
interface Allocation {
  percentages_per_tafel: Record<string, Record<string, number>>;
  budget: number;
  verwacht: { gemiddeld_percentage: Record<string, string>; bedrag_grootste_resten: Record<string, number> };
}
describe('the golden cases', () => {
  it('are all tried: here, in budget.test.ts, ../tally.test.ts and ../draw/sortition.test.ts', () => {
    const kinds = new Set(golden.map(({ soort }) => soort));
    expect(Object.fromEntries([...kinds].map((kind) => [kind, cases(kind).length]))).toEqual({
      budget: 10,
      stippen: 2,
      rangschikken: 1,
      'wegstrepen (IRV)': 1,
      tweetallen: 1,
      jury: 1,
      instemmen: 1,
      verdelen: 2,
      loting: 1,
      'loting per groep': 1,
      grens: 1,
    });
  });

  it.each(cases<Ranking>('rangschikken'))('borda: $naam', ({ stemmen, max_lengte, verwacht }) => {
    const ballots = stemmen.map((ranking) => ({ ranking }));
    const outcome = count('ranked', poll<'ranked'>({ kind: 'ranked', length: max_lengte }, ['c', 'a', 'b'], ballots));
    expect(orderOf(outcome)).toEqual(verwacht.rangorde);
    expect(valuesOf(outcome)).toEqual(asText(verwacht.punten_vast));
    expect(valuesOf(outcome, 1)).toEqual(asText(verwacht.eerste_keuzes));
  });

  it.each(cases<Runoff>('wegstrepen (IRV)'))('runoff', ({ stemmen, verwacht }) => {
    const settings = { kind: 'ranked', length: 3, count: 'runoff' } as const;
    const ballots = stemmen.map((ranking) => ({ ranking }));
    const outcome = count('ranked', poll<'ranked'>(settings, ['a', 'b', 'c'], ballots));
    const rounds = outcome.log.filter((step) => step.step === 'round');
    expect(
      rounds.map(({ votes, exhausted }) => [Object.fromEntries(votes.map(({ id, votes: n }) => [id, n])), exhausted]),
    ).toEqual(verwacht.rondes.map(({ telling, uitgeput }) => [telling, uitgeput]));
    const dropped = outcome.log.filter((step) => step.step === 'dropped');
    expect(dropped.map(({ id, by }) => [id, by])).toEqual([[verwacht.rondes[0]!.afgevallen, 'lot']]);
    expect(outcome.winners).toEqual([verwacht.winnaar]);
  });

  it.each(cases<Duels>('tweetallen'))('pairwise', ({ duels_winnaar_verliezer, verwacht }) => {
    const ballots = duels_winnaar_verliezer.map(([left, right]) => {
      return { duels: [{ left, right, choice: 'left' as const }] };
    });
    const settings = { kind: 'pairwise', duels: 10 } as const;
    const outcome = count('pairwise', poll<'pairwise'>(settings, Object.keys(verwacht), ballots));
    const expected = Object.entries(verwacht);
    expect(valuesOf(outcome)).toEqual(Object.fromEntries(expected.map(([id, { score }]) => [id, score])));
    const told = outcome.log.flatMap((step) => (step.step === 'item' ? [[step.id, step.counts] as const] : []));
    const counts = expected.map(([id, one]) => [id, { won: `${one.winst}`, lost: `${one.verlies}`, unsure: '0' }]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(counts));
  });

  it.each(cases<Judging>('jury'))('jury', ({ criteria_gewicht, scores_1_5, verwacht }) => {
    const criteria = Object.entries(criteria_gewicht).map(([id, weight]) => ({ id, weight }));
    const jurors = Object.keys(Object.values(scores_1_5)[0]!);
    const ballots = jurors.map((juror) => {
      const marks = Object.entries(scores_1_5).map(([plan, given]) => {
        return [plan, Object.fromEntries(criteria.map(({ id }, index) => [id, given[juror]![index]!]))] as const;
      });
      return { marks: Object.fromEntries(marks) };
    });
    const outcome = count('jury', poll<'jury'>({ kind: 'jury', criteria }, Object.keys(scores_1_5), ballots));
    expect(valuesOf(outcome)).toEqual(verwacht.gemiddelde);
    expect(orderOf(outcome)).toEqual(verwacht.rangorde);
  });

  it.each(cases<Consent>('instemmen'))('consent', ({ stemmen, kiesgerechtigd, verwacht }) => {
    const answers = (times: number, answer: 'yes' | 'no' | 'none') =>
      Array.from({ length: times }, () => ({ answers: { x: answer } }));
    const { ja, nee, onthouding } = stemmen;
    const ballots = [...answers(ja, 'yes'), ...answers(nee, 'no'), ...answers(onthouding, 'none')];
    const decide = (moreThan: string, basis: 'cast' | 'electorate') => {
      const asked = poll<'consent'>({ kind: 'consent' }, ['x'], ballots);
      const threshold = { moreThan, basis };
      const { verdicts, winners } = count('consent', { ...asked, electorate: kiesgerechtigd, threshold });
      const { yes, of } = verdicts[0]!;
      return { deel: `${yes}/${of}`, aangenomen: winners.includes('x') };
    };
    expect(decide('1/2', 'cast')).toEqual(verwacht['basis uitgebracht >50%']);
    expect(decide('1/2', 'electorate')).toEqual(verwacht['basis kiesgerechtigd >50%']);
    expect(decide('3/5', 'cast')).toMatchObject(verwacht['basis uitgebracht >=60%']!);
  });

  it.each(cases<Allocation>('verdelen'))('allocate $budget', ({ percentages_per_tafel, budget, verwacht }) => {
    const ballots = Object.values(percentages_per_tafel).map((percent) => ({ percent }));
    const ids = Object.keys(verwacht.gemiddeld_percentage);
    const outcome = count('allocate', poll<'allocate'>({ kind: 'allocate', budget }, ids, ballots));
    expect(valuesOf(outcome)).toEqual(asText(verwacht.bedrag_grootste_resten));
    expect(valuesOf(outcome, 1)).toEqual(verwacht.gemiddeld_percentage);
  });

  it.each(cases<{ ids: string[]; verwacht: { volgorde: string[] } }>('loting'))('lot', ({ ids, verwacht }) => {
    expect(lotOrder(seed, ids)).toEqual(verwacht.volgorde);
  });
});
