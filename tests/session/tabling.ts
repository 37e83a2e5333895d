/** An evening with the phases that give people a place: format, people by group, and where they sit. */
import type { Format, Phase } from '../../shared/format.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import { readLive } from '../../shared/document.ts';
import { readSeating } from '../../shared/seating.ts';
import { setSession } from '../../shared/stamp.ts';
import { Evening, value, type Options, type Person } from './evening.ts';

const said = { nl: 'Zeg het.', en: 'Say it.' };
const about = { title: said, prompt: said, minutes: 10 };

export const talk = (id: string, way: 'mixed' | 'newNeighbours' | 'keep' | 'theme', size = 5): Phase => ({
  ...about,
  id,
  kind: 'contribute',
  cardKind: 'idea',
  maxPerPerson: 5,
  seating: { way, size },
});
export const lot = (id: string, places: Record<string, number>): Phase => ({
  ...about,
  id,
  kind: 'assign',
  way: 'draw',
  places,
});
export const themes = (id: string, size = 5, atLeast = {}): Phase => ({
  ...about,
  id,
  kind: 'assign',
  way: 'choice',
  options: { from: 'clusters' },
  size,
  atLeast,
});
export const homes = (id: string, size = 5): Phase => ({ ...about, id, kind: 'assign', way: 'neighbourhood', size });

const groups = ['inwoner', 'raadslid'].map((id) => ({ id, title: { nl: id, en: id } }));

export class Tabling extends Evening {
  constructor(phases: Phase[], options: Options = {}) {
    super(options);
    const format: Format = { ...ideeenronde, groups, phases: [...phases, ...ideeenronde.phases] };
    this.room.change((doc) => setSession(doc, { format, showTables: true }));
  }

  get register() {
    return this.server.door.registers.of(this.code);
  }

  /** So many of each group, one after the other. */
  come(count: number, group = 'inwoner'): Person[] {
    return Array.from({ length: count }, () => this.join({ group }));
  }

  /** Per table the numbers of who sits there, in the newest seating. */
  tables(): number[][] {
    return value(this.services.tables.list(this.lead)).rounds.at(-1)?.tables ?? [];
  }

  /** What everybody sees. */
  notice() {
    const { phase, run } = this.session;
    return readSeating(readLive(this.room.doc), phase!, run);
  }

  tableOf(person: Person): number | null {
    return value(this.services.people.me(person.ask)).participant!.table;
  }
}

/** How many times two people sit at one table, over these rounds; the most for any two. */
export function mostMeetings(rounds: readonly number[][][]): number {
  const met = new Map<string, number>();
  for (const table of rounds.flat()) {
    for (const one of table)
      for (const other of table) if (one < other) met.set(`${one} ${other}`, (met.get(`${one} ${other}`) ?? 0) + 1);
  }
  return Math.max(0, ...met.values());
}
