/** What every service stands on: the parts it is made of, and the steps that all commands share. */
import type * as Y from 'yjs';
import type { Random } from '../../shared/ids.ts';
import type { Session, VoteState } from '../../shared/model.ts';
import { refuse, yes, type Refusal, type Yes } from '../../shared/refusals.ts';
import type { Action, ActionType, Actor, Facts } from '../../shared/actions.ts';
import { can } from '../../shared/rules.ts';
import type { Clock } from '../clock.ts';
import type { BoardRoom, BoardRooms, Identity } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { sessionOf } from './board.ts';
import { Broom } from './broom.ts';
import type { Counter } from './counts.ts';
import type { SessionDoor } from './desk.ts';
import { makePoint } from './points.ts';
import type { Register } from './register.ts';
import { answer, type Answer, type Ask, type Links } from './services.ts';
import { leader, leaderId } from './who.ts';

export interface SessionConfig {
  retentionDays: number;
}

export interface HallParts {
  store: Store;
  rooms: BoardRooms;
  door: SessionDoor;
  clock: Clock;
  random: Random;
  links: Links;
  config: SessionConfig;
  /** counts elsewhere what takes long; absent: everything is counted here, at once */
  counter?: Counter;
}

/** One command at work: who asks, of which session, as it is now. */
export interface Scene {
  code: string;
  room: BoardRoom;
  doc: Y.Doc;
  session: Session;
  register: Register;
  identity: Identity;
  /** participant id or `facilitator:<id>`; empty for a screen, which may do nothing */
  who: string;
  actor: Actor;
  facts: Facts;
}

export class Hall {
  readonly parts: HallParts;
  readonly broom: Broom;
  /** what still has to happen at some time, by name, and what calls it off */
  readonly #pending = new Map<string, () => void>();
  #stopped = false;

  constructor(parts: HallParts) {
    this.parts = parts;
    this.broom = new Broom(parts);
  }

  now(): number {
    return this.parts.clock.now();
  }

  exists(code: string): Yes | Refusal {
    const { door, store } = this.parts;
    if (door.registers.has(code) || store.sessions.get(code)) return yes;
    return refuse(store.sessions.erased(code) ? 'session_deleted' : 'no_session');
  }

  // ── Asking ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Whoever is known here, whatever they may do. */
  enter({ code, identity }: Ask): Answer<Scene> {
    const there = this.exists(code);
    if (!there.ok) return there;
    const room = this.parts.rooms.open(code);
    const doc = room.doc; // first: reading it stores what came in, and when that fails the register is loaded anew
    const desk = this.parts.door.desk(code);
    const actor = desk.actor(identity);
    if (actor.removed) return refuse('removed');
    const register = this.parts.door.registers.of(code);
    const facts = desk.facts(doc, identity);
    return answer({
      code,
      room,
      doc,
      session: sessionOf(doc),
      register,
      identity,
      who: identity.who ?? '',
      actor,
      facts,
    });
  }

  /** Whoever may do this, now. `vote`: the state of the vote that a command names. */
  may(ask: Ask, action: Action, vote?: VoteState | null): Answer<Scene> {
    const scene = this.enter(ask);
    if (!scene.ok) return scene;
    const { actor, facts } = scene.value;
    const allowed = can(action, actor, vote === undefined ? facts : { ...facts, vote });
    return allowed.ok ? scene : allowed;
  }

  /** Facilitators only: what they may read. */
  lead(ask: Ask): Answer<Scene> {
    const scene = this.enter(ask);
    return scene.ok && scene.value.identity.role !== 'facilitator' ? refuse('not_allowed') : scene;
  }

  // ── Doing ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Store writes that change no document. When they fail the register is loaded anew. */
  transaction<T>(code: string, work: () => T): T {
    return this.#orForget(code, () => this.parts.store.transaction(work));
  }

  /** A change of the document, with what belongs to it in the store. */
  change<T>({ code, room }: Scene, write: (doc: Y.Doc) => T, alongside?: (value: T) => void): T {
    return this.#orForget(code, () => room.change(write, alongside));
  }

  /**
   * The same for a command: what a facilitator does is written in the audit log, and keeps the session. Before one that
   * touches much a restore point is made.
   */
  act<T>(
    scene: Scene,
    action: ActionType,
    detail: string,
    write: (doc: Y.Doc) => T,
    alongside: (value: T) => void = () => undefined,
  ): T {
    const commit = (doc: Y.Doc) => {
      makePoint(this.parts, scene, action, doc);
      return write(doc);
    };
    return this.change(scene, commit, (value) => {
      alongside(value);
      this.note(scene, action, detail);
    });
  }

  /** Within a transaction. `detail` holds no text of cards, no ballot and no participant. */
  note({ code, identity }: Scene, action: string, detail = ''): void {
    if (identity.role !== 'facilitator' || identity.who === null) return;
    const { store } = this.parts;
    const at = this.now();
    store.audit.add({ session: code, at, who: leaderId(identity.who), action, detail });
    if (at - (store.sessions.get(code)?.touchedAt ?? at) >= 60_000) store.sessions.touch(code, at);
  }

  /** All facilitators ask `/me` and the console again. */
  pokeLeaders({ room, register }: Scene): void {
    for (const { id } of register.facilitators) room.poke(leader(id));
  }

  // ── Later ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Does it after so many ms, once for each name, until it is done: `work` gives after how many ms to do it again, or null. */
  later(name: string, work: () => number | null, ms: number): void {
    if (this.#stopped || this.#pending.has(name)) return;
    const wait = (delay: number) => this.#pending.set(name, this.parts.clock.later(attempt, delay));
    const attempt = () => {
      const again = work();
      if (again === null) this.#pending.delete(name);
      else wait(again);
    };
    wait(ms);
  }

  /** For the end of the server: calls off what was planned, but sweeps what is still to be swept. */
  stop(): void {
    this.#stopped = true;
    this.broom.finish();
    this.broom.stop();
    for (const cancel of this.#pending.values()) cancel();
    this.#pending.clear();
  }

  #orForget<T>(code: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.parts.door.forget(code);
      throw error;
    }
  }
}
