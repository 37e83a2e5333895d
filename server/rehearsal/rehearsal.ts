/**
 * A rehearsal: simulated participants walk a copy of a session from first phase to last, over a minute or so. Knows the
 * phase kinds and nothing of any particular format; speaks only through the public doors.
 */
import { randomBytes } from 'node:crypto';
import type { BallotPaper, SessionInfo } from '../../shared/api.ts';
import { cardKindOf, phaseOf, type Phase } from '../../shared/format.ts';
import { makeId } from '../../shared/ids.ts';
import { readCards, readSession } from '../../shared/document.ts';
import type { Card } from '../../shared/model.ts';
import type { Ballot } from '../../shared/vote.ts';
import bundled from './ideas.json';
import { assign } from './assign.ts';
import { match } from './matching.ts';
import { answer, check, pitch, reply, type Lead } from './speaking.ts';
import { draftActs } from './draft.ts';
import { call, Visitor } from './visitor.ts';

export interface Cast {
  /** `http://127.0.0.1:8080` */
  base: string;
  code: string;
  facilitatorToken: string;
  people: number;
  /** how long all of it takes, in seconds; 0 in tests */
  seconds: number;
  /** stops it between two acts */
  signal: AbortSignal;
  pause(ms: number): Promise<void>;
  /** 0 ≤ x < 1 */
  chance(): number;
}

type Idea = (typeof bundled.ideas)[number];

/** What each part takes of the whole, by phase kind. */
const share = {
  join: 0.1,
  assign: 0.05,
  contribute: 0.35,
  arrange: 0.2,
  draft: 0.1,
  vote: 0.1,
  match: 0.15,
  explain: 0.05,
};

/** Runs until the last phase or until stopped. Refusals are thrown: a rehearsal of a sound server has none. */
export async function rehearse(cast: Cast): Promise<void> {
  const info = await call<SessionInfo>(cast.base, 'GET', `/sessions/${cast.code}`, null);
  const visitors: Visitor[] = [];
  const lead: Lead = (path, body = {}, method = 'POST') =>
    call(cast.base, method, `/sessions/${cast.code}${path}`, cast.facilitatorToken, body);
  try {
    await paced(cast, 'join', cast.people, async (index) => {
      const group = info.groups[index % info.groups.length]?.id ?? '';
      visitors.push(await Visitor.join(cast.base, cast.code, { group, table: 1 + (index % 12) }));
    });
    for (const { id } of info.phases) {
      if (cast.signal.aborted) return;
      const session = readSession(visitors[0]!.doc);
      const phase = session && phaseOf(session.format, id);
      if (phase?.when === 'after' && session?.state !== 'ended') await lead('/end');
      await lead('/phase', { to: id });
      if (phase) await play(cast, phase, visitors, lead);
    }
  } finally {
    for (const visitor of visitors) visitor.leave();
  }
}

async function play(cast: Cast, phase: Phase, visitors: Visitor[], lead: Lead): Promise<void> {
  switch (phase.kind) {
    case 'explain':
      return;
    case 'contribute':
      return contribute(cast, phase, visitors);
    case 'assign':
      return assign(phase, { visitors, lead, paced: (count, act) => paced(cast, 'assign', count, act) });
    case 'arrange':
      return arrange(cast, visitors);
    case 'vote':
      await vote(cast, phase, visitors);
      await lead(`/votes/${phase.id}/close`);
      await lead(`/votes/${phase.id}/reveal`);
      return;
    case 'match':
      return match(phase, {
        visitors,
        lead,
        chance: () => cast.chance(),
        paced: (count, act) => paced(cast, 'match', count, act),
      });
    case 'draft':
      return draft(cast, phase.id, visitors);
    case 'present':
      return pitch(phase, visitors, lead);
    case 'poll':
      return answer(cast, phase, visitors);
    case 'check':
      return check(phase, visitors, lead);
    case 'reply':
      return reply(phase, visitors, lead);
    default: // people look on
  }
}

async function contribute(cast: Cast, phase: Phase & { kind: 'contribute' }, visitors: Visitor[]): Promise<void> {
  const format = readSession(visitors[0]!.doc)?.format;
  const kind = format && cardKindOf(format, phase.cardKind);
  if (!kind) return;
  const ideas = bundled.ideas.slice(0, visitors.length * phase.maxPerPerson);
  await paced(cast, 'contribute', ideas.length, (index) => {
    const idea = ideas[index]!;
    visitors[index % visitors.length]!.write({
      id: makeId(randomBytes),
      kind: kind.id,
      title: cut(idea.title, kind.titleMax),
      text: cut(idea.text, kind.textMax),
    });
  });
}

async function draft(cast: Cast, phase: string, visitors: Visitor[]): Promise<void> {
  const acts = await draftActs(visitors, phase);
  await paced(cast, 'draft', acts.length, (index) => acts[index]!());
}

/** The largest themes of the bundled set; what is left, and cards of real people, stay for real hands. */
async function arrange(cast: Cast, visitors: Visitor[]): Promise<void> {
  const names = largestThemes();
  const placed = bundled.ideas.filter((idea: Idea) => names.includes(idea.theme));
  const themeOf = new Map(placed.map((idea) => [idea.title.trim(), idea.theme]));
  const ids = new Map(names.map((name) => [name, makeId(randomBytes)]));
  const cards = readCards(visitors[0]!.doc).filter((card) => themeOf.has(card.title));
  const pairs = duplicates(cards);
  const acts = names.length + cards.length;
  await paced(cast, 'arrange', acts, (index) => {
    const visitor = visitors[index % visitors.length]!;
    const name = names[index];
    if (name !== undefined) return visitors[0]!.makeTheme(ids.get(name)!, name);
    const card = cards[index - names.length]!;
    visitor.move(card.id, ids.get(themeOf.get(card.title)!)!);
  });
  for (const [first, second] of pairs) {
    if (cast.signal.aborted) return;
    const { title, text } = first;
    await visitors[0]!.command('POST', '/cards/merge', { cards: [first.id, second.id], title, text });
  }
}

/** As many as fit a wall well. */
const themesOnAWall = 8;

function largestThemes(): string[] {
  const sizes = new Map<string, number>();
  for (const { theme } of bundled.ideas) sizes.set(theme, (sizes.get(theme) ?? 0) + 1);
  return [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)!).slice(0, themesOnAWall);
}

/** Cards of the bundled set that say the same; each card at most once. */
function duplicates(cards: readonly Card[]): [Card, Card][] {
  const ideas = new Map(bundled.ideas.map((idea) => [idea.id, idea]));
  const cardOf = new Map(cards.map((card) => [card.title, card]));
  const used = new Set<string>();
  return bundled.ideas.flatMap((idea): [Card, Card][] => {
    const original = cardOf.get(ideas.get(idea.duplicate_of ?? '')?.title.trim() ?? '');
    const twin = cardOf.get(idea.title.trim());
    if (!original || !twin || original === twin || used.has(original.id) || used.has(twin.id)) return [];
    used.add(original.id).add(twin.id);
    return [[original, twin]];
  });
}

async function vote(cast: Cast, phase: Phase & { kind: 'vote' }, visitors: Visitor[]): Promise<void> {
  await paced(cast, 'vote', visitors.length, async (index) => {
    const visitor = visitors[index]!;
    const paper = await visitor.command<BallotPaper>('GET', `/ballots/${phase.id}`);
    await visitor.command('PUT', `/ballots/${phase.id}`, fill(cast, phase, paper));
  });
}

/** A few ideas are much more popular than the others, so that the result has a shape. */
function fill(cast: Cast, phase: Phase & { kind: 'vote' }, paper: BallotPaper): Ballot {
  const pick = () => paper.items[Math.floor(cast.chance() ** 2 * Math.min(paper.items.length, 12))]?.id;
  if (phase.method.kind === 'approval') {
    const chosen = new Set(Array.from({ length: phase.method.max }, pick));
    return { approve: [...chosen].filter((id) => id !== undefined) };
  }
  const dots: Record<string, number> = {};
  for (let left = phase.method.dots; left > 0; left--) {
    const id = pick();
    if (id !== undefined && (dots[id] ?? 0) < phase.method.maxPerItem) dots[id] = (dots[id] ?? 0) + 1;
  }
  return { dots };
}

/** `count` acts spread evenly over a part's share of the time. */
async function paced(
  cast: Cast,
  part: keyof typeof share,
  count: number,
  act: (index: number) => unknown,
): Promise<void> {
  const each = (cast.seconds * 1000 * share[part]) / Math.max(1, count);
  for (let index = 0; index < count; index++) {
    if (cast.signal.aborted) return;
    await act(index);
    await cast.pause(each);
  }
}

/** Never through the middle of a character that takes two units. */
function cut(text: string, most: number): string {
  const whole = text.trim();
  return whole.length <= most
    ? whole
    : [...whole.slice(0, most)]
        .filter((c) => !/^[\uD800-\uDBFF]$/.test(c))
        .join('')
        .trim();
}
