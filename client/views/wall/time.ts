import type { Language } from '../../../shared/refusals.ts';

/** "20.45" as Dutch walls and programmes write it; "20:45" in English. In the time of the hall, that is of this screen. */
export function clockTime(ms: number, language: Language): string {
  const time = new Date(ms);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(time.getHours())}${language === 'nl' ? '.' : ':'}${two(time.getMinutes())}`;
}
