import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pitchQueue, shortlist } from '../../../shared/draw/pitches.ts';
import { lotOrder } from '../../../shared/tally/lot.ts';

describe('the pitch queue', () => {
  const signedUp = ['k1', 'k2', 'k3', 'k4', 'k5'];

  it('follows sign-up, the lot or the agenda', () => {
    expect(pitchQueue(signedUp, { by: 'signup' })).toEqual(signedUp);
    const golden = ['k3', 'k5', 'k4', 'k2', 'k1']; // DOMAIN 4.3
    expect(pitchQueue(signedUp, { by: 'lot', seed: 'kantelbord-test-1' })).toEqual(golden);
    expect(pitchQueue(signedUp, { by: 'agenda', ids: ['k4', 'gone', 'k2'] })).toEqual(['k4', 'k2', 'k1', 'k3', 'k5']);
  });

  it('leaves the order that was drawn when somebody comes late', () => {
    const drawn = pitchQueue(signedUp, { by: 'lot', seed: 's' });
    expect(pitchQueue([...signedUp, 'k0', 'k9'], { by: 'lot', seed: 's' }, ['k9', 'k0'])).toEqual([
      ...drawn,
      'k9',
      'k0',
    ]);
  });
});

describe('the shortlist', () => {
  const proposals = fc.uniqueArray(
    fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), theme: fc.constantFrom('a', 'b', 'c', null) }),
    { selector: ({ id }) => id, maxLength: 40 },
  );

  it('has of each theme the first in the lot, in lot order', () => {
    fc.assert(
      fc.property(proposals, fc.integer({ min: 1, max: 6 }), fc.string(), (all, most, seed) => {
        const listed = shortlist(all, most, seed);
        const order = lotOrder(
          seed,
          all.map(({ id }) => id),
        );
        expect(listed).toEqual(order.filter((id) => listed.includes(id)));
        for (const theme of ['a', 'b', 'c', null]) {
          const ids = order.filter((id) => all.some((proposal) => proposal.id === id && proposal.theme === theme));
          expect(listed.filter((id) => ids.includes(id))).toEqual(ids.slice(0, most));
        }
      }),
    );
  });
});
