/** How an item is filled in on paper, by the method. */
import type { Method } from '../../../../shared/phases/vote.ts';

/** box: a cross. number: so many, or which place. scale, criteria: a circle round a number. answers: yes, no, none. */
export type Filling = 'box' | 'number' | 'scale' | 'criteria' | 'answers' | 'pairs';

export function fillingOf(method: Method): Filling {
  switch (method.kind) {
    case 'approval':
    case 'single':
    case 'tables':
      return 'box';
    case 'dots':
    case 'points':
    case 'ranked':
    case 'allocate':
    case 'vouchers':
      return 'number';
    case 'budget':
      return (method.ballot ?? 'approve') === 'approve' ? 'box' : 'number';
    case 'score':
      return 'scale';
    case 'jury':
      return 'criteria';
    case 'consent':
      return 'answers';
    case 'pairwise':
      return 'pairs';
  }
}
