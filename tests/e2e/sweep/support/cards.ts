/** Sessions in which cards say more: fields, reactions, a theme team, themes that are counted. */
import type { ExportFile } from '../../../../shared/exportfile.ts';
import type { CardKind, Phase } from '../../../../shared/format.ts';
import { cardId } from './scene.ts';

type Change = (file: ExportFile) => ExportFile;

const idea: Partial<CardKind> = {
  textTitle: { nl: 'Wat is het?', en: 'What is it?' },
  fields: [
    {
      id: 'help',
      title: { nl: 'Wat doe ik zelf?', en: 'What do I do myself?' },
      hint: { nl: 'Bijvoorbeeld: ik schilder het bankje.', en: 'For example: I paint the bench.' },
      max: 200,
      required: true,
    },
    { id: 'cost', title: { nl: 'Kosten', en: 'Costs' }, max: 9, kind: 'money' },
  ],
};
const said = { help: 'Ik schilder, mijn zoon timmert.', cost: '12500' };

const reaction: CardKind = {
  id: 'reactie',
  title: { nl: 'reactie', en: 'reaction' },
  titleMax: 120,
  textMax: 0,
};
const sorts = [
  { id: 'tip', title: { nl: 'Tip', en: 'Tip' } },
  { id: 'vraag', title: { nl: 'Vraag', en: 'Question' } },
];

const phases =
  (of: (phase: Phase) => Phase): Change =>
  (file) => {
    const { session } = file;
    return { ...file, session: { ...session, format: { ...session.format, phases: session.format.phases.map(of) } } };
  };

/** The kind `idea` asks two fields more; cards that are there have them. */
export const withFields: Change = (file) => {
  const { session, cards } = file;
  const cardKinds = session.format.cardKinds.map((kind) => (kind.id === 'idea' ? { ...kind, ...idea } : kind));
  const filled = cards.map((card) => ({ ...card, fields: said }));
  return { ...file, cards: filled, session: { ...session, format: { ...session.format, cardKinds } } };
};

/** Pitching is reacting; the first idea has two reactions. */
export const reacting: Change = (file) => {
  const changed = phases((phase) =>
    phase.kind === 'contribute' ? { ...phase, cardKind: reaction.id, on: 'idea', sorts } : phase,
  )(file);
  const [first] = file.cards;
  const reactions = ['Vraag het aan de woningbouw.', 'Wie maait het gras?'].map((title, n) => {
    const place = { id: `reactie00${n}`, kind: reaction.id, on: cardId(1), column: sorts[n]!.id, number: 900 + n };
    return { ...first!, ...place, title, text: '', cluster: null, table: null };
  });
  const { format } = changed.session;
  const session = { ...changed.session, format: { ...format, cardKinds: [...format.cardKinds, reaction] } };
  return { ...changed, session, cards: [...file.cards, ...reactions] };
};

/** Silent and anonymous writing. */
export const silent: Change = phases((phase) =>
  phase.kind === 'contribute' ? { ...phase, visible: 'after', anonymous: true } : phase,
);

/** The table writes together. */
export const byTable: Change = phases((phase) => (phase.kind === 'contribute' ? { ...phase, by: 'table' } : phase));

/** A theme team arranges, themes are counted by tables, and the last part shows them. */
export const themeTeam: Change = (file) => {
  const changed = phases((phase) => {
    if (phase.kind === 'arrange') return { ...phase, who: 'theme', rank: { by: 'tables', top: 10, cut: 'along' } };
    return phase.kind === 'explain' ? { ...phase, show: 'themes' } : phase;
  })(file);
  const { session } = changed;
  return { ...changed, session: { ...session, showTables: true, format: { ...session.format, duties: ['theme'] } } };
};

/** Who does it? Three columns, with most cards in one of them. */
export const columns: Change = (file) => {
  const who = [
    { id: 'wij', title: { nl: 'Dit doen wij zelf', en: 'We do this' } },
    { id: 'samen', title: { nl: 'Dit doen wij samen met de gemeente', en: 'We do this with the municipality' } },
    { id: 'vraag', title: { nl: 'Dit vragen wij de gemeente', en: 'We ask this of the municipality' } },
  ];
  const changed = phases((phase) => (phase.kind === 'arrange' ? { ...phase, columns: who } : phase))(file);
  const cards = file.cards.map((card, n) => ({ ...card, column: ['wij', null, 'wij', 'samen'][n % 4] ?? null }));
  return { ...changed, cards };
};
