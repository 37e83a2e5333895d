/** An evening in which votes need a ticket: residents decide, councillors are counted apart. */
import type { VotePhase } from '../../shared/format.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import { readTicket } from '../../shared/tickets.ts';
import { Evening, value, type Options, type Person } from './evening.ts';

const dots = { kind: 'dots', dots: 3, maxPerItem: 3 } as const;

export class Ticketing extends Evening {
  constructor({
    vote = {},
    tickets = true,
    ...options
  }: Options & { vote?: Partial<VotePhase>; tickets?: boolean } = {}) {
    const phases = ideeenronde.phases.map((phase) =>
      phase.kind === 'vote' ? { ...phase, method: dots, ...vote } : phase,
    );
    super({ ...options, format: { ...ideeenronde, phases, ...(tickets ? { tickets: true } : {}) } });
  }

  get register() {
    return this.server.door.registers.of(this.code);
  }

  /** Their codes. */
  make(count: number, group = 'inwoner'): string[] {
    return value(this.services.tickets.make(this.lead, { groups: [{ group, count }] })).map(({ code }) => code);
  }

  take(person: Person, code: string) {
    return this.services.tickets.take(person.ask, code);
  }

  /** Somebody with a ticket. */
  voter(code: string): Person {
    const person = this.join();
    value(this.take(person, code));
    return person;
  }

  /** A laptop that is handed round. */
  laptop(table = 1): Person {
    const person = this.join({ table });
    this.register.changeParticipant(person.id, { duties: ['secretary'] });
    return person;
  }

  seat(laptop: Person, ticket: string, given: Record<string, number>) {
    return this.services.votes.castAtTable(laptop.ask, 'vote', { ticket, ballot: { dots: given } });
  }

  turnout() {
    return this.server.door.desk(this.code).pulse().turnout;
  }

  result() {
    value(this.services.votes.close(this.lead, 'vote'));
    value(this.services.votes.reveal(this.lead, 'vote'));
    return this.store.results.of(this.code).at(-1)!.result;
  }
}

/** The same code with one letter misread. */
export function misread(code: string): string {
  const other = code[0] === 'A' ? 'B' : 'A';
  const wrong = other + code.slice(1);
  if (readTicket(wrong).ok) throw new Error('the check did not see it');
  return wrong;
}
