/** Every page that is measured: who looks at it, on what, when it is ready, and what is done with it. */
import type { Page } from 'playwright';
import { drag, look, pinch, scroll, type, zoom, type Act } from './acts.ts';
import type { Mix } from './driver.ts';

export interface Screen {
  name: string;
  as: 'wall' | 'participant' | 'console';
  /** the phase it is measured in */
  phase: Mix;
  /** what the wall shows */
  mode?: 'overview';
  viewport: { width: number; height: number };
  touch?: true;
  /** how many times slower than this machine */
  throttle?: number;
  /** there once it can be used */
  shows: string;
  /** ms from opening to usable */
  readyWithin: number;
  /** opens what is measured, once it is ready */
  before?: (page: Page) => Promise<void>;
  acts: Record<string, Act>;
}

const projector = { width: 1920, height: 1080 };
const laptop = { width: 1280, height: 800 };
const phone = { viewport: { width: 390, height: 844 }, touch: true, throttle: 4, readyWithin: 3_000 } as const;
const wall = { as: 'wall', viewport: projector, shows: '.kb-card', readyWithin: 2_000 } as const;
const board = {
  as: 'participant',
  phase: 'cluster',
  viewport: laptop,
  shows: '[data-card]',
  readyWithin: 2_000,
} as const;

export const screens: readonly Screen[] = [
  { ...wall, name: 'wall, writing', phase: 'pitch', acts: { looking: look } },
  {
    ...phone,
    name: 'phone, writing',
    as: 'participant',
    phase: 'pitch',
    shows: 'textarea',
    acts: { typing: type((page) => page.locator('textarea').first()), looking: look },
  },
  {
    name: 'laptop, writing',
    as: 'participant',
    phase: 'pitch',
    viewport: laptop,
    shows: '[data-card]',
    readyWithin: 2_000,
    acts: { typing: type((page) => page.locator('textarea').first()), scrolling: scroll },
  },
  { ...wall, name: 'wall, arranging', phase: 'cluster', acts: { looking: look } },
  {
    ...wall,
    name: 'wall, overview',
    phase: 'cluster',
    mode: 'overview',
    shows: 'canvas',
    acts: { looking: look },
  },
  {
    ...board,
    name: 'board',
    acts: { looking: look, scrolling: scroll, dragging: drag, 'zooming into a theme': zoom, 'zooming by pinch': pinch },
  },
  {
    ...board,
    name: 'board as a list',
    before: (page) => page.getByText('Lijst', { exact: true }).click(),
    acts: { scrolling: scroll, dragging: drag },
  },
  {
    ...board,
    ...phone,
    name: 'phone, arranging',
    acts: { typing: type((page) => page.locator('input[type=search]')), scrolling: scroll },
  },
  {
    name: 'console',
    as: 'console',
    phase: 'cluster',
    viewport: { width: 1440, height: 900 },
    shows: '#cards',
    readyWithin: 2_000,
    acts: { looking: look, scrolling: scroll, typing: type((page) => page.locator('input[type=search]').first()) },
  },
];
