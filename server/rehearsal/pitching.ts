/** Pitches, one after the other; questions and tips from the room meanwhile. Or duels. */
import { randomBytes } from 'node:crypto';
import { readLive } from '../../shared/document.ts';
import { cardKindOf, type PhaseOf } from '../../shared/format.ts';
import { makeId } from '../../shared/ids.ts';
import { readQueue, type Queue } from '../../shared/queue.ts';
import { itemsFrom } from '../../shared/sources.ts';
import { reaction, write } from './contribute.ts';
import type { Crew } from './crew.ts';
import { ownersOf } from './owners.ts';

type Present = PhaseOf<'present'>;

export async function pitch(phase: Present, crew: Crew): Promise<void> {
  if (phase.form === 'knockOut' || phase.form === 'roundRobin') return duels(phase, crew);
  const late = phase.order === 'signup' ? await signUp(phase, crew) : undefined;
  const turns = (queueOf(phase, crew)?.waiting.length ?? 0) + (late ? 1 : 0);
  await crew.pace.each(turns, async (turn) => {
    await next(crew);
    if (turn === 0) await late?.();
    await react(phase, crew, turn);
  });
  if (turns > 0 && !crew.pace.stopped) await next(crew); // the last has spoken
}

/** Everybody with an idea puts one in the queue; the last of them only when the first is speaking, from a phone. */
async function signUp(phase: Present, crew: Crew): Promise<(() => Promise<unknown>) | undefined> {
  const { done = [], waiting = [], current = null } = queueOf(phase, crew) ?? {};
  const there = new Set([...done, ...waiting, current]); // from a time before, when it is held again
  const items = itemsFrom(crew.doc, phase.of).flatMap(({ id }) => (there.has(id) ? [] : [id]));
  const first = new Map([...(await ownersOf(crew, items))].map(([item, owner]) => [owner, item]));
  const signs = [...first].map(
    ([owner, item]) =>
      () =>
        owner.command('PUT', `/pitches/${item}`, {}),
  );
  const late = signs.length > 1 ? signs.pop() : undefined;
  for (const sign of signs) await sign();
  const all = waiting.length + signs.length;
  await crew.lead.line.until(() => (queueOf(phase, crew)?.waiting.length ?? 0) >= all, 'the queue');
  return late;
}

async function react(phase: Present, crew: Crew, turn: number): Promise<void> {
  const kind = phase.reaction === undefined ? null : cardKindOf(crew.format, phase.reaction);
  const current = queueOf(phase, crew)?.current ?? null;
  if (!kind || current === null) return;
  const by = crew.guests[turn % crew.guests.length]!;
  const { card } = reaction(by, kind, current, turn);
  await write(by, { id: makeId(randomBytes), ...card });
  await by.line.saved();
}

/** One duel after the other, each to its winner. Those who put themselves in meet by lot. */
async function duels(phase: Present, crew: Crew): Promise<void> {
  const { line } = crew.lead;
  if (!queueOf(phase, crew)?.duels) {
    if (phase.order === 'signup') await (await signUp(phase, crew))?.();
    await line.until(() => (queueOf(phase, crew)?.waiting.length ?? 0) > 1, 'who wants to meet');
    await move(crew, { do: 'duels' });
  }
  const drawn = () => queueOf(phase, crew)?.duels ?? null;
  await line.until(() => drawn() !== null, 'the duels');
  const count = (drawn()?.rounds ?? []).flat().filter(({ state }) => state === 'open' || state === 'waiting').length;
  let before = '';
  await crew.pace.each(count, async () => {
    await next(crew);
    const now = () => JSON.stringify(drawn()?.now ?? null);
    await line.until(() => now() !== 'null' && now() !== before, 'the next duel');
    before = now();
    await move(crew, { do: 'winner', winner: queueOf(phase, crew)?.current });
  });
}

function next(crew: Crew): Promise<unknown> {
  return move(crew, { do: 'next' });
}

function move({ lead }: Crew, body: object): Promise<unknown> {
  return lead.command('POST', '/pitches', body);
}

function queueOf({ id }: Present, { doc, session }: Crew): Queue | null {
  return readQueue(readLive(doc), id, session.run);
}
