/** A format as the start page shows it before there is a session. */
import type { FormatList } from './api.ts';
import type { Format } from './format.ts';
import type { Language } from './refusals.ts';
import { say } from './words.ts';

export function shownFormat(format: Format, language: Language): FormatList[number] {
  const { id, title, summary, people, yields = [], phases } = format;
  const held = phases.filter(({ left }) => !left);
  return {
    id,
    title: say(title, language),
    summary: say(summary, language),
    people: people ? say(people, language) : '',
    yields: yields.map((words) => say(words, language)),
    minutes: held.reduce((sum, phase) => sum + phase.minutes, 0),
    phases: held.map(({ id: phase, kind, title: name, minutes, when }) => {
      return { id: phase, kind, title: say(name, language), minutes, ...(when ? { when } : {}) };
    }),
  };
}
