/**
 * How this screen shows: ordinary, dim hall or high contrast, chosen by address (`?zaal=1`, `?contrast=1`), key or
 * button and remembered on this device; full screen; and kept awake where the browser can.
 */
import type { WallVariant } from '../../components/wall.ts';

const storageKey = 'kantelbord:wall';
const keysKey = 'kantelbord:wall:keys';

export class Display {
  #variant = $state<WallVariant>('light');
  #keys = $state(true);
  #full = $state(false);
  #lock: WakeLockSentinel | null = null;

  constructor(search: string) {
    const asks = (name: string) => new RegExp(`[?&]${name}=1(&|$)`).test(search);
    const kept = read(storageKey);
    if (asks('zaal')) this.#variant = 'zaal';
    else if (asks('contrast')) this.#variant = 'contrast';
    else if (kept === 'zaal' || kept === 'contrast') this.#variant = kept;
    this.#keys = read(keysKey) !== 'off';
  }

  get variant(): WallVariant {
    return this.#variant;
  }
  /** Whether single keys do something: people who speak to their computer switch them off (WCAG 2.1.4). */
  get keys(): boolean {
    return this.#keys;
  }
  get full(): boolean {
    return this.#full;
  }
  get canFill(): boolean {
    return document.fullscreenEnabled === true;
  }

  /** Into this variant, or out of it. */
  toggle(variant: WallVariant): void {
    this.#variant = this.#variant === variant ? 'light' : variant;
    write(storageKey, this.#variant);
  }

  toggleKeys(): void {
    this.#keys = !this.#keys;
    write(keysKey, this.#keys ? 'on' : 'off');
  }

  async toggleFull(): Promise<void> {
    if (!this.canFill) return;
    try {
      await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
    } catch {
      // The browser did not want to; F11 still works.
    }
  }

  /** A key pressed anywhere on the wall. */
  press(event: KeyboardEvent): void {
    if (!this.#keys || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const key = event.key.toLowerCase();
    if (key === 'z') this.toggle('zaal');
    else if (key === 'c') this.toggle('contrast');
    else if (key === 'f') void this.toggleFull();
  }

  /** Follows the screen: full or not, and awake while it is looked at. Gives the way to stop. */
  start(): () => void {
    const fullness = () => (this.#full = document.fullscreenElement !== null);
    const seen = () => void this.#stayAwake();
    document.addEventListener('fullscreenchange', fullness);
    document.addEventListener('visibilitychange', seen);
    seen();
    return () => {
      document.removeEventListener('fullscreenchange', fullness);
      document.removeEventListener('visibilitychange', seen);
      void this.#lock?.release();
    };
  }

  /** Only behind https and in some browsers; without it the laptop's own settings decide. */
  async #stayAwake(): Promise<void> {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    try {
      this.#lock = await navigator.wakeLock.request('screen');
    } catch {
      this.#lock = null; // refused on an almost empty battery
    }
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that stores nothing forgets it at the next visit.
  }
}
