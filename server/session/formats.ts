/** The werkvorm of a session: chosen or brought along at opening, and adapted before and during the evening. */
import type * as Api from '../../shared/api.ts';
import type { Format, Phase } from '../../shared/format.ts';
import { checkFormat, faultText } from '../../shared/faults.ts';
import { formatOf } from '../../shared/formats/formats.ts';
import { readCards } from '../../shared/document.ts';
import { refuse, yes, type Refusal, type Yes } from '../../shared/refusals.ts';
import { setSession } from '../../shared/stamp.ts';
import type { Hall, Scene } from './hall.ts';
import { answer, type Answer, type Services } from './services.ts';

export function makeFormats(hall: Hall): Services['formats'] {
  return {
    get(ask) {
      const scene = hall.lead(ask);
      return scene.ok ? answer({ kantelbordFormat: 1 as const, format: scene.value.session.format }) : scene;
    },

    set(ask, input) {
      const scene = hall.may(ask, { type: 'format.set' });
      if (!scene.ok) return scene;
      const read = lawful(input);
      if (!read.ok) return read;
      const kept = keepsWhatWas(scene.value, read.value);
      if (!kept.ok) return kept;
      hall.act(scene.value, 'format.set', read.value.id, (doc) => setSession(doc, { format: read.value }));
      return answer(null);
    },
  };
}

/** The format a session is opened with: a copy of its own. */
export function chosenFormat({ format, ownFormat }: Pick<Api.OpenSession, 'format' | 'ownFormat'>): Answer<Format> {
  if (ownFormat !== undefined) return lawful(ownFormat);
  const known = formatOf(format ?? '');
  return known ? lawful(known) : refuse('bad_request', 'format');
}

function lawful(value: unknown): Answer<Format> {
  const read = checkFormat(structuredClone(value));
  return read.ok ? answer(read.format) : refuse('bad_format', faultText(read.faults));
}

/**
 * Cards, ballots and results hang on the ids of phases, kinds and groups: what has been used stays. A phase that was held
 * keeps its kind and settings; its words, its minutes and whether it is left out may change.
 */
function keepsWhatWas({ session, doc, register }: Scene, after: Format): Yes | Refusal {
  const { format, runs, phase: current } = session;
  for (const before of format.phases) {
    if ((runs[before.id] ?? 0) === 0) continue;
    const now = after.phases.find(({ id }) => id === before.id);
    if (!now || settingsOf(now) !== settingsOf(before)) return refuse('phase_fixed', before.id);
    if (now.left && before.id === current) return refuse('phase_fixed', before.id);
  }
  const kinds = new Set(readCards(doc).map(({ kind }) => kind));
  const kind = format.cardKinds.find(({ id }) => kinds.has(id) && !after.cardKinds.some((one) => one.id === id));
  if (kind) return refuse('phase_fixed', kind.id);
  const groups = new Set(register.people.map(({ group }) => group));
  const group = format.groups.find(({ id }) => groups.has(id) && !after.groups.some((one) => one.id === id));
  return group ? refuse('phase_fixed', group.id) : yes;
}

function settingsOf(phase: Phase): string {
  const { title: _title, prompt: _prompt, minutes: _minutes, left: _left, ...settings } = phase;
  return JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
}
