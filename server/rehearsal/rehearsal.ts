/**
 * A rehearsal: simulated people walk a session from first phase to last. Knows the phase kinds and nothing of any particular
 * format; speaks only through the public doors.
 */
import { comesAfterwards } from '../../shared/duties.ts';
import { phaseOf, type Format, type Phase } from '../../shared/format.ts';
import { arrange } from './arrange.ts';
import { assign } from './assign.ts';
import { contribute } from './contribute.ts';
import { Crew, type Setting } from './crew.ts';
import { draft } from './draft.ts';
import { harvestOf, type Harvest } from './harvest.ts';
import { match } from './matching.ts';
import { pitch } from './pitching.ts';
import { answer, check, reply } from './speaking.ts';
import type { Part } from './visitor.ts';
import { vote } from './voting.ts';

export interface Cast extends Setting {
  /** who takes part, of this format */
  parts(format: Format): readonly Part[];
  /** is told what begins */
  tell?(phase: Phase): void;
}

/** What each part takes, in proportion to the others. */
const weight: Readonly<Record<Phase['kind'] | 'join', number>> = {
  join: 2,
  assign: 1,
  contribute: 6,
  arrange: 4,
  draft: 3,
  vote: 2,
  match: 4,
  present: 4,
  poll: 1,
  check: 1,
  reply: 1,
  explain: 1,
};

/** Runs until the last phase or until stopped; gives what there is then. What is refused is counted at the doors; a sound server refuses nothing. */
export async function rehearse(cast: Cast): Promise<Harvest> {
  const rehearsal = await Rehearsal.enter(cast);
  try {
    for (const { id } of rehearsal.phases) {
      if (cast.pace.stopped) break;
      await rehearsal.go(id);
      await rehearsal.play();
    }
    return await rehearsal.harvest();
  } finally {
    rehearsal.leave();
  }
}

export class Rehearsal {
  readonly crew: Crew;
  readonly #cast: Cast;
  readonly #parts: readonly Part[];
  readonly #total: number;

  /** Everybody comes in, but for those who answer when the evening is over. */
  static async enter(cast: Cast): Promise<Rehearsal> {
    const rehearsal = new Rehearsal(cast, await Crew.gather(cast));
    rehearsal.#begin('join');
    await rehearsal.#join(rehearsal.#parts.filter(({ duty }) => !comesAfterwards(duty)));
    return rehearsal;
  }

  private constructor(cast: Cast, crew: Crew) {
    this.crew = crew;
    this.#cast = cast;
    this.#parts = cast.parts(crew.format);
    this.#total = weight.join + this.phases.reduce((sum, { kind }) => sum + weight[kind], 0);
  }

  /** What is held, in order. */
  get phases(): Phase[] {
    return this.crew.format.phases.filter(({ left }) => !left);
  }

  /** The facilitator goes to a phase, or to the one before; to one of afterwards when the session has ended. */
  async go(to: string): Promise<void> {
    const { lead, session } = this.crew;
    const target = phaseOf(session.format, to);
    if (target?.when === 'after' && session.state !== 'ended') {
      await lead.command('POST', '/end', {});
      await this.#join(this.#parts.filter(({ duty }) => comesAfterwards(duty)));
    }
    const { phase, run } = await lead.command<{ phase: string; run: number }>('POST', '/phase', { to });
    await lead.line.until(() => this.crew.session.phase === phase && this.crew.session.run === run, phase);
    this.#cast.tell?.(phaseOf(session.format, phase)!);
  }

  /** What people do in the phase that is on. */
  async play(): Promise<void> {
    const { crew } = this;
    const phase = phaseOf(crew.format, crew.session.phase);
    if (!phase) return;
    this.#begin(phase.kind);
    switch (phase.kind) {
      case 'explain':
        return crew.pace.dwell();
      case 'contribute':
        return contribute(phase, crew);
      case 'assign':
        return assign(phase, crew);
      case 'arrange':
        return arrange(phase, crew);
      case 'vote':
        return vote(phase, crew);
      case 'match':
        return match(phase, crew);
      case 'draft':
        return draft(phase, crew);
      case 'present':
        return pitch(phase, crew);
      case 'poll':
        return answer(phase, crew);
      case 'check':
        return check(phase, crew);
      case 'reply':
        return reply(phase, crew);
    }
  }

  /** What there is now, read as whoever comes in this moment. */
  async harvest(): Promise<Harvest> {
    const line = await this.crew.look();
    const harvest = harvestOf(line.doc);
    line.close();
    return harvest;
  }

  leave(): void {
    this.crew.leave();
  }

  #begin(kind: keyof typeof weight): void {
    this.crew.pace.begin(weight[kind] / this.#total);
  }

  async #join(parts: readonly Part[]): Promise<void> {
    await this.crew.makeTickets(parts);
    return this.crew.pace.crowd(parts.length, (index) => this.crew.join(parts[index]!));
  }
}
