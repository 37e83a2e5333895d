/**
 * One person's answers: what was sent, what is filled in now, and sending it. What was filled in stays on this device until it
 * arrived: a reload or a lost connection takes nothing.
 */
import * as v from 'valibot';
import type { OwnAnswers } from '../../../shared/api/polls.ts';
import { answersSchema, type Answers } from '../../../shared/polling.ts';
import type { Api, ProblemCode } from '../../connection/api.ts';

interface Place {
  code: string;
  phase: string;
  run: number;
  /** of the participant: a library's computer serves many */
  person: number;
}

export class Answering {
  /** question → what is filled in, as the form has it: null is "weet ik niet" */
  given = $state.raw<Answers>({});
  loaded = $state(false);
  sent = $state(false);
  changed = $state(false);
  busy = $state(false);
  /** send was pressed, and it did not arrive */
  waiting = $state(false);
  problem = $state<ProblemCode | null>(null);
  readonly #api: Pick<Api, 'get' | 'send'>;
  readonly #path: string;
  readonly #key: string;
  readonly #storage: Storage;

  constructor(api: Pick<Api, 'get' | 'send'>, { code, phase, run, person }: Place, storage: Storage = localStorage) {
    this.#api = api;
    this.#path = `/sessions/${code}/answers/${phase}`;
    // Under the name of ballots, so that whoever is done on this device takes it along.
    this.#key = `kantelbord:ballot:${code}:answers:${phase}:${run}:${person}`;
    this.#storage = storage;
    const kept = this.#kept();
    if (!kept) return;
    this.given = kept;
    this.changed = true;
  }

  /** What was sent before, on any device of this person; it never takes away what was filled in meanwhile. */
  async load(): Promise<void> {
    const reply = await this.#api.get<OwnAnswers>(this.#path);
    this.loaded = true;
    if (!reply.ok) return;
    this.sent = reply.value.answers !== null;
    if (reply.value.answers !== null && !this.changed) this.given = reply.value.answers;
  }

  set(question: string, value: string | number | null | undefined): void {
    const { [question]: _, ...others } = this.given;
    this.given = value === undefined || value === '' ? others : { ...others, [question]: value };
    this.changed = true;
    this.waiting = false;
    attempt(() => this.#storage.setItem(this.#key, JSON.stringify(this.given)), undefined);
  }

  get empty(): boolean {
    return Object.keys(this.given).length === 0;
  }

  async send(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const answers = this.given;
    const reply = await this.#api.send<OwnAnswers>('PUT', this.#path, { answers });
    this.busy = false;
    this.waiting = !reply.ok && reply.code === 'offline';
    this.problem = reply.ok ? null : reply.code;
    if (!reply.ok) return;
    this.sent = true;
    if (this.given !== answers) return; // typed on meanwhile: that is not sent yet
    this.changed = false;
    attempt(() => this.#storage.removeItem(this.#key), undefined);
  }

  /** The connection is back. */
  retry(): void {
    if (this.waiting) void this.send();
  }

  #kept(): Answers | null {
    return attempt(() => v.parse(answersSchema, JSON.parse(this.#storage.getItem(this.#key) ?? 'null')), null);
  }
}

/** Private windows and full disks refuse storage; then the answers are only in memory. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
