import type { SessionInfo } from '../../../shared/api.ts';
import type { Joined, Me } from '../../../shared/api/me.ts';
import { randomBytes } from '../../board/board.svelte.ts';
import { makeApi, type Api, type ProblemCode, type Reply } from '../../connection/api.ts';
import { language } from '../../text/language.svelte.ts';
import { Invited } from './invited.svelte.ts';
import { forgetJoin, keepBadge, keepJoin, keptJoin, type Asked, type BadgeAsked } from './joinid.ts';

/** Where somebody is: at the door, inside (`me` as the server just told it), or at a page that says why not. */
export type Stage =
  | { name: 'looking' }
  | { name: 'door'; info: SessionInfo; full: boolean }
  | { name: 'inside'; me: Me | null }
  | { name: 'stopped'; why: ProblemCode }
  | { name: 'left'; erased: boolean };

/** How long to wait before looking again by itself; spread, so that a hall does not come back in one instant. */
const every = { least: 6_000, spread: 5_000 };

/** Finds out who this device is in this session, and lets it in. */
export class Entry {
  readonly code: string;
  stage = $state.raw<Stage>({ name: 'looking' });
  problem = $state<ProblemCode | null>(null);
  busy = $state(false);
  /** the ticket this person came with */
  ticket = $state<string | null>(null);
  /** the link this person came with */
  readonly invited: Invited;

  readonly #api: Api;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(code: string, api: Api = makeApi('participant')) {
    this.code = code;
    this.#api = api;
    this.invited = new Invited(code, api);
  }

  /** Who is inside, as far as the server has said it already. */
  get me(): Me | null {
    return this.stage.name === 'inside' ? this.stage.me : null;
  }

  /** Somebody scanned a badge: that place, whoever this device was before. A wrong one is said at the door. */
  async enter(badge: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    const reply = await this.#send({ badge });
    this.busy = false;
    if (!reply.ok) {
      if (this.stage.name === 'looking') await this.look();
      return this.#refused(reply.code);
    }
    keepBadge(this.code, badge);
    this.stage = { name: 'inside', me: reply.value.me };
  }

  /** Known by cookie, else by the join id this device kept, else at the door. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    this.invited.take();
    await this.invited.accept();
    const me = await this.#api.get<Me>(this.#path('/me'));
    if (me.ok) this.stage = { name: 'inside', me: me.value };
    else if (me.code === 'offline' && keptJoin(this.code)) this.stage = { name: 'inside', me: null };
    else if (me.code === 'no_identity' || me.code === 'bad_token') await this.#comeBack();
    else this.#stop(me.code);
  }

  async join(told: Omit<Asked, 'id'>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    const reply = await this.#send(keepJoin(this.code, told, randomBytes));
    this.busy = false;
    if (reply.ok) this.stage = { name: 'inside', me: reply.value.me };
    else await this.#refused(reply.code);
  }

  /** *Klaar op dit apparaat*: the server forgets the cookie first, for this page can not. */
  async leave(erase: boolean): Promise<Reply<unknown>> {
    const reply = await this.#api.send('DELETE', this.#path(erase ? '/me?erase=true' : '/me'));
    if (reply.ok) forgetJoin(this.code);
    return reply;
  }

  left(erased: boolean): void {
    this.stage = { name: 'left', erased };
  }

  /** The connection said why this page can not go on. */
  async closed(why: ProblemCode): Promise<void> {
    if (why === 'no_identity' || why === 'bad_token') {
      this.stage = { name: 'looking' };
      await this.look();
    } else this.#stop(why);
  }

  /** The names of groups come from the server, in one language. */
  async reword(): Promise<void> {
    if (this.stage.name !== 'door') return;
    const info = await this.#api.get<SessionInfo>(this.#path(`?language=${language.current}`));
    if (info.ok && this.stage.name === 'door') this.stage = { ...this.stage, info: info.value };
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #comeBack(): Promise<void> {
    const asked = keptJoin(this.code);
    const reply = asked && (await this.#send(asked));
    if (reply?.ok) this.stage = { name: 'inside', me: reply.value.me };
    else if (reply && final.includes(reply.code)) this.#stop(reply.code);
    else await this.#toDoor();
  }

  async #toDoor(full = false): Promise<void> {
    await this.invited.show();
    const info = await this.#api.get<SessionInfo>(this.#path(`?language=${language.current}`));
    if (!info.ok) return this.#stop(info.code);
    language.suggest(info.value.language);
    this.stage = { name: 'door', info: info.value, full };
    if (full || info.value.state === 'prepared' || info.value.doors === 'shut') this.#later();
  }

  async #refused(code: ProblemCode): Promise<void> {
    if (final.includes(code)) this.#stop(code);
    else if (code === 'session_full') await this.#toDoor(true);
    else if (code === 'doors_shut' || code === 'not_open_yet' || code === 'ended') await this.#toDoor();
    else if (code === 'bad_invitation') this.invited.refused();
    else this.problem = code;
  }

  #stop(why: ProblemCode): void {
    this.stage = { name: 'stopped', why };
    if (why === 'session_deleted') forgetJoin(this.code);
    if (why === 'offline' || why === 'store_unavailable' || why === 'too_fast' || why === 'server_error') this.#later();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#again(), every.least + Math.random() * every.spread);
  }

  /** Somebody at the door stays there: only what they wait for is looked up. */
  async #again(): Promise<void> {
    if (document.hidden) return this.#later();
    if (this.stage.name !== 'door') return this.look();
    const info = await this.#api.get<SessionInfo>(this.#path(`?language=${language.current}`));
    if (info.ok) this.stage = { name: 'door', info: info.value, full: false };
    else if (info.code !== 'offline') return this.#stop(info.code);
    if (!info.ok || info.value.state === 'prepared' || info.value.doors === 'shut') this.#later();
  }

  async #send(asked: Asked | BadgeAsked): Promise<Reply<Joined>> {
    const { token } = this.invited;
    const body = token === null ? asked : { ...asked, invitation: token };
    const reply = await this.#api.send<Joined>('POST', this.#path('/participants'), body);
    if (reply.ok) this.invited.drop();
    return reply;
  }

  #path(below: string): string {
    return `/sessions/${this.code}${below}`;
  }
}

/** After these, trying again at the door is no use. */
const final: readonly ProblemCode[] = ['removed', 'no_session', 'session_deleted', 'wrong_origin', 'old_version'];
