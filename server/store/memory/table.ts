/** Rows in a Map, and the log that puts back what a failed transaction changed. */
import type { Bounds } from '../transaction.ts';

export class UndoLog implements Bounds {
  #steps: (() => void)[] | null = null;

  note(step: () => void): void {
    this.#steps?.push(step);
  }

  begin(): void {
    this.#steps = [];
  }

  commit(): void {
    this.#steps = null;
  }

  rollback(): void {
    for (const step of this.#steps?.reverse() ?? []) step();
    this.#steps = null;
  }
}

/** Rows go in and come out as copies. They keep the order in which their keys came, also when a removal is undone. */
export class Table<Row extends object> {
  readonly #undo: UndoLog;
  readonly #keyOf: (row: Row) => Key;
  readonly #check: (row: Row) => void;
  readonly #rows = new Map<string, Placed<Row>>();
  #places = 0;

  /** `check` throws when a row may not be written. */
  constructor(undo: UndoLog, keyOf: (row: Row) => Key, check: (row: Row) => void = () => undefined) {
    this.#undo = undo;
    this.#keyOf = keyOf;
    this.#check = check;
  }

  add(row: Row): void {
    const key = this.#keyOf(row);
    if (this.get(key)) throw new Error(`There is a row with key ${key.join(' ')} already.`);
    this.put(row);
  }

  put(row: Row): void {
    this.#check(row);
    const key = JSON.stringify(this.#keyOf(row));
    const place = this.#rows.get(key)?.place ?? ++this.#places;
    this.#set(key, { place, row: structuredClone(row) });
  }

  get(key: Key): Row | null {
    const found = this.#rows.get(JSON.stringify(key));
    return found ? structuredClone(found.row) : null;
  }

  where(match: Partial<Row>): Row[] {
    const found = [...this.#rows.values()].filter(({ row }) => matches(row, match));
    return found.sort((a, b) => a.place - b.place).map(({ row }) => structuredClone(row));
  }

  remove(match: Partial<Row>): void {
    for (const [key, { row }] of [...this.#rows]) if (matches(row, match)) this.#set(key, undefined);
  }

  #set(key: string, next: Placed<Row> | undefined): void {
    const before = this.#rows.get(key);
    this.#undo.note(() => this.#restore(key, before));
    this.#restore(key, next);
  }

  #restore(key: string, placed: Placed<Row> | undefined): void {
    if (placed) this.#rows.set(key, placed);
    else this.#rows.delete(key);
  }
}

function matches<Row extends object>(row: Row, match: Partial<Row>): boolean {
  return (Object.keys(match) as (keyof Row)[]).every((field) => row[field] === match[field]);
}

export type Key = readonly (string | number)[];

interface Placed<Row> {
  place: number;
  row: Row;
}
