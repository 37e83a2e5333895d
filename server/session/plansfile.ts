/** Plans in the files that leave, whole: in `session.json`, and as a text people can paste anywhere. */
import type * as Y from 'yjs';
import type { ExportFile } from '../../shared/exportfile.ts';
import { phaseOf } from '../../shared/format.ts';
import { plansOf, readPlans, type Plan } from '../../shared/plans.ts';
import type { Language } from '../../shared/refusals.ts';
import { setPlan } from '../../shared/stamp.ts';
import { templateOf } from '../../shared/templates.ts';
import { say } from '../../shared/words.ts';
import { seedOf, unusedClient } from './drafting.ts';
import type { Hall, Scene } from './hall.ts';
import type { Register } from './register.ts';
import { settlePlans } from './telling.ts';

type Plans = NonNullable<ExportFile['plans']>;

/** As they are this moment. The key is there only when there are any. */
export function plansFile(hall: Hall, scene: Scene): { plans?: Plans } {
  settlePlans(hall, scene);
  const plans = readPlans(scene.doc).map((plan) => ({ ...plan, words: { ...plan.words } }));
  return plans.length > 0 ? { plans } : {};
}

export function fillPlans(doc: Y.Doc, plans: Plans): void {
  for (const plan of plans) setPlan(doc, plan);
}

/** Each gets a document again, so that it can be written on. */
export function fillPlanLogs(hall: Hall, register: Register, plans: Plans): void {
  if (plans.length === 0) return;
  const client = unusedClient(hall, register);
  register.authors.setWriter(client, 'server');
  for (const plan of plans) hall.parts.store.updates.append(register.code, seedOf(plan, client), plan.id);
}

const phrases = { table: { nl: 'Tafel', en: 'Table' }, untitled: { nl: 'Zonder titel', en: 'Untitled' } };

/** The newest run of each part, in order of the programme. */
export function plansMarkdown({ doc, session: { title, format, language } }: Scene): string {
  const all = readPlans(doc);
  const parts = format.phases.flatMap(({ id }) => {
    const plans = plansOf(all, id);
    const heading = say(phaseOf(format, id)?.title ?? { nl: id, en: id }, language);
    return plans.length > 0 ? [`## ${plain(heading)}`, ...plans.map((plan) => markdownOf(plan, language))] : [];
  });
  return [`# ${plain(title)}`, ...parts, ''].join('\n\n');
}

function markdownOf(plan: Plan, language: Language): string {
  const heading = plan.title.trim() || say(phrases.untitled, language);
  const table = plan.table === null ? [] : [`${say(phrases.table, language)} ${plan.table}`];
  const fields = (templateOf(plan.template)?.fields ?? []).flatMap((field) => {
    const text = plan.words[field.id]?.trim() ?? '';
    return text === '' ? [] : [`**${plain(say(field.title, language))}**`, plain(text)];
  });
  return [`### ${plain(heading)}`, ...table, ...fields].join('\n\n');
}

/** People's own signs stay signs. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, '$1\\$2')
    .replace(/\n/g, '  \n');
}
