/** Whose is it? Each asks for themselves: nobody else can know. */
import { belongingsIn, isTheirs, type Belongings } from '../../shared/whose.ts';
import { readPlan, type Plan } from '../../shared/plans.ts';
import type { Me } from '../../shared/api/me.ts';
import type { Crew } from './crew.ts';
import type { Visitor } from './visitor.ts';

/** So many ask at the same time. */
const atOnce = 16;

/** Item (a card, or a plan) → somebody here whose it is. */
export async function ownersOf(crew: Crew, items: readonly string[]): Promise<Map<string, Visitor>> {
  const all = await everybodysBelongings(crew);
  const owners = new Map<string, Visitor>();
  for (const item of items) {
    const plan = readPlan(crew.doc, item);
    const owner = all.find(({ has }) => (plan ? isTheirs(plan, crew.format, has) : has.owns(item)))?.visitor;
    if (owner) owners.set(item, owner);
  }
  return owners;
}

/** Plan → somebody here who may write in it. Of a table that is its secretary, where it has one. */
export async function writersOf(crew: Crew, plans: readonly Plan[]): Promise<Map<Plan, Visitor>> {
  const all = await everybodysBelongings(crew);
  const secretaries = all.filter(({ visitor }) => visitor.part.duty === 'secretary');
  const ordered = [...secretaries, ...all.filter((one) => !secretaries.includes(one))];
  const { format } = crew;
  return new Map(
    plans.flatMap((plan) => {
      const writer = ordered.find(({ has }) => isTheirs(plan, format, has))?.visitor;
      return writer ? [[plan, writer] as const] : [];
    }),
  );
}

/** Lot → who brought it, as far as they are here. */
export async function bringersOf(crew: Crew): Promise<Map<string, Visitor[]>> {
  const bringers = new Map<string, Visitor[]>();
  for (const { visitor, me } of await askAll(crew)) {
    for (const lot of me.matching.lots) bringers.set(lot, [...(bringers.get(lot) ?? []), visitor]);
  }
  return bringers;
}

async function everybodysBelongings(crew: Crew): Promise<{ visitor: Visitor; has: Belongings }[]> {
  const { doc, session } = crew;
  return (await askAll(crew)).map(({ visitor, me }) => {
    return { visitor, has: belongingsIn(doc, session.runs, me, (card) => me.cards.includes(card)) };
  });
}

async function askAll({ people }: Crew): Promise<{ visitor: Visitor; me: Me }[]> {
  const told: { visitor: Visitor; me: Me }[] = [];
  for (let from = 0; from < people.length; from += atOnce) {
    const some = people.slice(from, from + atOnce);
    told.push(...(await Promise.all(some.map(async (visitor) => ({ visitor, me: await visitor.me() })))));
  }
  return told;
}
