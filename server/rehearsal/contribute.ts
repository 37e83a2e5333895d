/** People write cards: alone, for their table, about a card, or past the document. */
import { randomBytes } from 'node:crypto';
import type { ConsoleInfo } from '../../shared/api/console.ts';
import { makeCard, readLive, type NewCard } from '../../shared/document.ts';
import { cardKindOf, type CardKind, type PhaseOf } from '../../shared/format.ts';
import { makeId } from '../../shared/ids.ts';
import { isByTable, takesCommand } from '../../shared/phases/contribute.ts';
import { optionAt, readSeating } from '../../shared/seating.ts';
import { groundOf, itemOn, itemsFrom, type Item } from '../../shared/sources.ts';
import type { Crew } from './crew.ts';
import { asCard, cut, ideas } from './ideas.ts';
import type { Visitor } from './visitor.ts';

type Contribute = PhaseOf<'contribute'>;

/** How many subjects a table comes up with, and then some. */
const leastAtATable = 3;
const moreAtATable = 3;

const reactions = [
  'Begin klein, met één straat',
  'Vraag ook de school',
  'Wie houdt dit vol na een jaar?',
  'Mijn buurvrouw doet dit al',
  'Mag dit van de gemeente?',
  'Neem de jongeren erbij',
  'Ik help graag een middag mee',
];

export async function contribute(phase: Contribute, crew: Crew): Promise<void> {
  const kind = cardKindOf(crew.format, phase.cardKind);
  if (!kind) return;
  const tables = isByTable(phase) ? await tableWriters(crew) : null;
  const writers = tables ? [...tables.values()] : crew.guests;
  const cards = phase.on ? about(itemsFrom(crew.doc, { from: 'cards', kind: phase.on })) : ofOnesOwn();
  await crew.pace.crowd(cards.length, (index) => {
    const { by, card } = cards[index]!;
    return write(by, { id: makeId(randomBytes), ...card, ...columnOf(phase, index) }, takesCommand(phase));
  });
  await Promise.all(writers.map(({ line }) => line.saved()));
  if (phase.moderated) await letThrough(crew);

  function ofOnesOwn(): Written[] {
    if (tables) return [...tables].flatMap(([table, by]) => atATable({ table, by }, phase, kind!, crew));
    const count = Math.min(ideas.length, writers.length * phase.maxPerPerson);
    return ideas.slice(0, count).map((idea, index) => {
      return { by: writers[index % writers.length]!, card: asCard(idea, kind!) };
    });
  }

  function about(items: readonly Item[]): Written[] {
    if (items.length === 0) return [];
    return writers.map((by, index) => reaction(by, kind!, items[index % items.length]!.id, index));
  }
}

/** The facilitator lets what waits onto the board. */
async function letThrough({ lead, pace }: Crew): Promise<void> {
  const { held } = await lead.command<ConsoleInfo>('GET', '/console');
  const waiting = held.filter(({ state }) => state === 'waiting');
  await pace.crowd(waiting.length, (index) => lead.command('POST', `/held/${waiting[index]!.id}/admit`, {}));
}

/** What somebody says about a card: a question, or a tip. */
export function reaction(by: Visitor, kind: CardKind, on: string, index: number): Written {
  const title = cut(reactions[index % reactions.length]!, kind.titleMax);
  return { by, card: { kind: kind.id, title, text: '', on } };
}

export async function write(by: Visitor, card: NewCard, command = false): Promise<void> {
  if (command) await by.command('POST', '/cards', card);
  else by.line.change((doc) => makeCard(doc, card));
}

interface Written {
  by: Visitor;
  card: Omit<NewCard, 'id'>;
}

/** One at each table: its secretary, or where there is none somebody who sits there. */
async function tableWriters(crew: Crew): Promise<Map<number, Visitor>> {
  return new Map([...(await crew.seats())].map(([table, [first]]) => [table, first!]));
}

/** What is on the mind of many comes up at most tables; a table that chose a theme stays with it. */
function atATable({ table, by }: AtTable, phase: Contribute, kind: CardKind, crew: Crew): Written[] {
  const theme = themeAt(table, phase, crew);
  const meant = ideas.filter((idea) => idea.theme === theme);
  const pool = meant.length > 0 ? meant : ideas;
  const wanted = leastAtATable + Math.floor(crew.chance() * moreAtATable);
  const count = Math.min(phase.maxPerPerson, wanted, pool.length);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(Math.floor(crew.chance() ** 1.5 * pool.length));
  return [...chosen].map((index) => ({ by, card: asCard(pool[index]!, kind) }));
}

interface AtTable {
  table: number;
  by: Visitor;
}

function themeAt(table: number, { id }: Contribute, { doc, session }: Crew): string | undefined {
  const seating = readSeating(readLive(doc), id, session.run);
  const option = seating && optionAt(seating, table);
  return option ? itemOn(groundOf(doc), option.id)?.title : undefined;
}

function columnOf({ sorts, columns }: Contribute, index: number): { column?: string } {
  const choices = sorts ?? columns;
  return choices ? { column: choices[index % choices.length]!.id } : {};
}
