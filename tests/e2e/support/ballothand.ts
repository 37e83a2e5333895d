/** Filling in the ballot of every method, by finger or by keyboard alone, in the words that stand on the screen. */
import { expect, type Locator, type Page } from '@playwright/test';
import { forms } from '../../../client/text/forms.ts';
import { vote as voteText } from '../../../client/text/vote.ts';
import type { Method } from '../../../shared/phases/vote.ts';
import { Keys } from './keyboard.ts';

const form = forms.nl;
const vote = voteText.nl;

/** How somebody works the controls of a page. */
export interface Hand {
  readonly page: Page;
  press(button: Locator): Promise<void>;
  /** a tick or a round choice */
  choose(control: Locator): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
}

export function finger(page: Page): Hand {
  return {
    page,
    press: (button) => button.tap(),
    choose: (control) => control.check(),
    type: async (field, text) => {
      await field.fill(text);
      await field.blur(); // as who touches something else
    },
  };
}

export function keyboard(page: Page): Hand {
  const keys = new Keys(page);
  return {
    page,
    press: (button) => keys.press(button),
    choose: (control) => keys.choose(control),
    type: async (field, text) => {
      await keys.fill(field, text);
      await page.keyboard.press('Tab');
    },
  };
}

/** Votes, with the best first of what there is to choose. */
export async function castBallot(hand: Hand, method: Method, best: readonly string[]): Promise<void> {
  await fillIn(hand, method, best);
  await hand.press(hand.page.getByRole('button', { name: vote.send, exact: true }));
  await expect(hand.page.getByText(vote.kept)).toBeVisible();
}

async function fillIn(hand: Hand, method: Method, best: readonly string[]): Promise<void> {
  const { page } = hand;
  const [first, second] = [best[0]!, best[1]!];
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const times = async (name: string, count: number) => {
    for (let n = 0; n < count; n++) await hand.press(button(name));
  };
  const among = (scope: Page | Locator, legend: string, option: string) =>
    scope.getByRole('group', { name: legend, exact: true }).getByRole('radio', { name: option, exact: true });

  switch (method.kind) {
    case 'approval':
    case 'tables':
    case 'budget':
      for (const title of [first, second]) await hand.choose(page.getByRole('checkbox', { name: title }));
      return;
    case 'single':
      return hand.choose(page.getByRole('radio', { name: first }));
    case 'dots':
      await times(vote.more(first), 3);
      return times(vote.more(second), 2);
    case 'points':
      await times(form.more('points', first), 6);
      return times(form.more('points', second), 4);
    case 'vouchers':
      await times(form.more('vouchers', first), 3);
      return times(form.more('vouchers', second), 2);
    case 'allocate':
      await hand.type(page.getByRole('textbox', { name: `${form.amount('percent')}: ${first}` }), '70');
      return hand.type(page.getByRole('textbox', { name: `${form.amount('percent')}: ${second}` }), '30');
    case 'score':
      for (const [n, title] of best.entries()) await hand.choose(among(page, form.scoreOf(title), `${5 - n}`));
      return;
    case 'jury':
      for (const [n, title] of best.entries()) {
        const row = page.getByRole('listitem').filter({ hasText: title });
        for (const { title: criterion } of method.criteria) await hand.choose(among(row, criterion.nl, `${5 - n}`));
      }
      return;
    case 'ranked':
      for (const [n, title] of best.entries()) await hand.press(button(form.add(n + 1, title)));
      return;
    case 'consent':
      for (const [n, title] of best.entries()) {
        await hand.choose(among(page, form.answerOn(title), form.answers[n < 2 ? 'yes' : 'no']));
      }
      return;
    case 'pairwise':
      return duel(hand, best);
  }
}

/** Each pair as it comes: the better of the two. */
async function duel({ page, press }: Hand, best: readonly string[]): Promise<void> {
  for (let pair = 1; ; pair++) {
    const heading = page.getByRole('heading', { name: new RegExp(`^${form.pairOf(pair, 0).replace(/0$/, '')}`) });
    await expect(heading.or(page.getByRole('heading', { name: form.pairsDone }))).toBeVisible();
    if (!(await heading.isVisible())) return;
    for (const title of best) {
      const side = page.getByRole('button', { name: form.pick(title), exact: true });
      if (!(await side.isVisible())) continue;
      await press(side);
      break;
    }
  }
}
