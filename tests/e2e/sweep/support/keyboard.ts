/** The keyboard, all the way round: every control is reached by Tab, in the order of the page, and shows it. */
import type { Page } from '@playwright/test';

interface Round {
  expected: string[];
  visited: string[];
  wrong: string[];
}

declare global {
  interface Window {
    sweepRound?: Round;
    sweepWatch?: AbortController;
  }
}

/** What is wrong with it, in words. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const count = await page.evaluate(begin);
  const keys = await page.context().newCDPSession(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  // All at once: waiting for an answer to each of eighty presses takes longer than the presses.
  const press = (times: number) =>
    Promise.all(
      Array.from({ length: times * 2 }, (_, n) =>
        keys.send('Input.dispatchKeyEvent', { type: n % 2 ? 'keyUp' : 'rawKeyDown', ...tab }),
      ),
    );
  await press(count);
  // A scroller is a stop too, and after the last comes the browser itself: once round takes a few more.
  for (let n = 0; n < 12 && !(await page.evaluate(isRound)); n++) await press(1);
  await keys.detach();
  const { expected, visited, wrong } = await page.evaluate(() => window.sweepRound as Round);
  const faults = expected.filter((one) => !visited.includes(one)).map((one) => `not reached by Tab: ${one}`);
  faults.push(...new Set(wrong));
  const first = visited.findIndex((one) => one === expected[0]);
  const round = [...visited.slice(first), ...visited.slice(0, first)].filter((one, n, all) => all.indexOf(one) === n);
  const inOrder = expected.filter((one) => visited.includes(one));
  if (first >= 0 && round.join() !== inOrder.join()) faults.push(`order of Tab: ${round.join(' | ')}`);
  return faults;
}

/** In the page: has everything been visited? */
function isRound(): boolean {
  const { expected, visited } = window.sweepRound as Round;
  return expected.every((one) => visited.includes(one));
}

/** In the page: what is to be reached, and a watch on what is. Gives how many there are. */
function begin(): number {
  const dialog = [...document.querySelectorAll<HTMLElement>('dialog[open]')].pop();
  const scope: ParentNode = dialog ?? document;
  const radios = new Set<string>();
  const controls = [
    ...scope.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
  ]
    .filter((one) => !one.matches(':disabled, [tabindex="-1"]') && one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !one.closest('[inert]'))
    .filter((one) => {
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${one.name}"]`)];
      const stop = group.find((radio) => radio.checked) ?? group[0];
      return one === stop && !radios.has(one.name) && Boolean(radios.add(one.name));
    });
  const nameOf = (one: Element) =>
    `${controls.indexOf(one as HTMLElement) + 1} ${one.tagName.toLowerCase()} ${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)}`;
  const look = (one: Element) => {
    const around = [one, one.parentElement, one.parentElement?.parentElement, one.nextElementSibling];
    return around
      .map((at) => {
        if (!at) return '';
        const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor, opacity } = getComputedStyle(at);
        return [outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor, opacity].join();
      })
      .join(';');
  };
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const before = new Map(controls.map((one) => [one, look(one)]));
  const round: Round = { expected: controls.map(nameOf), visited: [], wrong: [] };
  window.sweepRound = round;
  window.sweepWatch?.abort();
  window.sweepWatch = new AbortController();
  const { signal } = window.sweepWatch;
  if (controls.some((one) => one.tabIndex > 0)) round.wrong.push('a tabindex above 0');

  const watch = ({ target }: FocusEvent) => {
    const one = target as HTMLElement;
    if (!controls.includes(one)) return;
    round.visited.push(nameOf(one));
    if (before.get(one) === look(one)) round.wrong.push(`does not show: ${nameOf(one)}`);
    setTimeout(() => {
      const box = one.getBoundingClientRect();
      const spots = [0.1, 0.5, 0.9].flatMap((x) =>
        [0.1, 0.5, 0.9].map((y) => [box.left + x * box.width, box.top + y * box.height]),
      );
      const seen = spots.some(([x = 0, y = 0]) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (one.contains(top) || top.contains(one) || one.parentElement?.contains(top));
      });
      if (document.activeElement === one && !seen) round.wrong.push(`under something else: ${nameOf(one)}`);
    }, 0);
  };
  document.addEventListener('focusin', watch, { signal });
  return controls.length;
}
