/**
 * What all screens of the wall share: how it is drawn, the clock, the frame's words, and whether it stands still. One
 * for the wall itself, one for each picture of it.
 */
import { getContext, setContext } from 'svelte';
import { isOn } from '../../../shared/programme.ts';
import type { Board } from '../../board/board.svelte.ts';
import type { ClockForm } from '../../components/clock.ts';
import type { WallFrameTexts, WallVariant } from '../../components/wall.ts';
import { common } from '../../text/common.ts';
import { words } from '../../text/language.svelte.ts';
import { placeWords } from '../../text/programme.ts';
import { wall } from '../../text/wall.ts';
import { addressOf, type Address } from './address.ts';

export interface Look {
  readonly variant: WallVariant;
  readonly fit: 'window' | 'box';
  /** name of the picture; the wall itself has none */
  readonly label?: string | undefined;
}

export interface TimeLeft {
  left: number;
  total: number;
  form: ClockForm;
  tone: 'sun' | 'heat';
  label: string;
  spoken: string;
}

/** The last seconds are another colour and another word. */
const last = 10;
const patience = 3_000;
const beat = 250;

export class Scene {
  readonly board: Board;
  readonly #look: () => Look;
  #now = $state(0);
  #offlineSince = $state<number | null>(null);
  readonly #second = $derived(Math.floor(this.#now / 1_000));
  readonly #time = $derived.by(() => this.#timeLeft());
  readonly #texts = $derived.by(() => this.#frame());

  constructor(board: Board, look: () => Look) {
    this.board = board;
    this.#look = look;
    this.#now = board.now();
  }

  /** Lets the time go on; gives the way to stop. */
  start(): () => void {
    const timer = setInterval(() => this.#tick(), beat);
    return () => clearInterval(timer);
  }

  get look(): Look {
    return this.#look();
  }
  /** Server time in ms, four times a second. */
  get now(): number {
    return this.#now;
  }
  /** Server time in whole seconds: what follows it is worked out once a second. */
  get second(): number {
    return this.#second;
  }
  get paused(): boolean {
    return this.board.session?.paused ?? false;
  }
  get time(): TimeLeft | null {
    return this.#time;
  }
  /** Height of the row with the one sentence, where areas stand below it: more beside a clock. The rest is 812 minus it. */
  get headRoom(): number {
    return this.#time ? 128 : 88;
  }
  get texts(): WallFrameTexts {
    return this.#texts;
  }
  get address(): Address | null {
    return addressOf(this.board.session?.joinUrl ?? null, location.origin);
  }
  /** Server time since when this screen has no connection; short gaps do not count. */
  get offlineSince(): number | null {
    const since = this.#offlineSince;
    return since !== null && this.#now - since >= patience ? since : null;
  }

  #tick(): void {
    this.#now = this.board.now();
    if (this.board.online) this.#offlineSince = null;
    else this.#offlineSince ??= this.#now;
  }

  #timeLeft(): TimeLeft | null {
    const timer = this.board.session?.timer;
    if (!timer || timer.state === 'off') return null;
    const t = words(wall);
    // a clock that was just started is not longer than it is, whatever the two clocks differ
    const ms = timer.state === 'running' ? Math.min(timer.total, timer.endsAt - this.#now) : timer.left;
    const left = Math.max(0, Math.ceil(ms / 1_000));
    const ending = left <= last && timer.state === 'running';
    const label =
      timer.state === 'paused'
        ? t.still
        : left === 0
          ? t.timeUp
          : ending
            ? t.roundOff
            : left < 60
              ? t.seconds
              : t.minutes;
    return {
      left,
      total: timer.total / 1_000,
      form: left < 60 ? 'seconds' : 'minutes',
      tone: ending ? 'heat' : 'sun',
      label,
      spoken: left === 0 ? t.timeUp : t.timeSpoken(Math.floor(left / 60), left % 60),
    };
  }

  #frame(): WallFrameTexts {
    const session = this.board.session;
    const t = words(wall);
    const address = this.address;
    return {
      title: session?.title ?? words(common).product,
      phase: this.#phaseWords(),
      join: session?.doors === 'shut' ? t.doorsShut : address ? t.joinAt(address.typed) : t.joinWith,
      code: this.board.code,
      anchorsHeading: words(common).anchors,
      anchors: session?.anchors ?? [],
      ...(session?.rehearsalOf ? { mark: words(common).rehearsal } : {}),
    };
  }

  #phaseWords(): string {
    const { session, phase } = this.board;
    const t = words(wall);
    if (!session) return '';
    if (session.screen === 'break') return t.break;
    if (!phase || !isOn(phase, session.state)) {
      if (session.state === 'prepared') return t.notOpenYet;
      return session.state === 'ended' ? t.ended : t.welcome;
    }
    return placeWords(session.format, phase);
  }
}

const key = Symbol('scene');

export function provideScene(scene: Scene): Scene {
  return setContext(key, scene);
}

export function useScene(): Scene {
  const scene = getContext<Scene | undefined>(key);
  if (!scene) throw new Error('No scene here: a screen of the wall is drawn inside views/wall/Screen.svelte.');
  return scene;
}
