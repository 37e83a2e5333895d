/** The rest of the hall: people as programs, who do at the other tables what the people of a story do on their screens. */
import { write } from '../../../server/rehearsal/contribute.ts';
import { Crew } from '../../../server/rehearsal/crew.ts';
import { Doors } from '../../../server/rehearsal/doors.ts';
import { fillIn } from '../../../server/rehearsal/draft.ts';
import { writersOf } from '../../../server/rehearsal/owners.ts';
import { Pace } from '../../../server/rehearsal/pace.ts';
import type { Part, Visitor } from '../../../server/rehearsal/visitor.ts';
import type { BallotPaper } from '../../../shared/api.ts';
import { readLive } from '../../../shared/document.ts';
import { phaseOf, type PhaseOf } from '../../../shared/format.ts';
import { plansOf, readPlans } from '../../../shared/plans.ts';
import { readSeating } from '../../../shared/seating.ts';
import { itemsFrom } from '../../../shared/sources.ts';
import { seeded } from '../../support/seeded.ts';
import { newId } from '../../support/people.ts';
import { expect } from './room.ts';

export class Crowd {
  readonly #crew: Crew;
  readonly #doors: Doors;

  /** `entry`: the facilitator's link. */
  static async enter(base: string, entry: string, parts: readonly Part[]): Promise<Crowd> {
    const [, code = '', token = ''] = /\/s\/([^/]+)\/console#(.+)$/.exec(entry) ?? [];
    const doors = new Doors(base, code);
    const { signal } = new AbortController();
    const pace = new Pace({ seconds: 0, signal, pause: () => Promise.resolve(), now: () => 0 });
    const crew = await Crew.gather({ doors, facilitatorToken: token, pace, chance: seeded(598) });
    for (const part of parts) await crew.join(part);
    return new Crowd(crew, doors);
  }

  private constructor(crew: Crew, doors: Doors) {
    this.#crew = crew;
    this.#doors = doors;
  }

  get count(): number {
    return this.#crew.people.length;
  }

  /** The secretaries write these for their tables. */
  async write(kind: string, titles: readonly string[]): Promise<void> {
    for (const by of this.#crew.doing('secretary')) {
      for (const title of titles) await write(by, { id: newId(), kind, title, text: '' });
      await by.line.saved();
    }
  }

  /** Everybody chooses what to sit with, in turn. */
  async choose(): Promise<void> {
    const { doc, session, people } = this.#crew;
    const options = readSeating(readLive(doc), session.phase ?? '', session.run)?.options ?? [];
    for (const [index, one] of people.entries()) {
      await one.command('POST', '/tables/choice', { option: options[index % options.length]?.id });
    }
  }

  /** What their tables have to hand in, and have not yet. */
  async handIn(): Promise<void> {
    const { doc, session } = this.#crew;
    const open = plansOf(readPlans(doc), session.phase ?? '', session.run).filter(({ state }) => state === 'open');
    const writers = await writersOf(this.#crew, open);
    for (const [index, plan] of open.entries()) await fillIn(writers.get(plan)!, plan, index);
  }

  /** Everybody approves of this one. */
  vote(phase: string, title: string): Promise<void> {
    return this.#each(async (one) => {
      const { items } = await one.command<BallotPaper>('GET', `/ballots/${phase}`);
      const approve = items.filter((item) => item.title === title).map(({ id }) => id);
      await one.command('PUT', `/ballots/${phase}`, { approve });
    });
  }

  /** So many sign up for one and the same thing. */
  async join(phase: string, title: string, count: number): Promise<void> {
    const { of } = phaseOf(this.#crew.format, phase) as PhaseOf<'match'>;
    const item = itemsFrom(this.#crew.doc, of).find((one) => one.title === title)?.id;
    for (const one of this.#crew.guests.slice(0, count)) {
      await one.command('POST', `/teams/${phase}/join`, { item });
    }
  }

  answer(phase: string, answers: object): Promise<void> {
    return this.#each((one) => one.command('PUT', `/answers/${phase}`, { answers }));
  }

  leave(): void {
    this.#crew.leave();
    expect(this.#doors.refused).toEqual([]);
  }

  async #each(act: (one: Visitor) => Promise<unknown>): Promise<void> {
    await Promise.all(this.#crew.people.map(act));
  }
}
