/** How a clock is written: minutes 7:41, or plain seconds 37 (for a pitch of one minute). */
export type ClockForm = 'minutes' | 'seconds';

/** The parts around the colon; only the last for seconds. Time over is zero. */
export function clockParts(left: number, form: ClockForm = 'minutes'): string[] {
  const seconds = Math.max(0, Math.ceil(left));
  if (form === 'seconds') return [String(seconds)];
  return [String(Math.floor(seconds / 60)), String(seconds % 60).padStart(2, '0')];
}

/** The part of the ring that is still there, 0 to 1, in steps of a second. */
export function clockRest(left: number, total: number): number {
  return total > 0 ? Math.min(1, Math.max(0, Math.ceil(left) / total)) : 0;
}
