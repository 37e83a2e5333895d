import * as v from 'valibot';
import { limits } from '../limits.ts';
import { fraction, zero } from './fraction.ts';
import { isKnown } from './gather.ts';
import type { Step } from './log.ts';
import type { Method, Threshold } from './method.ts';
import { consentSettings as settings } from './settings.ts';
import { settle } from './settle.ts';

const ballot = v.strictObject({
  answers: v.record(v.string(), v.picklist(['yes', 'no', 'none'])),
  /** item → why no; kept apart from the answers at the close, so that what somebody writes does not tell the rest of their ballot */
  reasons: v.optional(
    v.record(v.string(), v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(limits.fieldLength))),
  ),
});

/** More than half of the votes cast. */
const half: Threshold = { moreThan: '1/2', basis: 'cast' };

/**
 * Instemmen (DOMAIN 3D, 4.6): every item is adopted or not, on its own, by its share of yes: of yes and no, or of the whole
 * electorate. "Geen mening" is in neither. Every item that passes wins, whatever `top` says.
 */
export const consent: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach({ answers, reasons = {} }, { reasons: asked }, items) {
    if (!isKnown(Object.keys(answers), items)) return 'items';
    return Object.keys(reasons).every((id) => asked && answers[id] === 'no') ? null : 'reasons';
  },
  isBlank: ({ answers }) => Object.keys(answers).length === 0,
  count(poll) {
    const threshold = poll.threshold ?? half;
    const steps: (Step & { id: string })[] = [];
    const scored = poll.items.map((item) => {
      const given = poll.ballots.map(({ answers }) => answers[item.id]);
      const [yes, no, none] = (['yes', 'no', 'none'] as const).map((one) => given.filter((x) => x === one).length);
      steps.push({ step: 'item', id: item.id, counts: { yes: `${yes!}`, no: `${no!}`, none: `${none!}` } });
      const of = threshold.basis === 'cast' ? yes! + no! : poll.electorate;
      const share = of === 0 ? zero : fraction(yes!, of);
      return { item, values: [share, fraction(yes!)], mayWin: true, ranked: true, answered: { yes: yes!, no: no! } };
    });
    const answered = new Map(scored.map(({ item, answered }) => [item.id, answered]));
    return settle(
      { ...poll, top: Math.max(1, poll.items.length), cut: 'along', threshold },
      {
        keys: ['share', 'yes'],
        scored,
        blank: poll.ballots.filter(consent.isBlank).length,
        steps,
        supporters: (id) => answered.get(id)!.yes,
        valid: (id) => answered.get(id)!.yes + answered.get(id)!.no,
      },
    );
  },
};
