import { fault, type Fault } from './faults.ts';

/** One line of a `;`-separated file; a field in quotes may run over several lines of text. */
export interface Row {
  /** the line of the file it begins on, from 1 */
  line: number;
  fields: string[];
}

/** Splits a text into rows, with `"` as in CSV; a byte order mark and empty lines at the end are no rows. */
export function readRows(text: string): { ok: true; rows: Row[] } | Fault {
  const rows: Row[] = [];
  const field = /(?:"([^"]*(?:""[^"]*)*)"|([^;\r\n]*))(;|\r?\n|\r|$)/y;
  const source = text.replace(/^\ufeff/, '').trimEnd();
  let line = 1;
  let fields: string[] = [];
  let began = line;
  while (field.lastIndex < source.length || fields.length > 0) {
    const match = field.exec(source);
    if (!match) return fault(line, 'quote');
    const [whole, quoted, plain, end] = match;
    if (quoted === undefined && plain!.startsWith('"')) return fault(line, 'quote');
    fields.push(quoted === undefined ? plain!.trim() : quoted.replaceAll('""', '"'));
    line += whole.match(/\r?\n|\r/g)?.length ?? 0;
    if (end === ';') continue;
    rows.push({ line: began, fields });
    fields = [];
    began = line;
    if (end === '') break;
  }
  return { ok: true, rows };
}

/** A field as it is written: in quotes where it must be, on one line. */
export function writeField(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return /[;"]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
}
