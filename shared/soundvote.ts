/** Whether the settings of a vote fit each other and the rest of the format. */
import { needsCost } from './cost.ts';
import { dutiesOf } from './duties.ts';
import type { Format, PhaseOf } from './format.ts';

type Part = readonly (string | number)[];
export type VoteFault = [path: Part, reason: 'absent' | 'wrong' | 'twice'];

export function voteFaults(format: Format, phase: PhaseOf<'vote'>): VoteFault[] {
  const { method, cut, top, duty } = phase;
  return [
    // a second round is for the one place there is: what won before it would be lost
    ...(cut === 'again' && top > 1 ? [[['cut'], 'wrong'] satisfies VoteFault] : []),
    ...(duty && !dutiesOf(format).includes(duty) ? [[['duty'], 'absent'] satisfies VoteFault] : []),
    ...(needsCost(method) && !hasPrices(format, phase) ? [[['method', 'kind'], 'absent'] satisfies VoteFault] : []),
    ...(method.kind === 'jury' ? twice(method.criteria) : []),
    ...(method.kind === 'budget' ? budgetFaults(method) : []),
  ];
}

/** Is there anything with a cost to divide money over? Winners and plans may have one: that is known on the evening. */
function hasPrices({ cardKinds }: Format, { items, of }: PhaseOf<'vote'>): boolean {
  const from = of?.from ?? items;
  if (from === 'clusters') return false;
  if (from !== 'cards') return true;
  const meant = cardKinds.filter(({ id }) => of?.kind === undefined || id === of.kind);
  return meant.some(({ fields = [] }) => fields.some(({ id, kind }) => kind === 'money' || id === 'kosten'));
}

type Budget = PhaseOf<'vote'>['method'] & { kind: 'budget' };

function budgetFaults({ rule, least, ballot, points, min = 0, max = Infinity }: Budget): VoteFault[] {
  return [
    ...(rule === 'threshold' && least === undefined ? [[['method', 'least'], 'wrong'] satisfies VoteFault] : []),
    ...(ballot === 'points' && points === undefined ? [[['method', 'points'], 'wrong'] satisfies VoteFault] : []),
    ...(min > max ? [[['method', 'min'], 'wrong'] satisfies VoteFault] : []),
  ];
}

function twice(criteria: readonly { id: string }[]): VoteFault[] {
  const ids = criteria.map(({ id }) => id);
  return ids.flatMap((id, index): VoteFault[] =>
    ids.indexOf(id) < index ? [[['method', 'criteria', index, 'id'], 'twice']] : [],
  );
}
