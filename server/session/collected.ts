/** Which ballots were printed and what became of each, and at which tables hands were counted; in memory and in the store. */
import { standingOf, type Standing } from '../../shared/electorate.ts';
import type { PaperCount } from '../../shared/model.ts';
import type { VoteRecord, VoteSettings } from '../../shared/vote.ts';
import type { Store } from '../store/store.ts';

/** The store has no code, only its hash: what was printed is on paper alone. */
export interface PaperRow {
  phase: string;
  run: number;
  group: string;
  is: 'printed' | 'counted' | 'aside';
  /** why it was set aside */
  reason?: string;
}

interface HandsRow {
  phase: string;
  run: number;
  table: number;
  people: number;
  /** how many of them the electorate grew by; absent in rows of before this was kept: all */
  admitted?: number;
}

type Run = Pick<VoteRecord, 'phase' | 'run'>;

export class Collected {
  readonly #store: Store;
  readonly #code: string;
  readonly #papers = new Map<string, PaperRow>();
  readonly #hands = new Map<string, HandsRow>();

  constructor(store: Store, code: string) {
    this.#store = store;
    this.#code = code;
    for (const { id, value } of store.records.of(code, 'paper')) this.#papers.set(id, value as PaperRow);
    for (const { id, value } of store.records.of(code, 'hands')) this.#hands.set(id, value as HandsRow);
  }

  paper(hash: string): PaperRow | undefined {
    return this.#papers.get(hash);
  }

  papersOf(run: Run): PaperRow[] {
    return [...this.#papers.values()].filter((row) => isOf(row, run));
  }

  setPaper(hash: string, row: PaperRow): void {
    this.#store.records.put({ session: this.#code, kind: 'paper', id: hash, value: row });
    this.#papers.set(hash, row);
  }

  handsOf(run: Run): HandsRow[] {
    return [...this.#hands.values()].filter((row) => isOf(row, run));
  }

  /** People whose hands were counted at this table; `more`: so many more of them were admitted than before. */
  setHands({ phase, run }: Run, table: number, people: number, more: number): void {
    const id = `${phase}:${run}:${table}`;
    const before = this.#hands.get(id);
    const row = { phase, run, table, people, admitted: (before?.admitted ?? before?.people ?? 0) + more };
    this.#store.records.put({ session: this.#code, kind: 'hands', id, value: row });
    this.#hands.set(id, row);
  }

  /** How many of those who decide voted on paper, or with a hand. */
  voted(vote: VoteRecord): number {
    const papers = this.papersOf(vote).filter((row) => row.is === 'counted' && decidesOnPaper(vote, row.group));
    return papers.length + this.handsOf(vote).reduce((sum, { people }) => sum + people, 0);
  }

  /** Null when nothing was printed. */
  countPapers(run: Run, waiting: number): PaperCount | null {
    const papers = this.papersOf(run);
    if (papers.length === 0) return null;
    const are = (is: PaperRow['is']) => papers.filter((row) => row.is === is).length;
    return { printed: papers.length, counted: are('counted'), aside: are('aside'), waiting };
  }

  /** Within the transaction that destroys the ballots of a run: none of its papers is counted any more. */
  clear(run: Run): void {
    for (const [hash, { reason: _, ...row }] of this.#papers) {
      if (isOf(row, run)) this.setPaper(hash, { ...row, is: 'printed' });
    }
    for (const [id, row] of this.#hands) {
      if (!isOf(row, run)) continue;
      this.#store.records.remove(this.#code, 'hands', id);
      this.#hands.delete(id);
    }
  }
}

/** Paper says of which group it is. Who hands it out sees to a duty, and takes a ticket for it. */
export function standingOnPaper(settings: VoteSettings, group: string): Standing {
  const { duty: _, ...electorate } = settings;
  return standingOf(electorate, { group, duties: [], ticket: true });
}

function decidesOnPaper({ settings }: VoteRecord, group: string): boolean {
  return standingOnPaper(settings, group) === 'decides';
}

function isOf(row: Run, { phase, run }: Run): boolean {
  return row.phase === phase && row.run === run;
}
