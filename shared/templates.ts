/** What people fill in together: the forms of plans (`draft`). Every plan has a title besides. */
import type { Words } from './words.ts';

export interface TemplateField {
  id: string;
  title: Words;
  hint?: Words;
  /** characters the form asks for at most */
  max: number;
  /** without it a plan can not be handed in */
  required?: true;
}

export interface Template {
  id: string;
  title: Words;
  fields: readonly TemplateField[];
}

const field = (id: string, nl: string, en: string, max = 400): TemplateField => ({ id, title: { nl, en }, max });
const must = (id: string, nl: string, en: string, max = 400): TemplateField => ({
  ...field(id, nl, en, max),
  required: true,
});

export const templates: readonly Template[] = [
  {
    id: 'voorstel-kort',
    title: { nl: 'Voorstel', en: 'Proposal' },
    fields: [
      must('wat', 'Wat gaan we doen?', 'What are we going to do?', 600),
      must('waarom', 'Waarom?', 'Why?'),
      field('wie', 'Wie doet mee?', 'Who takes part?'),
    ],
  },
  {
    id: 'plan-kort',
    title: { nl: 'Plan', en: 'Plan' },
    fields: [
      must('wat', 'Wat is het plan?', 'What is the plan?', 800),
      must('waarom', 'Waarom is dit nodig?', 'Why is this needed?'),
      field('wie', 'Wie doen mee?', 'Who take part?'),
      field('nodig', 'Wat is er nodig?', 'What is needed?'),
      field('kosten', 'Wat kost het?', 'What does it cost?', 200),
    ],
  },
  {
    id: 'eerste-stap',
    title: { nl: 'Eerste stap', en: 'First step' },
    fields: [
      must('wat', 'Wat is de eerste stap?', 'What is the first step?'),
      must('wie', 'Wie doet dat?', 'Who does that?', 200),
      must('wanneer', 'Wanneer?', 'When?', 120),
    ],
  },
  {
    id: 'kavel',
    title: { nl: 'Kavelkaart', en: 'Lot card' },
    fields: [
      must('nodig', 'Wat heeft u nodig?', 'What do you need?'),
      must('terug', 'Wat stelt u er zelf tegenover?', 'What do you put in yourself?'),
    ],
  },
  {
    id: 'matchafspraak',
    title: { nl: 'Afspraak', en: 'Agreement' },
    fields: [
      must('wie-doet-wat', 'Wie doet wat?', 'Who does what?', 600),
      must('bellen', 'Wie belt wie?', 'Who calls whom?', 200),
      must('wanneer', 'Voor welke dag?', 'By which day?', 120),
    ],
  },
  {
    id: 'procesafspraken',
    title: { nl: 'Afspraken vooraf', en: 'Agreements beforehand' },
    fields: [
      must('wie-beslist', 'Wie beslist wat, en wanneer?', 'Who decides what, and when?', 600),
      must('oneens', 'Wat doen we als we het niet eens zijn?', 'What do we do when we disagree?', 600),
    ],
  },
  {
    id: 'manifestzin',
    title: { nl: 'Zin voor het manifest', en: 'Sentence for the manifesto' },
    fields: [
      must('zin', 'Schrijf één zin die begint met ‘Wij …’', 'Write one sentence that begins with “We …”', 240),
      field('zelf', 'Wat doen wij zelf?', 'What do we do ourselves?'),
      field('vraag', 'Wat vragen wij?', 'What do we ask?'),
    ],
  },
  {
    id: 'leerpunt',
    title: { nl: 'Les', en: 'Lesson' },
    fields: [
      must('les', 'Wat is de les, in één zin?', 'What is the lesson, in one sentence?', 240),
      field('volgende-keer', 'Wat doen we de volgende keer?', 'What do we do next time?'),
    ],
  },
];

export function templateOf(id: string): Template | null {
  return templates.find((template) => template.id === id) ?? null;
}
