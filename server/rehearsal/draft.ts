/** Plans in a rehearsal: somebody of each table, team or bringer fills one in and hands it in, through the public doors. */
import { limits } from '../../shared/limits.ts';
import { readSession } from '../../shared/document.ts';
import { fieldMax, plansOf, readPlans, titleField, type Plan } from '../../shared/plans.ts';
import { templateOf } from '../../shared/templates.ts';
import type { Me } from '../../shared/api/me.ts';
import { belongingsIn, isTheirs, type Belongings } from '../../shared/whose.ts';
import bundled from './ideas.json';
import type { Visitor } from './visitor.ts';

/** One act a plan. Plans that nobody here may write, such as the facilitator's, stay as they are. */
export async function draftActs(visitors: readonly Visitor[], phase: string): Promise<(() => Promise<void>)[]> {
  const { doc } = visitors[0]!;
  const session = readSession(doc);
  if (!session) return [];
  const own: { visitor: Visitor; has: Belongings }[] = [];
  for (const visitor of visitors) {
    const me = await visitor.command<Me>('GET', '/me');
    own.push({ visitor, has: belongingsIn(doc, session.runs, me, (card) => me.cards.includes(card)) });
  }
  return plansOf(readPlans(doc), phase, session.run).flatMap((plan, index) => {
    const writer = own.find(({ has }) => isTheirs(plan, session.format, has))?.visitor;
    return writer ? [() => fillIn(writer, plan, index)] : [];
  });
}

async function fillIn(visitor: Visitor, plan: Plan, index: number): Promise<void> {
  const writer = await visitor.open(plan.id);
  const idea = bundled.ideas[index % bundled.ideas.length]!;
  if (plan.title === '') writer.fill(titleField, cut(idea.title, limits.titleLength));
  for (const { id } of templateOf(plan.template)?.fields ?? []) {
    writer.fill(id, cut(idea.text || idea.title, fieldMax(plan.template, id)));
  }
  await writer.saved();
  writer.leave();
  await visitor.command('POST', `/plans/${plan.id}/done`);
}

function cut(text: string, most: number): string {
  return [...text.trim()].slice(0, Math.floor(most / 2)).join('');
}
