import type { IconName } from './icons.ts';

/** One action in a Menu. */
export interface MenuItem {
  id: string;
  label: string;
  icon?: IconName;
  /** Letter of a theme, shown as its badge in place of an icon. */
  letter?: string;
  /** Small text at the end, such as a count. */
  note?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Where the thing is now. */
  current?: boolean;
}

/** Where the list goes: under the button, or above it when there is more room, and inside the window. */
export function placeMenu(
  button: { left: number; right: number; top: number; bottom: number },
  list: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const gap = 8;
  const below = button.bottom + gap;
  const fits = below + list.height <= view.height - gap;
  const top = fits || view.height - button.bottom > button.top ? below : button.top - gap - list.height;
  const left = button.left + list.width <= view.width - gap ? button.left : button.right - list.width;
  const clamp = (value: number, room: number) => Math.max(gap, Math.min(value, room - gap));
  return { left: clamp(left, view.width - list.width), top: clamp(top, view.height - list.height) };
}

/** The item a key leads to, or undefined when the key is not for the menu. A letter finds a theme by letter or name. */
export function stepMenu(key: string, at: number, items: readonly MenuItem[]): number | undefined {
  const count = items.length;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return undefined;
  for (let step = 1; step <= count; step += 1) {
    const index = (at + step) % count;
    const names = [items[index]?.letter, items[index]?.label];
    if (names.some((name) => name?.toLowerCase().startsWith(key.toLowerCase()))) return index;
  }
  return undefined;
}
