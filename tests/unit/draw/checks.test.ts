import { describe, expect, it } from 'vitest';
import { runChecks, type Check, type Plan } from '../../../shared/draw/checks.ts';

const plan: Plan = { team: 3, fields: { what: 'Een bankje' }, cost: 4_500, favour: 'Wij schilderen', handedIn: 1_000 };
const what = { kind: 'field', field: 'what', title: { nl: 'Wat', en: 'What' } } as const;

describe('automatic checks', () => {
  it.each<[Check, Partial<Plan>, boolean, string]>([
    [{ kind: 'team', least: 3 }, {}, true, 'Het team heeft 3 mensen. Minstens 3 is nodig.'],
    [{ kind: 'team', least: 3 }, { team: 1 }, false, 'Het team heeft 1 mens. Minstens 3 is nodig.'],
    [what, {}, true, '‘Wat’ is ingevuld.'],
    [what, { fields: { what: ' \n' } }, false, '‘Wat’ is nog leeg.'],
    [what, { fields: {} }, false, '‘Wat’ is nog leeg.'],
    [{ kind: 'cost', budget: 4_500 }, {}, true, 'De kosten zijn 4.500 euro. Er is 4.500 euro.'],
    [{ kind: 'cost', budget: 4_499 }, {}, false, 'De kosten zijn 4.500 euro. Er is maar 4.499 euro.'],
    [{ kind: 'cost', budget: 4_500 }, { cost: null }, false, 'De kosten zijn nog niet ingevuld.'],
    [{ kind: 'favour' }, {}, true, 'De tegenprestatie is ingevuld.'],
    [{ kind: 'favour' }, { favour: ' ' }, false, 'De tegenprestatie is nog leeg.'],
    [{ kind: 'deadline', at: 1_000 }, {}, true, 'Dit is op tijd ingeleverd.'],
    [{ kind: 'deadline', at: 999 }, {}, false, 'Dit is te laat ingeleverd.'],
    [{ kind: 'deadline', at: 1_000 }, { handedIn: null }, false, 'Dit is nog niet ingeleverd.'],
  ])('%j with %j: %s', (check, change, passed, sentence) => {
    const [verdict] = runChecks([check], { ...plan, ...change });
    expect(verdict).toMatchObject({ check, passed, sentence: { nl: sentence } });
    expect(verdict!.sentence.en).not.toBe('');
  });

  it('answer in the order asked', () => {
    expect(runChecks([{ kind: 'favour' }, what], plan).map(({ check }) => check.kind)).toEqual(['favour', 'field']);
  });
});
