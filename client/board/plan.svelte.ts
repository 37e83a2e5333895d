/**
 * A plan that is open on this page, as Svelte state. Typing goes into its document letter by letter; undo takes back what was
 * typed here in one field, and nothing of anybody else.
 */
import * as Y from 'yjs';
import { fieldsMap, replaceText } from '../../shared/document.ts';
import { readFields } from '../../shared/plans.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import { browserShelf } from '../connection/journal.ts';
import { PlanConnection } from '../connection/plan.ts';
import type { Board } from './board.svelte.ts';
import { device, onWaking } from './device.ts';
import type { SavedState } from './link.svelte.ts';

const idle = 4_000;

export class OpenPlan {
  readonly id: string;
  readonly #board: Board;
  #connection: PlanConnection | null = null;
  #fields = $state.raw<Readonly<Record<string, string>>>({});
  #loaded = $state(false);
  #saved = $state<SavedState>('waiting');
  #back = $state.raw<PlanConnection['back']>(null);
  #closed = $state<RefusalCode | null>(null);
  #here = $state(0);
  #resting: ReturnType<typeof setTimeout> | undefined;
  #undo: { field: string; manager: Y.UndoManager } | null = null;

  constructor(board: Board, id: string) {
    this.#board = board;
    this.id = id;
  }

  /** Connects; gives the way to stop. */
  open(): () => void {
    let closed = false;
    let close = () => undefined as void;
    const { code, role } = this.#board;
    void browserShelf(`${code}:${role}`).then((shelf) => {
      if (closed) return;
      const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
      const connection = new PlanConnection({
        url: `${scheme}://${location.host}/sync`,
        code,
        plan: this.id,
        params: { role },
        shelf,
        WebSocket,
        ...device,
        on: {
          document: (doc) => this.#watch(doc),
          status: () => this.#read(connection),
          pulse: ({ here }) => (this.#here = here),
        },
      });
      this.#connection = connection;
      const unwake = onWaking(() => connection.check());
      close = () => (unwake(), connection.close());
      void connection.open();
    });
    return () => {
      closed = true;
      clearTimeout(this.#resting);
      this.#undo?.manager.destroy();
      close();
    };
  }

  get fields(): Readonly<Record<string, string>> {
    return this.#fields;
  }
  /** there is something to type in */
  get loaded(): boolean {
    return this.#loaded;
  }
  get saved(): SavedState {
    return this.#saved;
  }
  /** what was refused, to be copied */
  get back(): PlanConnection['back'] {
    return this.#back;
  }
  get closed(): RefusalCode | null {
    return this.#closed;
  }
  /** people who have it open, this page among them */
  get here(): number {
    return this.#here;
  }

  type(field: string, wanted: string): void {
    const text = this.#text(field);
    const connection = this.#connection;
    if (!text || !connection) return;
    connection.doc.transact(() => replaceText(text, wanted), connection);
    connection.setWriting(true);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => connection.setWriting(false), idle);
  }

  /** Somebody begins to type in this field: from here on it can be taken back. */
  focus(field: string): void {
    this.#undo?.manager.destroy();
    const text = this.#text(field);
    this.#undo = text && {
      field,
      manager: new Y.UndoManager(text, { trackedOrigins: new Set([this.#connection]) }),
    };
  }

  undo(): void {
    this.#undo?.manager.undo();
  }

  redo(): void {
    this.#undo?.manager.redo();
  }

  forgetBack(): void {
    this.#connection?.forgetBack();
  }

  #text(field: string): Y.Text | null {
    return (this.#connection && fieldsMap(this.#connection.doc).get(field)) ?? null;
  }

  #watch(doc: Y.Doc): void {
    const before = this.#undo?.field;
    this.#undo?.manager.destroy();
    this.#undo = null;
    const read = () => {
      const fields = readFields(doc);
      this.#loaded = Object.keys(fields).length > 0;
      // a fresh document is empty until the server has answered: what people see and type in stays
      if (this.#loaded) this.#fields = fields;
      if (this.#loaded && before !== undefined && !this.#undo) this.focus(before);
    };
    doc.on('update', read);
    read();
  }

  #read({ online, synced, unsaved, back, closed }: PlanConnection): void {
    this.#back = back;
    this.#closed = closed;
    this.#saved = !online ? 'offline' : unsaved || !synced ? 'waiting' : 'saved';
  }
}
