/** The form of each method, loaded when a vote needs it: a phone carries one, and not six. */
import type { Component } from 'svelte';
import type { Method } from '../../../../shared/phases/vote.ts';
import type { FootProps, RowProps, WholeProps } from './props.ts';

/** `foot`: what is asked below the lines. */
export type Form = { rows: Component<RowProps>; foot?: Component<FootProps> } | { whole: Component<WholeProps> };

const rows = (load: () => Promise<{ default: Component<RowProps> }>) => async (): Promise<Form> => ({
  rows: (await load()).default,
});
const whole = (load: () => Promise<{ default: Component<WholeProps> }>) => async (): Promise<Form> => ({
  whole: (await load()).default,
});

const amounts = rows(() => import('./AmountRow.svelte'));
const vouchers = async (): Promise<Form> => {
  const [row, foot] = await Promise.all([import('./AmountRow.svelte'), import('./NextChoice.svelte')]);
  return { rows: row.default, foot: foot.default };
};
const choices = rows(() => import('./ChooseRow.svelte'));
const order = whole(() => import('./Order.svelte'));

export function loadForm(method: Method): Promise<Form> {
  switch (method.kind) {
    case 'dots':
    case 'points':
    case 'allocate':
      return amounts();
    case 'vouchers':
      return method.move ? vouchers() : amounts();
    case 'approval':
    case 'single':
    case 'tables':
      return choices();
    case 'budget':
      if (method.ballot === 'ranking') return order();
      return method.ballot === 'points' ? amounts() : choices();
    case 'ranked':
      return order();
    case 'score':
      return rows(() => import('./ScoreRow.svelte'))();
    case 'jury':
      return rows(() => import('./MarksRow.svelte'))();
    case 'consent':
      return rows(() => import('./AnswerRow.svelte'))();
    case 'pairwise':
      return whole(() => import('./Pairs.svelte'))();
  }
}
