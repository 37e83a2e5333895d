/** Plans: somebody of each table, team, match or bringer fills one in and hands it in. */
import { limits } from '../../shared/limits.ts';
import { fieldsMap, replaceText } from '../../shared/document.ts';
import type { PhaseOf } from '../../shared/format.ts';
import { fieldMax, plansOf, readPlans, titleField, type Plan } from '../../shared/plans.ts';
import { templateOf } from '../../shared/templates.ts';
import type { Crew } from './crew.ts';
import { cut, ideas, said } from './ideas.ts';
import { writersOf } from './owners.ts';
import type { Hand } from './visitor.ts';

export async function draft(phase: PhaseOf<'draft'>, crew: Crew): Promise<void> {
  const plans = plansOf(readPlans(crew.doc), phase.id, crew.session.run);
  const writers = phase.by === 'facilitator' ? null : await writersOf(crew, plans);
  await crew.pace.crowd(plans.length, async (index) => {
    const plan = plans[index]!;
    const writer = writers ? writers.get(plan) : crew.lead;
    if (writer) await fillIn(writer, plan, index);
  });
}

export async function fillIn(hand: Hand, plan: Plan, index: number): Promise<void> {
  const line = await hand.open(plan.id);
  const idea = ideas.find(({ title }) => title.trim() === plan.title) ?? ideas[index % ideas.length]!;
  const fill = (field: string, text: string) =>
    line.change((doc) => {
      const shared = fieldsMap(doc).get(field);
      if (shared) replaceText(shared, text);
    });
  if (plan.title === '') fill(titleField, cut(idea.title, limits.titleLength));
  for (const { id } of templateOf(plan.template)?.fields ?? []) {
    fill(id, cut(said(idea, id), fieldMax(plan.template, id)));
  }
  await line.saved();
  line.close();
  await hand.command('POST', `/plans/${plan.id}/done`, {});
}
