/**
 * The language of the interface: the device's choice, else the session's, else Dutch. One for the whole page.
 */
import type { Words } from '../../shared/words.ts';
import { sentence, type Language, type RefusalKind } from '../../shared/refusals.ts';
import type { ProblemCode } from '../connection/api.ts';
import { common } from './common.ts';

const storageKey = 'kantelbord:language';

class LanguageChoice {
  #chosen = $state<Language | null>(stored());
  #session = $state<Language>('nl');

  constructor() {
    if (this.#chosen) this.#apply();
    // Chosen in another window of this device, which says so by itself.
    if (typeof window !== 'undefined')
      window.addEventListener('storage', ({ key }) => {
        if (key !== storageKey) return;
        this.#chosen = stored();
        this.#apply();
      });
  }

  get current(): Language {
    return this.#chosen ?? this.#session;
  }

  /** What the session speaks: used until somebody chooses on this device. */
  suggest(language: Language): void {
    this.#session = language;
    this.#apply();
  }

  choose(language: Language): void {
    this.#chosen = language;
    try {
      localStorage.setItem(storageKey, language);
    } catch {
      // A browser that stores nothing asks again next time; the choice holds for this page.
    }
    this.#apply();
  }

  #apply(): void {
    // Also when it is the same, setting it makes the browser work out the style of the whole page again.
    if (document.documentElement.lang !== this.current) document.documentElement.lang = this.current;
  }
}

/** The one choice of this page; views read `language.current`. */
export const language = new LanguageChoice();

/** The words of a dictionary in the current language; reactive where it is called in `$derived` or markup. */
export function words<T>(dictionary: { nl: T; en: T }): T {
  return dictionary[language.current];
}

/** Words that come with a format. */
export function said(text: Words): string {
  return text[language.current];
}

/** Sentences that come with the part of a page that can be refused so: the first load of a phone does without. */
const learned: Partial<Record<string, RefusalKind>> = {};
export function learn(sentences: Readonly<Record<string, RefusalKind>>): void {
  Object.assign(learned, sentences);
}

/** What people read when something was refused or the server was not reached. */
export function problem(code: ProblemCode): string {
  return code === 'offline'
    ? words(common).offlineProblem
    : (learned[code]?.[language.current] ?? sentence(code, language.current));
}

function stored(): Language | null {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === 'nl' || kept === 'en' ? kept : null;
  } catch {
    return null;
  }
}
