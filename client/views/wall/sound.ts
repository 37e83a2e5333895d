/**
 * What the wall may let be heard (LOOK 7): soft wood, made on the spot, each under 400 ms. Off unless the facilitator switches
 * it on, and a browser keeps it silent until somebody has pressed something on this page. Never the only sign of anything.
 */
export type Heard = 'tap' | 'taps' | 'hammer';

/** when, how high, how loud and how long (seconds) each knock of a sound is */
const knocks: Readonly<Record<Heard, readonly (readonly [at: number, pitch: number, gain: number, length: number])[]>> =
  {
    tap: [[0, 820, 0.35, 0.09]],
    taps: [
      [0, 820, 0.4, 0.09],
      [0.18, 700, 0.4, 0.11],
    ],
    hammer: [
      [0, 240, 0.7, 0.16],
      [0.02, 120, 0.6, 0.3],
    ],
  };

export class Sound {
  #context: AudioContext | null = null;

  /** Whether this screen may be heard: somebody pressed something. */
  get allowed(): boolean {
    return this.#context?.state === 'running';
  }

  /** Call it from a press: browsers allow sound from then on. Gives whether it is. */
  async allow(): Promise<boolean> {
    if (typeof AudioContext === 'undefined') return false;
    this.#context ??= new AudioContext();
    await this.#context.resume();
    if (this.allowed) this.play('tap');
    return this.allowed;
  }

  /** Nothing is heard while it is not allowed: no sound is saved up for later. */
  play(what: Heard): void {
    const context = this.#context;
    if (!context || !this.allowed) return;
    for (const [at, pitch, gain, length] of knocks[what]) knock(context, context.currentTime + at, pitch, gain, length);
  }

  close(): void {
    void this.#context?.close();
    this.#context = null;
  }
}

/** A falling tone that dies away: wood on wood. */
function knock(context: AudioContext, at: number, pitch: number, loud: number, length: number): void {
  const tone = context.createOscillator();
  const gain = context.createGain();
  tone.type = 'triangle';
  tone.frequency.setValueAtTime(pitch, at);
  tone.frequency.exponentialRampToValueAtTime(pitch * 0.55, at + length);
  gain.gain.setValueAtTime(loud, at);
  gain.gain.exponentialRampToValueAtTime(0.001, at + length);
  tone.connect(gain).connect(context.destination);
  tone.start(at);
  tone.stop(at + length);
}

/**
 * What a clock lets be heard when it goes from one second to another: a tap at ten seconds left, two when time is up. Nothing
 * when it jumped there, was set still, or was shorter than that from the start.
 */
export function heardBetween(before: number | null, left: number, total: number): Heard | null {
  if (before === null || before - left !== 1) return null;
  if (left === 0) return 'taps';
  return left === 10 && total > 10 ? 'tap' : null;
}
