import type { FormatList, OpenSession, Opened, ServerInfo } from '../../../shared/api.ts';
import { checkFormat, type Fault } from '../../../shared/faults.ts';
import type { Format } from '../../../shared/format.ts';
import { shownFormat } from '../../../shared/formatlist.ts';
import { limits } from '../../../shared/limits.ts';
import { makeApi, type Api, type ProblemCode, type Reply } from '../../connection/api.ts';
import { readFile } from '../console/format/file.ts';
import { language } from '../../text/language.svelte.ts';

const storageKey = 'kantelbord:start';
/** id of the format brought along, among the others */
const own = '(own)';

/** What is typed and survives a reload. The key does not: it is a secret. */
interface Typed {
  format: string;
  title: string;
  question: string;
  organiser: string;
  anchors: string[];
  when: 'now' | 'later';
}

export type Wrong = 'missing' | 'long' | null;

/** A session to be: what was typed, and the way from there to a console. */
export class StartForm {
  typed = $state<Typed>({ format: '', title: '', question: '', organiser: '', anchors: [''], when: 'now', ...kept() });
  createKey = $state('');
  #listed = $state.raw<FormatList | null>(null);
  /** brought along as a file; `ownFaults` when it is not right */
  #own = $state.raw<Format | null>(null);
  ownFaults = $state.raw<{ faults: readonly Fault[]; format: unknown } | null>(null);
  server = $state.raw<ServerInfo | null>(null);
  problem = $state<ProblemCode | null>(null);
  /** why a file was not taken; `line`: where in it, and what is wrong there */
  refused = $state.raw<{ code: ProblemCode; line: string | null } | null>(null);
  busy = $state(false);
  /** the session is there; the console opens */
  opened = $state(false);
  /** from the first press on the button, what is wrong is said */
  checked = $state(false);

  readonly #api: Api;
  readonly #go: (address: string) => void;

  constructor(api: Api = makeApi(null), go: (address: string) => void = (address) => location.assign(address)) {
    this.#api = api;
    this.#go = go;
  }

  /** Whatever the server has to tell before somebody can begin; again after a language change. */
  async load(): Promise<void> {
    const [formats, server] = await Promise.all([
      this.#api.get<FormatList>(`/formats?language=${language.current}`),
      this.#api.get<ServerInfo>('/server'),
    ]);
    if (formats.ok) this.#listed = formats.value;
    if (server.ok) this.server = server.value;
    this.problem = !formats.ok ? formats.code : !server.ok ? server.code : null;
    const known = this.formats?.some(({ id }) => id === this.typed.format);
    if (!known) this.typed.format = this.formats?.[0]?.id ?? '';
  }

  /** What can be chosen, one's own last; null until the server has told. */
  get formats(): FormatList | null {
    if (!this.#listed || !this.#own) return this.#listed;
    return [...this.#listed, { ...shownFormat(this.#own, language.current), id: own }];
  }

  /** Reads a format out of a file; false when there is none in it. What is wrong with it is in `ownFaults`. */
  bring(text: string): boolean {
    const found = readFile(text);
    if (found === null) return false;
    const read = checkFormat(found);
    this.ownFaults = read.ok ? null : { faults: read.faults, format: found };
    if (read.ok) {
      this.#own = read.format;
      this.typed.format = own;
    }
    return true;
  }

  get wrong() {
    const { title, question, organiser, anchors } = this.typed;
    return {
      title: check(title, limits.sessionTitleLength, true),
      question: check(question, limits.questionLength, true),
      organiser: check(organiser, limits.organiserLength),
      anchors: anchors.map((anchor) => check(anchor, limits.anchorLength)),
      createKey: this.server?.createKey ? check(this.createKey, 200, true) : null,
    };
  }

  get ready(): boolean {
    const { anchors, ...others } = this.wrong;
    return this.typed.format !== '' && [...Object.values(others), ...anchors].every((wrong) => wrong === null);
  }

  keep(): void {
    store(JSON.stringify(this.typed));
  }

  async submit(): Promise<void> {
    this.checked = true;
    if (!this.ready || this.busy) return;
    const { when, anchors, format, ...typed } = $state.snapshot(this.typed);
    const input: OpenSession = {
      ...typed,
      ...(format === own && this.#own ? { ownFormat: { ...this.#own } } : { format }),
      anchors: anchors.map((anchor) => anchor.trim()).filter((anchor) => anchor !== ''),
      language: language.current,
      open: when === 'now',
      ...(this.server?.createKey ? { createKey: this.createKey } : {}),
    };
    this.busy = true;
    await this.#enter(await this.#api.send<Opened>('POST', '/sessions', input));
  }

  /** A session that was kept, or the projects of a Pabulib file; `votes`: with its ballots, as a vote that was held. */
  async import(file: File, votes = false): Promise<void> {
    this.busy = true;
    const text = await file.text();
    const projects = /^\s*META\s/.test(text) || file.name.toLowerCase().endsWith('.pb');
    const given = projects ? text : parse(text);
    const key = this.server?.createKey ? { 'X-Kantelbord-Create-Key': this.createKey } : undefined;
    const asked = projects ? `?language=${language.current}&votes=${votes}` : '';
    const reply: Reply<Opened> =
      given === undefined
        ? { ok: false, code: 'bad_import', detail: null }
        : await this.#api.send<Opened>('POST', `/sessions/import${asked}`, given, key);
    this.refused = reply.ok ? null : { code: reply.code, line: projects ? reply.detail : null };
    await this.#enter(reply);
    this.problem = null;
  }

  /** Signs the facilitator in and goes to the console, which offers once to keep the link. */
  async #enter(reply: Reply<Opened>): Promise<void> {
    this.problem = reply.ok ? null : reply.code;
    this.busy = reply.ok;
    if (!reply.ok) return;
    this.opened = true;
    const { code, facilitatorToken } = reply.value;
    const handedOver = store(facilitatorToken, `kantelbord:key:${code}`);
    const signedIn = await makeSignIn(this.#api, code, facilitatorToken);
    store(null);
    // Without storage or cookie the fragment does the same: the console exchanges it and wipes it.
    this.#go(`/s/${code}/console${handedOver && signedIn ? '' : `#${facilitatorToken}`}`);
  }
}

async function makeSignIn(api: Api, code: string, token: string): Promise<boolean> {
  const reply = await api.send('POST', `/sessions/${code}/facilitators`, { token });
  return reply.ok;
}

function check(text: string, most: number, required = false): Wrong {
  const length = text.trim().length;
  if (length > most) return 'long';
  return required && length === 0 ? 'missing' : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // not JSON, so not one of our files: the caller says so
  }
}

/** False where the browser stores nothing. */
function store(value: string | null, key = storageKey): boolean {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

function kept(): Partial<Typed> {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Partial<Typed>;
  } catch {
    return {}; // nothing stored, or nothing we understand: an empty form
  }
}
