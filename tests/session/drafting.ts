/** People at tables, in the middle of drafting. */
import { memoryStore } from '../../server/store/memory.ts';
import { fieldsMap } from '../../shared/document.ts';
import { readPlans, type Plan } from '../../shared/plans.ts';
import { Guest } from '../support/guest.ts';
import { Evening, value, type Person } from './evening.ts';

/** A G1000 with a person at each of these tables. */
export class Drafting {
  readonly evening: Evening;
  readonly people: Person[];

  constructor(tables: number[], store = memoryStore()) {
    this.evening = new Evening({ store, open: { format: 'g1000' } });
    this.people = tables.map((table) => this.evening.join({ table }));
  }

  /** the part in which plans are drafted */
  get phase(): string {
    return this.evening.session.format.phases.find(({ kind }) => kind === 'draft')!.id;
  }

  begin(): void {
    value(this.evening.move(this.phase));
  }

  plans(): Plan[] {
    return readPlans(this.evening.room.doc);
  }

  planOf(table: number): Plan {
    const { session } = this.evening;
    return this.plans().find((plan) => plan.table === table && plan.run === session.run)!;
  }

  /** Somebody with this plan on their screen. */
  open(person: Person, plan: Plan): Guest {
    const { evening } = this;
    const guest = new Guest({
      room: () => evening.server.rooms.open(evening.code, plan.id),
      clock: evening.clock,
      identity: person.ask.identity,
      own: true,
    });
    guest.enter();
    return guest;
  }
}

export function write(guest: Guest, words: Record<string, string>): void {
  for (const [field, text] of Object.entries(words)) fieldsMap(guest.doc).get(field)!.insert(0, text);
}
