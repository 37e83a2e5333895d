/**
 * Picking up a card with a mouse, a pen or a finger. Extra: every move has a button and a list that do the same.
 * A mouse picks up after a few pixels, a finger after a moment of holding still, so that scrolling stays scrolling.
 */
import type { Place } from './areas.ts';

const slack = 6;
const hold = 350;
const edge = 72;

interface Wishes {
  drop(cards: readonly string[], place: Place): void;
  cancelled(): void;
}

export class Drag {
  #cards = $state.raw<readonly string[]>([]);
  #over = $state.raw<Place | undefined>(undefined);
  #x = $state(0);
  #y = $state(0);
  readonly #wishes: Wishes;
  #stop: () => void = () => undefined;

  constructor(wishes: Wishes) {
    this.#wishes = wishes;
  }

  get on(): boolean {
    return this.#cards.length > 0;
  }
  get cards(): readonly string[] {
    return this.#cards;
  }
  get x(): number {
    return this.#x;
  }
  get y(): number {
    return this.#y;
  }
  /** where it would land; undefined: nowhere */
  get over(): Place | undefined {
    return this.#over;
  }
  has(card: string): boolean {
    return this.#cards.includes(card);
  }

  /** A press on a card: the beginning of a drag, of a scroll or of a click. */
  press(event: PointerEvent, cards: () => readonly string[]): void {
    if (event.button !== 0 || !event.isPrimary || (event.target as Element).closest('[data-still]')) return;
    this.#stop();
    const start = { x: event.clientX, y: event.clientY };
    const finger = event.pointerType === 'touch';
    const lift = () => this.#lift(cards(), start);
    const timer = finger ? setTimeout(lift, hold) : undefined;
    const listeners = new AbortController();
    this.#stop = () => {
      clearTimeout(timer);
      listeners.abort();
    };
    const listen = { signal: listeners.signal };
    const move = ({ clientX: x, clientY: y, pointerId }: PointerEvent) => {
      if (pointerId !== event.pointerId) return;
      if (this.on) return this.#to(x, y);
      if (Math.hypot(x - start.x, y - start.y) < slack) return;
      if (finger) this.#stop();
      else lift();
    };
    const end = (last: PointerEvent) => last.pointerId === event.pointerId && this.#drop();
    window.addEventListener('pointermove', move, listen);
    window.addEventListener('pointerup', end, listen);
    window.addEventListener('pointercancel', () => this.cancel(), listen);
    window.addEventListener('contextmenu', (menu) => finger && menu.preventDefault(), listen);
    window.addEventListener('dragstart', (native) => native.preventDefault(), listen);
  }

  cancel(): void {
    const was = this.on;
    this.#end();
    if (was) this.#wishes.cancelled();
  }

  /** For a root that listens to Esc. */
  escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.on) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  }

  /** For the root's touchmove, which must not be passive: a picked-up card does not scroll the page. */
  readonly keepStill = (event: Event): void => {
    if (this.on && event.cancelable) event.preventDefault();
  };

  #lift(cards: readonly string[], at: { x: number; y: number }): void {
    this.#cards = cards;
    this.#to(at.x, at.y);
    window.getSelection()?.removeAllRanges();
    const roll = () => {
      if (!this.on) return;
      this.#scroll();
      requestAnimationFrame(roll);
    };
    requestAnimationFrame(roll);
  }

  #to(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    const area = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]');
    this.#over = area ? area.dataset.drop || null : undefined;
  }

  /** Near the edge of the window the page comes along. */
  #scroll(): void {
    const above = edge - this.#y;
    const below = this.#y - (window.innerHeight - edge);
    const by = above > 0 ? -above : below > 0 ? below : 0;
    if (by === 0) return;
    scrollerOf(document.elementFromPoint(this.#x, this.#y)).scrollBy(0, by / 5);
    this.#to(this.#x, this.#y);
  }

  #drop(): void {
    const { cards, over } = this;
    const was = this.on;
    this.#end();
    if (!was) return;
    // The browser sends a click after this, to whatever lies below: it was a drop.
    const swallow = (click: Event) => {
      click.preventDefault();
      click.stopPropagation();
    };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    if (over === undefined) this.#wishes.cancelled();
    else this.#wishes.drop(cards, over);
  }

  #end(): void {
    this.#stop();
    this.#cards = [];
    this.#over = undefined;
  }
}

function scrollerOf(element: Element | null): Element {
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
