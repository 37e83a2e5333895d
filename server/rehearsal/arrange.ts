/** Cards get a place: by everybody, by the theme team from its inbox, by each table for its own, or by the facilitator. */
import { randomBytes } from 'node:crypto';
import {
  onBoard,
  putInColumn,
  makeCluster,
  moveCard,
  readCard,
  readCards,
  readClusters,
} from '../../shared/document.ts';
import type { PhaseOf } from '../../shared/format.ts';
import { makeId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { Card } from '../../shared/model.ts';
import type { Crew } from './crew.ts';
import { byTitle, ideas } from './ideas.ts';
import type { Hand } from './visitor.ts';

type Arrange = PhaseOf<'arrange'>;

/** As many themes as fit a wall well, where everybody makes them. */
const themesOnAWall = 8;
/** What somebody of the theme team takes from the inbox at once. */
const batch = 20;
const noTheme = 'Overig';

export async function arrange(phase: Arrange, crew: Crew): Promise<void> {
  switch (phase.who) {
    case 'theme':
      return asThemeTeam(phase, crew);
    case 'table':
      return atTables(phase, crew);
    case 'facilitator':
      return together(phase, crew, [crew.lead]);
    case 'everybody':
      return together(
        phase,
        crew,
        crew.people.filter(({ follows }) => follows),
      );
  }
}

/** The largest themes of the bundled set; what is left, and cards of real people, stay for real hands. */
async function together(phase: Arrange, crew: Crew, hands: readonly Hand[]): Promise<void> {
  const themeOf = themesOf(crew, phase);
  const names = largestThemes();
  const cards = toArrange(crew, phase).filter((card) => names.includes(themeOf(card)));
  const known = new Map(themesThere(crew).map(({ id, name }) => [name, id]));
  const fresh = names.filter((name) => !known.has(name));
  for (const name of fresh) known.set(name, makeId(randomBytes));
  await crew.pace.each(fresh.length + cards.length, (index) => {
    const { line } = hands[index % hands.length]!;
    const name = fresh[index];
    if (name !== undefined) return makeTheme(hands[0]!, known.get(name)!, name);
    const card = cards[index - fresh.length]!;
    line.change((doc) => {
      if (phase.columns) putInColumn(doc, card.id, phase.columns[index % phase.columns.length]!.id);
      else moveCard(doc, card.id, known.get(themeOf(card))!);
    });
  });
  await Promise.all(hands.map(({ line }) => line.saved()));
  for (const pair of twins(toArrange(crew, phase))) {
    if (crew.pace.stopped) return;
    await merge(hands[0]!, pair);
  }
}

/** Each takes a batch, places it, and takes the next; then what says the same becomes one card. */
async function asThemeTeam(phase: Arrange, crew: Crew): Promise<void> {
  const team = crew.doing('theme');
  if (team.length === 0) return;
  const themeOf = themesOf(crew, phase);
  const known = new Map(themesThere(crew).map(({ id, name }) => [name, id]));
  const waiting = toArrange(crew, phase).filter(({ cluster }) => cluster === null);
  const rounds = Math.ceil(waiting.length / batch);
  await crew.pace.each(rounds, async (index) => {
    const hand = team[index % team.length]!;
    await placeBatch(hand, themeOf, known);
    if (index === Math.floor(rounds / 2)) await hand.command('POST', '/themes/push', { show: true });
  });
  const same = sayTheSame(toArrange(crew, phase));
  for (const [index, cards] of same.entries()) await merge(team[index % team.length]!, cards);
  await team[0]!.command('POST', '/themes/push', { show: true });
}

async function placeBatch(hand: Hand, themeOf: ThemeOf, known: Map<string, string>): Promise<void> {
  const { cards } = await hand.command<{ cards: string[] }>('POST', '/inbox/take', { count: batch });
  const { line } = hand;
  await line.until((doc) => cards.every((id) => readCard(doc, id) !== null), 'what was taken');
  for (const id of cards) {
    const name = themeOf(readCard(line.doc, id)!);
    if (!known.has(name)) {
      known.set(name, makeId(randomBytes));
      makeTheme(hand, known.get(name)!, name);
    }
    line.change((doc) => moveCard(doc, id, known.get(name)!));
  }
  await line.saved();
}

/** Each table makes one lot of two ideas of its own, where it has that many. */
async function atTables(phase: Arrange, crew: Crew): Promise<void> {
  const cards = toArrange(crew, phase);
  const seats = [...(await crew.seats())];
  await crew.pace.crowd(seats.length, async (index) => {
    const [table, [hand]] = seats[index]!;
    const [first, second] = cards.filter((card) => card.table === table);
    if (hand && first && second) await merge(hand, [first, second]);
  });
}

function makeTheme({ line }: Hand, id: string, name: string): void {
  line.change((doc) => makeCluster(doc, id, name));
}

async function merge(hand: Hand, cards: readonly Card[]): Promise<void> {
  const { title, text } = cards[0]!;
  await hand.command('POST', '/cards/merge', { cards: cards.map(({ id }) => id), title, text });
}

type ThemeOf = (card: Card) => string;

function themesOf({ format }: Crew, { cardKind }: Arrange): ThemeOf {
  const kinds = format.cardKinds.filter(({ id }) => cardKind === undefined || id === cardKind);
  const known = kinds.map((kind) => [kind.id, byTitle(kind)] as const);
  const byKind = new Map(known);
  return ({ kind, title }) => byKind.get(kind)?.get(title)?.theme ?? noTheme;
}

function toArrange({ doc }: Crew, { cardKind }: Arrange): Card[] {
  const all = readCards(doc);
  const byId = new Map(all.map((card) => [card.id, card]));
  return all.filter((card) => {
    const meant = cardKind === undefined ? card.on === null : card.kind === cardKind;
    return meant && onBoard(card, (id) => byId.get(id));
  });
}

function themesThere({ doc }: Crew) {
  return readClusters(doc).filter(({ gone, mergedInto }) => !gone && mergedInto === null);
}

function largestThemes(): string[] {
  const sizes = new Map<string, number>();
  for (const { theme } of ideas) sizes.set(theme, (sizes.get(theme) ?? 0) + 1);
  return [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)!).slice(0, themesOnAWall);
}

/** Cards with the same title, each group as one. */
function sayTheSame(cards: readonly Card[]): Card[][] {
  const groups = new Map<string, Card[]>();
  for (const card of cards) groups.set(card.title, [...(groups.get(card.title) ?? []), card]);
  return [...groups.values()].filter((group) => group.length > 1).map((group) => group.slice(0, limits.cardsPerMerge));
}

/** Cards of the bundled set that say the same in other words; each card at most once. */
function twins(cards: readonly Card[]): Card[][] {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const cardOf = new Map(cards.map((card) => [card.title, card]));
  const used = new Set<string>();
  return ideas.flatMap((idea): Card[][] => {
    const original = cardOf.get(byId.get(idea.duplicate_of ?? '')?.title.trim() ?? '');
    const twin = cardOf.get(idea.title.trim());
    if (!original || !twin || original === twin || used.has(original.id) || used.has(twin.id)) return [];
    used.add(original.id).add(twin.id);
    return [[original, twin]];
  });
}
