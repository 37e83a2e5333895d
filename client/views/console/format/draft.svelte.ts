/** A programme while it is being changed: nobody else sees it until it is saved. */
import { checkFormat, type Fault } from '../../../../shared/faults.ts';
import type { Format, Phase } from '../../../../shared/format.ts';
import { formats } from '../../../../shared/formats/formats.ts';
import type { Language } from '../../../../shared/refusals.ts';

export class FormatDraft {
  #format = $state() as Format;
  readonly #runs: Readonly<Record<string, number>>;
  readonly #current: string | null;

  /** `runs`: how often each phase was held; `current`: the one that is on. */
  constructor(format: Format, runs: Readonly<Record<string, number>>, current: string | null) {
    this.#format = structuredClone($state.snapshot(format) as Format);
    this.#runs = runs;
    this.#current = current;
  }

  get phases(): readonly Phase[] {
    return this.#format.phases;
  }

  /** As it would be saved. */
  get format(): Format {
    return $state.snapshot(this.#format) as Format;
  }

  get faults(): readonly Fault[] {
    const read = checkFormat(this.format);
    return read.ok ? [] : read.faults;
  }

  wasHeld(id: string): boolean {
    return (this.#runs[id] ?? 0) > 0;
  }

  isOn(id: string): boolean {
    return id === this.#current;
  }

  nameIn(language: Language): string {
    return this.#format.title[language];
  }

  /** One's own words hold in both languages: nobody can be asked to translate in the middle of an evening. */
  rename(title: string): void {
    this.#format.title = { nl: title, en: title };
  }

  say(id: string, what: 'title' | 'prompt', text: string): void {
    this.#change(id, (phase) => (phase[what] = { nl: text, en: text }));
  }

  setMinutes(id: string, minutes: number): void {
    this.#change(id, (phase) => (phase.minutes = minutes));
  }

  /** Cards a person, or seconds a turn: the one number most evenings change. */
  setLimit(id: string, limit: number): void {
    this.#change(id, (phase) => {
      if (phase.kind === 'contribute') phase.maxPerPerson = limit;
      else if ('seconds' in phase) phase.seconds = limit;
    });
  }

  limitOf(phase: Phase): { unit: 'cards' | 'seconds'; limit: number } | null {
    if (phase.kind === 'contribute') return { unit: 'cards', limit: phase.maxPerPerson };
    return 'seconds' in phase ? { unit: 'seconds', limit: phase.seconds } : null;
  }

  /** The place it has now, from 1. */
  move(id: string, step: 1 | -1): number {
    const { phases } = this.#format;
    const from = phases.findIndex((phase) => phase.id === id);
    const to = from + step;
    if (from < 0 || to < 0 || to >= phases.length) return from + 1;
    phases.splice(to, 0, ...phases.splice(from, 1));
    return to + 1;
  }

  leave(id: string, left: boolean): void {
    this.#change(id, (phase) => {
      if (left) phase.left = true;
      else delete phase.left;
    });
  }

  remove(id: string): void {
    this.#format.phases = this.#format.phases.filter((phase) => phase.id !== id || this.wasHeld(id));
  }

  /** Adds a part of another format at the end, with the kinds of cards and the groups it needs. */
  add(from: Format, id: string): Phase | null {
    const found = from.phases.find((phase) => phase.id === id);
    if (!found) return null;
    const phase = { ...structuredClone(found), id: this.#freeId(found.id) };
    delete phase.left;
    this.#bring(from, phase);
    this.#format.phases.push(phase);
    return phase;
  }

  #bring(from: Format, phase: Phase): void {
    const text = JSON.stringify(phase);
    const has = (list: readonly { id: string }[], id: string) => list.some((one) => one.id === id);
    for (const kind of from.cardKinds) {
      if (text.includes(`"${kind.id}"`) && !has(this.#format.cardKinds, kind.id)) {
        this.#format.cardKinds.push(structuredClone(kind));
      }
    }
    for (const group of from.groups) {
      if (text.includes(`"${group.id}"`) && !has(this.#format.groups, group.id)) {
        this.#format.groups.push(structuredClone(group));
      }
    }
    const duties = [...new Set([...(this.#format.duties ?? []), ...(from.duties ?? [])])];
    if (duties.length > 0) this.#format.duties = duties;
  }

  #freeId(wanted: string): string {
    const taken = new Set([...this.#format.phases.map((phase) => phase.id), ...Object.keys(this.#runs)]);
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted.slice(0, 36)}-${n}`;
    return id;
  }

  #change(id: string, change: (phase: Phase) => void): void {
    const phase = this.#format.phases.find((one) => one.id === id);
    if (phase) change(phase);
  }
}

/** All parts there are, by format: `format/phase` → both. */
export function partOf(value: string): { from: Format; phase: Phase } | null {
  const [format, id] = value.split('/');
  const from = formats.find((one) => one.id === format);
  const phase = from?.phases.find((one) => one.id === id);
  return from && phase ? { from, phase } : null;
}
