/** An evening of what no format on the list has yet: each phase kind in its other ways. */
import type { Format, Phase } from '../../shared/format.ts';
import type { Source } from '../../shared/phases/common.ts';

const said = { nl: 'Zeg het.', en: 'Say it.' };
const named = (...ids: string[]) => ids.map((id) => ({ id, title: { nl: id, en: id } }));
const about = (id: string) => ({ id, title: said, prompt: said, minutes: 5 });

const ideas: Source = { from: 'cards', kind: 'idee' };
const chosen: Source = { from: 'winners', phase: 'stemmen' };

const phases: Phase[] = [
  { ...about('wijken'), kind: 'assign', way: 'neighbourhood', size: 4 },
  { ...about('stil'), kind: 'contribute', cardKind: 'idee', maxPerPerson: 1, visible: 'after' },
  { ...about('poort'), kind: 'contribute', cardKind: 'idee', maxPerPerson: 1, moderated: true },
  {
    ...about('vakken'),
    ...{ kind: 'contribute', cardKind: 'idee', maxPerPerson: 1, anonymous: true, columns: named('nu', 'later') },
  },
  { ...about('zetten'), kind: 'arrange', who: 'facilitator', columns: named('klein', 'groot') },
  { ...about('samen'), kind: 'arrange', who: 'everybody', rank: { by: 'writers', top: 3, cut: 'lot' } },
  {
    ...about('toetsen'),
    kind: 'check',
    of: { from: 'winners', phase: 'samen' },
    criteria: 'anchors',
    outcomes: ['on', 'back'],
  },
  { ...about('stemmen'), kind: 'vote', method: { kind: 'approval', max: 3 }, items: 'clusters', top: 2, cut: 'lot' },
  {
    ...about('strijd'),
    kind: 'present',
    of: { from: 'clusters' },
    order: 'lot',
    form: 'knockOut',
    seconds: 60,
    rebuttal: 30,
  },
  { ...about('markt'), kind: 'match', way: 'market', of: ideas, bids: ['time', 'money'], money: true },
  { ...about('zaal'), kind: 'draft', template: 'manifestzin', by: 'everybody', of: chosen },
  { ...about('tafel'), kind: 'draft', template: 'procesafspraken', by: 'facilitator' },
  {
    ...about('kring'),
    kind: 'present',
    of: { from: 'plans', phase: 'zaal' },
    order: 'agenda',
    form: 'roundRobin',
    seconds: 60,
  },
  { ...about('inbrengers'), kind: 'draft', template: 'plan-kort', by: 'bringer', of: ideas },
  { ...about('slot'), kind: 'explain', show: 'plans' },
  {
    ...about('antwoord'),
    ...{ kind: 'reply', when: 'after', of: chosen, statuses: named('ja', 'nee'), reasonRequired: false },
  },
];

export const everything: Format = {
  id: 'alles',
  title: said,
  summary: said,
  groups: named('inwoner', 'raadslid'),
  duties: ['partner'],
  cardKinds: [
    {
      id: 'idee',
      title: said,
      titleMax: 80,
      textMax: 280,
      fields: [{ id: 'kosten', title: said, max: 12, kind: 'money', required: true }],
    },
  ],
  tickets: true,
  phases,
};
