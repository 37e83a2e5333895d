/** Everybody who is in a rehearsal, and what they can see: the facilitator's board, and who sits where. */
import { readSession } from '../../shared/document.ts';
import { comesAfterwards } from '../../shared/duties.ts';
import type { Duty, Format } from '../../shared/format.ts';
import type { Session } from '../../shared/model.ts';
import type { PeopleList } from '../../shared/api/people.ts';
import type { MadeTickets } from '../../shared/api/tickets.ts';
import type * as Y from 'yjs';
import type { Doors } from './doors.ts';
import { Line } from './line.ts';
import type { Pace } from './pace.ts';
import { Visitor, type Hand, type Part } from './visitor.ts';

/** So many people see the whole board; the theme team does besides. */
const followers = 24;

export interface Setting {
  doors: Doors;
  facilitatorToken: string;
  pace: Pace;
  /** 0 ≤ x < 1 */
  chance(): number;
}

export class Crew {
  readonly people: Visitor[] = [];
  readonly lead: Hand;
  readonly pace: Pace;
  readonly #setting: Setting;
  readonly #links = new Map<Duty, Promise<string>>();
  /** by group: tickets that nobody has yet */
  readonly #tickets = new Map<string, string[]>();
  #line: Line;

  static async gather(setting: Setting): Promise<Crew> {
    return new Crew(setting, await lookAt(setting));
  }

  private constructor(setting: Setting, line: Line) {
    const { doors, facilitatorToken, pace } = setting;
    this.#setting = setting;
    this.#line = line;
    this.pace = pace;
    const current = () => this.#line;
    this.lead = {
      get line() {
        return current();
      },
      command: (method, path, body) => doors.ask(method, path, facilitatorToken, body),
      open: (plan) => Line.open(doors, { token: facilitatorToken, role: 'facilitator', follows: true }, plan),
    };
  }

  /** The board as the facilitator sees it. */
  get doc(): Y.Doc {
    return this.#line.doc;
  }

  get session(): Session {
    const session = readSession(this.doc);
    if (!session) throw new Error('the board is not here yet');
    return session;
  }

  get format(): Format {
    return this.session.format;
  }

  chance(): number {
    return this.#setting.chance();
  }

  doing(duty: Duty): Visitor[] {
    return this.people.filter(({ part }) => part.duty === duty);
  }

  /** Who takes part for themselves: writes, chooses, votes. */
  get guests(): Visitor[] {
    return this.people.filter(({ part: { duty } }) => duty === null || duty === 'partner');
  }

  /** Comes in: by the link of their duty, which the facilitator makes when the first needs it. */
  async join(part: Part): Promise<void> {
    const { doors } = this.#setting;
    const invitation = part.duty === null ? undefined : await this.#link(part.duty);
    const follows = part.duty === 'theme' || this.people.length < followers;
    const visitor = await Visitor.join(doors, part, { invitation, follows });
    this.people.push(visitor);
    const ticket = takesTicket(part) ? this.#tickets.get(part.group)?.pop() : undefined;
    if (ticket !== undefined) await visitor.command('POST', '/me/ticket', { ticket });
  }

  /** Where votes ask for one: a ticket for each of these who votes. */
  async makeTickets(parts: readonly Part[]): Promise<void> {
    if (!this.format.tickets) return;
    const counts = new Map<string, number>();
    for (const part of parts.filter(takesTicket)) counts.set(part.group, (counts.get(part.group) ?? 0) + 1);
    if (counts.size === 0) return;
    const groups = [...counts].map(([group, count]) => ({ group, count }));
    const made = await this.lead.command<MadeTickets>('POST', '/tickets', { groups });
    for (const { group, code } of made) this.#tickets.set(group, [...(this.#tickets.get(group) ?? []), code]);
  }

  /** Table → who sits there, its secretary first. */
  async seats(): Promise<Map<number, Visitor[]>> {
    const list = await this.lead.command<PeopleList>('GET', '/people');
    const here = new Map(this.people.map((visitor) => [visitor.number, visitor]));
    const seats = new Map<number, Visitor[]>();
    for (const { number, table, duties } of list) {
      const visitor = here.get(number);
      if (!visitor || table === null) continue;
      const there = seats.get(table) ?? [];
      seats.set(table, duties.includes('secretary') ? [visitor, ...there] : [...there, visitor]);
    }
    return seats;
  }

  /** The board once more, as it is this moment. */
  look(): Promise<Line> {
    return lookAt(this.#setting);
  }

  /** The server was away and is there again: everybody comes back. */
  async comeBack(): Promise<void> {
    this.#line.close();
    this.#line = await this.look();
    for (const visitor of this.people) await visitor.comeBack();
  }

  leave(): void {
    for (const visitor of this.people) visitor.leave();
    this.#line.close();
  }

  #link(duty: Duty): Promise<string> {
    const known = this.#links.get(duty);
    if (known) return known;
    const made = this.lead.command<{ token: string }>('POST', '/invitations', { duty }).then(({ token }) => token);
    this.#links.set(duty, made);
    return made;
  }
}

/** Who observes does not vote, nor does who comes when all is over. */
function takesTicket({ duty }: Part): boolean {
  return duty !== 'observer' && !comesAfterwards(duty);
}

function lookAt({ doors, facilitatorToken: token }: Setting): Promise<Line> {
  return Line.open(doors, { token, role: 'facilitator', follows: true });
}
