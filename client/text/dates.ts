/** Dates and times as people write them, in this device's time zone. */
import type { Language } from '../../shared/refusals.ts';

const locales = { nl: 'nl-NL', en: 'en-GB' } as const;

/** "20.05 uur", "20:05" */
export function clockTime(at: number, language: Language): string {
  const time = new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit' }).format(at);
  return language === 'nl' ? `${time.replace(':', '.')} uur` : time;
}

/** "donderdag 12 november 2026" */
export function longDate(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'full' }).format(at);
}

/** "12 november 2026" */
export function shortDate(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long' }).format(at);
}
