/** What the console and the report ask besides the board. None of it is a tally. */
import type { ConsoleInfo, ReportInfo } from '../../shared/api/console.ts';
import { readCard, readCards } from '../../shared/document.ts';
import { refuse } from '../../shared/refusals.ts';
import type { HeldRow } from '../store/store.ts';
import { balanceOf } from './balance.ts';
import type { Hall, Scene } from './hall.ts';
import { importedPeople } from './importer.ts';
import { deleteAt } from './retention.ts';
import { answer, type Answer, type Ask } from './services.ts';
import { leader } from './who.ts';

/** Older lines of the audit log stay in the store. */
const auditLines = 200;

export function consoleOf(hall: Hall, ask: Ask, origin: string): Answer<ConsoleInfo> {
  const scene = hall.lead(ask);
  if (!scene.ok) return scene;
  const { code, doc, register, who } = scene.value;
  const { store, links, door } = hall.parts;
  const here = new Map<string, number>();
  for (const { id, group } of register.people) {
    if (door.registers.presence.isHere(code, id)) here.set(group, (here.get(group) ?? 0) + 1);
  }
  return answer({
    people: peopleOf(hall, scene.value).map(({ group, joined }) => ({ group, joined, here: here.get(group) ?? 0 })),
    balance: balanceOf(store, scene.value),
    facilitators: register.facilitators.map(({ id, name }) => ({ id, name, you: leader(id) === who })),
    held: store.held
      .of(code)
      .filter(({ state, reason }) => state !== 'admitted' && reason !== 'after')
      .map(shownHeld),
    silent: store.held.of(code).filter(({ state, reason }) => state === 'waiting' && reason === 'after').length,
    hidden: store.gone
      .of(code)
      .filter(({ gone }) => gone === 'hidden')
      .map(({ card, reason, content: { title, text } }) => {
        const number = readCard(doc, card)?.number ?? 0;
        return { card, number, title, text, reason };
      }),
    votes: register.votes.map((vote) => ({
      phase: vote.phase,
      run: vote.run,
      state: vote.state,
      voted: register.voted(vote),
      of: register.electorate(vote),
      items: vote.items.filter(({ struck }) => !struck).length,
    })),
    addresses: links.addresses(origin),
    links: links.of(code, origin),
    rehearsal: store.sessions.list().find(({ rehearsalOf }) => rehearsalOf === code)?.code ?? null,
    audit: store.audit
      .of(code)
      .slice(-auditLines)
      .map(({ at, who: by, action, detail }) => ({ at, who: by, action, detail })),
  });
}

export function reportOf(hall: Hall, ask: Ask): Answer<ReportInfo> {
  const scene = hall.enter(ask);
  if (!scene.ok) return scene;
  if (ask.identity.role === 'screen') return refuse('not_allowed');
  const { code, doc, session } = scene.value;
  const { store } = hall.parts;
  const row = store.sessions.get(code)!;
  const audit = store.audit.of(code);
  const cards = readCards(doc);
  const people = peopleOf(hall, scene.value);
  return answer({
    people,
    joined: people.reduce((sum, { joined }) => sum + joined, 0),
    startedAt: audit.find(({ action }) => action === 'phase.move')?.at ?? row.createdAt,
    endedAt:
      session.state === 'ended' ? (audit.filter(({ action }) => action === 'session.end').at(-1)?.at ?? null) : null,
    deleteAt: deleteAt(hall, row),
    hidden: cards.filter(({ gone }) => gone === 'hidden').length,
    // a merged card that was taken apart is gone too, and nobody withdrew it
    withdrawn: cards.filter(({ gone, mergedFrom }) => gone === 'withdrawn' && mergedFrom.length === 0).length,
  });
}

/** Heads per capacity, those of an imported evening included. Every capacity of the format has a line. */
export function peopleOf(hall: Hall, { code, session, register }: Pick<Scene, 'code' | 'session' | 'register'>) {
  const joined = new Map(session.format.groups.map(({ id }) => [id, 0]));
  const add = (group: string, count: number) => joined.set(group, (joined.get(group) ?? 0) + count);
  for (const { group } of register.people) add(group, 1);
  for (const line of importedPeople(hall.parts.store, code)) add(line.group, line.joined);
  return [...joined].map(([group, count]) => ({ group, joined: count }));
}

export function shownHeld({ id, kind, title, text, reason, at, state, more }: HeldRow) {
  return { id, kind, title, text, fields: more?.fields ?? {}, reason, at, state };
}
