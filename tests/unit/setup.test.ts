import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { asksPrice, withPrice } from '../../client/phases/vote/price.ts';
import { setupOf, settingsOf, wrongIn } from '../../client/phases/vote/setup.ts';
import { checkFormat } from '../../shared/faults.ts';
import { methodSchema } from '../../shared/phases/vote.ts';
import { everyMethod } from '../support/methods.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { VotePhase } from '../../shared/format.ts';

const vote = ideeenronde.phases.find((phase): phase is VotePhase => phase.kind === 'vote')!;

describe('the form that sets up a vote', () => {
  it('gives back what it was filled with', () => {
    expect(settingsOf(setupOf(vote))).toEqual({ method: vote.method, items: vote.items, top: vote.top, cut: vote.cut });
    const approval: VotePhase = { ...vote, method: { kind: 'approval', max: 4 }, items: 'clusters' };
    expect(settingsOf(setupOf(approval))).toMatchObject({ method: { kind: 'approval', max: 4 }, items: 'clusters' });
  });

  it('says which numbers are wrong, of those it uses', () => {
    expect(wrongIn({ ...setupOf(vote), dots: '0', most: 'veel', max: '-1', top: '101' })).toEqual([
      'dots',
      'most',
      'top',
    ]);
    expect(wrongIn({ ...setupOf(vote), kind: 'approval', dots: '0', max: '2.5' })).toEqual(['max']);
  });

  it.each(everyMethod)('holds every setting of %s', (_, method) => {
    const phase: VotePhase = { ...vote, method, top: 1, ...(method.kind === 'allocate' && { per: 'table' }) };
    const settings = settingsOf(setupOf(phase));
    expect(wrongIn(setupOf(phase))).toEqual([]);
    expect(v.parse(methodSchema, settings.method)).toEqual({ ...settings.method });
    expect(settings.method).toMatchObject(method);
    expect(settings.per).toBe(phase.per);
    expect(setupOf({ ...phase, ...settings } as VotePhase)).toEqual(setupOf(phase));
  });

  it('keeps which groups decide, and what becomes of the others', () => {
    const decided: VotePhase = { ...vote, electorate: ['inwoner'], others: 'apart' };
    expect(settingsOf(setupOf(decided))).toMatchObject({ electorate: ['inwoner'], others: 'apart' });
    const none = settingsOf({ ...setupOf(decided), others: 'none' });
    expect(none.electorate).toEqual(['inwoner']);
    expect(none).not.toHaveProperty('others');
    const all = settingsOf({ ...setupOf(decided), electorate: [] });
    expect([Object.keys(all).includes('electorate'), Object.keys(all).includes('others')]).toEqual([false, false]);
  });

  it('keeps what an item needs, and a second round only for the one place there is', () => {
    const threshold = { moreThan: '2/3', basis: 'electorate' } as const;
    const consent: VotePhase = { ...vote, method: { kind: 'consent' }, threshold };
    expect(settingsOf(setupOf(consent)).threshold).toEqual({ moreThan: '67/100', basis: 'electorate' });
    const single: VotePhase = { ...vote, method: { kind: 'single' }, top: 1, cut: 'again' };
    expect(settingsOf(setupOf(single))).toMatchObject({ top: 1, cut: 'again' });
    expect(settingsOf({ ...setupOf(single), top: '2' })).toMatchObject({ top: 2, cut: 'along' });
  });

  it('asks for costs where there are none yet', () => {
    expect([asksPrice(ideeenronde), asksPrice(withPrice(ideeenronde))]).toEqual([false, true]);
    expect(checkFormat(withPrice(ideeenronde)).ok).toBe(true);
  });

  it('never lets more dots go on one item than there are', () => {
    expect(settingsOf({ ...setupOf(vote), dots: '2', most: '9' }).method).toEqual({
      kind: 'dots',
      dots: 2,
      maxPerItem: 2,
    });
  });

  it('asks fixed answers, one a line: two or more, all different', () => {
    const fixed = { ...setupOf(vote), kind: 'single' as const, fixed: 'yes' as const };
    expect(settingsOf(fixed).method).toEqual({
      kind: 'single',
      choices: [
        { nl: 'Ja', en: 'Yes' },
        { nl: 'Nee', en: 'No' },
        { nl: 'Blanco', en: 'Blank' },
      ],
    });
    const again = setupOf({ ...vote, method: settingsOf(fixed).method } as VotePhase);
    expect([again.fixed, again.answers]).toEqual(['yes', 'Ja\nNee\nBlanco']);
    for (const answers of ['', 'Ja', 'Ja\nJa', `Ja\n${'x'.repeat(121)}`]) {
      expect(wrongIn({ ...fixed, answers })).toEqual(['answers']);
    }
    expect(wrongIn({ ...fixed, answers: ' Voor \n\nTegen\n' })).toEqual([]);
    expect(settingsOf({ ...fixed, fixed: 'no' }).method).toEqual({ kind: 'single' });
  });
});
