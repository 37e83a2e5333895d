/** One simulated participant: comes in through the same public doors as real people, with a token of its own. */
import type { Joined, Me } from '../../shared/api/me.ts';
import type { Duty } from '../../shared/format.ts';
import type { Doors } from './doors.ts';
import { Line } from './line.ts';

/** As what somebody comes. */
export interface Part {
  group: string;
  duty: Duty | null;
}

/** Whoever acts here: a participant, or the facilitator. */
export interface Hand {
  readonly line: Line;
  command<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** the document of a plan, to write in */
  open(plan: string): Promise<Line>;
}

export class Visitor implements Hand {
  readonly number: number;
  readonly part: Part;
  readonly follows: boolean;
  readonly #doors: Doors;
  readonly #token: string;
  #line: Line;

  /** `invitation`: the token of the link that gives their duty. */
  static async join(
    doors: Doors,
    part: Part,
    { invitation, follows }: { invitation: string | undefined; follows: boolean },
  ): Promise<Visitor> {
    const who = { group: part.group, ...(invitation === undefined ? {} : { invitation }) };
    const { token, participant } = await doors.ask<Joined>('POST', '/participants', null, who);
    const line = await Line.open(doors, { token, role: 'participant', follows });
    return new Visitor(doors, { part, number: participant.number, token, line, follows });
  }

  private constructor(doors: Doors, is: Pick<Visitor, 'part' | 'number' | 'line' | 'follows'> & { token: string }) {
    this.#doors = doors;
    this.#token = is.token;
    this.#line = is.line;
    this.part = is.part;
    this.number = is.number;
    this.follows = is.follows;
  }

  get line(): Line {
    return this.#line;
  }

  command<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.#doors.ask<T>(method, path, this.#token, body);
  }

  me(): Promise<Me> {
    return this.command<Me>('GET', '/me');
  }

  open(plan: string): Promise<Line> {
    return Line.open(this.#doors, { token: this.#token, role: 'participant', follows: true }, plan);
  }

  /** The server is there again: the same person, with the same token. */
  async comeBack(): Promise<void> {
    this.#line.close();
    const { follows } = this;
    this.#line = await Line.open(this.#doors, { token: this.#token, role: 'participant', follows });
  }

  leave(): void {
    this.#line.close();
  }
}
