import { readAmount, scaleOf } from './amount.ts';
import { fault, type Fault } from './faults.ts';
import { voteTypes, type Pabulib, type PabulibProject, type PabulibVote, type VoteType } from './file.ts';
import { readNote } from './note.ts';
import { readRows, type Row } from './rows.ts';

const sections = ['META', 'PROJECTS', 'VOTES'] as const;

/** Keys without which a file can not be counted; the others that Pabulib requires only describe it. */
const required = ['num_projects', 'num_votes', 'budget', 'vote_type'] as const;

const ownColumns = ['project_id', 'cost', 'name', 'selected'];

interface Table {
  title: string;
  columns: string[];
  rows: { line: number; get: (column: string) => string | undefined }[];
  /** of the header */
  line: number;
}

/** Reads a whole file, or says on which line it goes wrong and how. */
export function parsePabulib(text: string): { ok: true; file: Pabulib } | Fault {
  const split = readRows(text);
  if (!split.ok) return split;
  const tables = readTables(split.rows);
  if (!tables.ok) return tables;
  const [metaTable, projectTable, voteTable] = tables.list;

  const meta = readMeta(metaTable!);
  if (!meta.ok) return meta;
  const { lines, values } = meta;
  const missing = required.find((key) => values[key] === undefined);
  if (missing !== undefined) return fault(metaTable!.line, 'missing', missing);
  const voteType = voteTypes.find((one) => one === values.vote_type);
  if (voteType === undefined) return fault(lines.vote_type!, 'kind', values.vote_type!);

  const costs = projectTable!.rows.map(({ get }) => get('cost')!);
  const least = readNote(values.comment)?.scale ?? 1;
  const scale = [values.budget!, ...costs].reduce((most, amount) => Math.max(most, scaleOf(amount)), least);
  const budget = readAmount(values.budget!, scale);
  if (budget === null) return fault(lines.budget!, 'number', 'budget', values.budget!);
  const projects = readProjects(projectTable!, scale);
  if (!projects.ok) return projects;
  const votes = readVotes(voteTable!, voteType, new Set(projects.list.map(({ id }) => id)));
  if (!votes.ok) return votes;
  for (const [key, code, found] of [
    ['num_projects', 'projects', projects.list.length],
    ['num_votes', 'votes', votes.list.length],
  ] as const) {
    if (Number(values[key]) !== found) return fault(lines[key]!, code, found, values[key]!);
  }
  return {
    ok: true,
    file: { meta: values, lines, voteType, scale, budget, projects: projects.list, votes: votes.list },
  };
}

function readTables(rows: readonly Row[]): { ok: true; list: Table[] } | Fault {
  if (rows.length === 0) return fault(1, 'empty');
  const end = rows.at(-1)!.line + 1;
  const list: Table[] = [];
  let at = 0;
  for (const title of sections) {
    const head = rows[at];
    if (head?.fields[0] !== title) return fault(head?.line ?? end, 'section', title);
    const header = rows[at + 1];
    if (!header) return fault(end, 'section', `${title}: header`);
    const table = readTable(title, header, rows.slice(at + 2));
    if (!table.ok) return table;
    list.push(table.table);
    at += 2 + table.table.rows.length;
  }
  return { ok: true, list };
}

const needed = { META: ['key', 'value'], PROJECTS: ['project_id', 'cost'], VOTES: ['voter_id', 'vote'] };

/** Up to the title of the next section, or the end. */
function readTable(
  title: (typeof sections)[number],
  header: Row,
  below: readonly Row[],
): { ok: true; table: Table } | Fault {
  const columns = header.fields;
  const missing = needed[title].find((column) => !columns.includes(column));
  if (missing !== undefined) return fault(header.line, 'header', title, missing);
  const double = firstDouble(columns);
  if (double !== undefined) return fault(header.line, 'twice', double);
  const next = below.findIndex(({ fields }) => fields.length === 1 && sections.some((one) => one === fields[0]));
  const rows = next < 0 ? below : below.slice(0, next);
  const places = new Map(columns.map((column, place) => [column, place]));
  for (const { line, fields } of rows) {
    if (fields.length === 1 && fields[0] === '') return fault(line, 'blank');
    if (fields.length !== columns.length) return fault(line, 'width', fields.length, columns.length);
  }
  return {
    ok: true,
    table: {
      title,
      columns,
      line: header.line,
      rows: rows.map(({ line, fields }) => ({ line, get: (column) => fields[places.get(column) ?? -1] })),
    },
  };
}

function readMeta({ rows }: Table) {
  const values = new Map<string, string>();
  const lines = new Map<string, number>();
  for (const { line, get } of rows) {
    const key = get('key')!;
    if (values.has(key)) return fault(line, 'twice', key);
    values.set(key, get('value')!);
    lines.set(key, line);
  }
  return { ok: true as const, values: Object.fromEntries(values), lines: Object.fromEntries(lines) };
}

function readProjects({ rows, columns }: Table, scale: number): { ok: true; list: PabulibProject[] } | Fault {
  const list: PabulibProject[] = [];
  const seen = new Set<string>();
  for (const { line, get } of rows) {
    const id = get('project_id')!;
    if (seen.has(id)) return fault(line, 'twice', id);
    seen.add(id);
    const cost = readAmount(get('cost')!, scale);
    if (cost === null) return fault(line, 'number', 'cost', get('cost')!);
    const selected = get('selected');
    if (selected !== undefined && !/^[0-3]?$/.test(selected)) return fault(line, 'number', 'selected', selected);
    list.push({
      id,
      line,
      cost,
      name: get('name') ?? id,
      selected: selected === undefined || selected === '' ? null : Number(selected),
      more: Object.fromEntries(columns.filter((one) => !ownColumns.includes(one)).map((one) => [one, get(one)!])),
    });
  }
  return { ok: true, list };
}

function readVotes(
  { rows, columns, line: header }: Table,
  voteType: VoteType,
  known: ReadonlySet<string>,
): { ok: true; list: PabulibVote[] } | Fault {
  const hasPoints = voteType === 'cumulative' || voteType === 'scoring';
  if (hasPoints && !columns.includes('points')) return fault(header, 'header', 'VOTES', 'points');
  const list: PabulibVote[] = [];
  const voters = new Set<string>();
  for (const { line, get } of rows) {
    const voter = get('voter_id')!;
    if (voters.has(voter)) return fault(line, 'twice', voter);
    voters.add(voter);
    const projects = splitList(get('vote')!);
    const stranger = projects.find((id) => !known.has(id));
    if (stranger !== undefined) return fault(line, 'unknown', stranger);
    const double = firstDouble(projects);
    if (double !== undefined) return fault(line, 'twice', double);
    if (voteType === 'choose-1' && projects.length > 1) return fault(line, 'choose');
    const points = hasPoints ? splitList(get('points')!) : [];
    if (hasPoints && points.length !== projects.length) return fault(line, 'points');
    const wrong = points.find((one) => !/^\d{1,9}(\.0*)?$/.test(one));
    if (wrong !== undefined) return fault(line, 'number', 'points', wrong);
    list.push({ voter, projects, points: points.map(Number), paper: get('voting_method') === 'paper' });
  }
  return { ok: true, list };
}

function splitList(text: string): string[] {
  return text === '' ? [] : text.split(',').map((one) => one.trim());
}

function firstDouble(list: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return list.find((one) => seen.size === seen.add(one).size);
}
