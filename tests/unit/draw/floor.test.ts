import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calls, callStep, floorSteps, isBidding, type FloorStep } from '../../../shared/draw/floor.ts';

const after = (...made: (typeof calls)[number][]) =>
  made.reduce<FloorStep | null>((step, call) => {
    const next = step && callStep(step, call);
    return next?.ok ? next.state : null;
  }, 'waiting');

describe('what the auctioneer calls', () => {
  it('goes once, twice, awarded, and on to the next', () => {
    expect(after('open', 'once', 'twice', 'sold')).toBe('sold');
    expect(after('open', 'once', 'twice', 'sold', 'open')).toBe('open');
    expect(after('open', 'sold')).toBe('sold');
  });

  it('goes back one step at a time, from the hammer up to before the lot was opened', () => {
    expect(after('open', 'once', 'twice', 'sold', 'back')).toBe('twice');
    expect(after('open', 'once', 'twice', 'sold', 'back', 'back', 'back', 'back')).toBe('waiting');
    expect(after('back')).toBeNull();
  });

  it('called twice at the same moment goes one step: the second is told', () => {
    for (const call of ['once', 'twice', 'sold', 'open'] as const) {
      for (const step of floorSteps) {
        const first = callStep(step, call);
        if (first.ok) expect(callStep(first.state, call)).toEqual({ ok: false, why: 'floor_moved' });
      }
    }
  });

  it('never leads out of a floor that is over, and takes bids only between opening and hammer', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...calls), { maxLength: 40 }), (made) => {
        let [step, open]: [FloorStep, boolean] = ['waiting', false];
        for (const call of made) {
          const next = callStep(step, call);
          if (!next.ok) continue;
          if (call === 'open') open = true;
          if (call === 'sold' || call === 'skip' || (call === 'back' && step === 'open')) open = false;
          if (call === 'back' && step === 'sold') open = true;
          step = next.state;
          expect(isBidding(step)).toBe(open);
        }
      }),
    );
    for (const call of calls) expect(callStep('over', call).ok).toBe(false);
  });
});
