/**
 * Tables for a spreadsheet in a Dutch office: `;` between fields, a byte order mark, and nothing that a spreadsheet would
 * take for a formula.
 */
import { stringify } from 'csv-stringify/sync';
import { placeOf } from '../../shared/document.ts';
import { channels } from '../../shared/channel.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import { cardKindOf, phaseOf, type CardField, type Format, type Phase } from '../../shared/format.ts';
import type { Method } from '../../shared/phases/vote.ts';
import { say, type Named } from '../../shared/words.ts';
import type { Result } from '../../shared/model.ts';
import type { Language } from '../../shared/refusals.ts';

export type Line = Record<string, string | number>;
type ExportedCard = ExportFile['cards'][number];

const cardColumns = ['number', 'title', 'text', 'theme', 'state', 'merged', 'via', 'table', 'phase'];
const resultColumns = [
  'phase',
  'run',
  'rank',
  'title',
  'value',
  'voters',
  'wins',
  'method',
  'electorate',
  'ballots',
  'seed',
  'exact',
  'cost',
  'shown',
];

/** Cards whose words are in the file, in order of arrival; then those that were held. */
export function cardsCsv({ cards, clusters, held, session }: ExportFile): string {
  const clusterById = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const numbers = new Map(cards.map((card) => [card.id, card.number]));
  const { format, language } = session;
  const asked = new Map(format.cardKinds.flatMap(({ fields = [] }) => fields.map((field) => [field.id, field])));
  const heading = ({ id, title }: CardField) => `${say(title, language)} (${id})`;
  const places = new Map(format.phases.flatMap((phase) => placesOf(phase).map((place) => [place.id, place.title])));
  const lines = cards.filter(({ kind }) => kind !== '').map((card) => lineOf(card));
  const late = held.map((card): Line => {
    const { title, text, state } = card;
    return { ...empty, title, text, state, via: 'late', ...restOf(card) };
  });
  const more = [
    ...(format.cardKinds.length > 1 ? ['kind'] : []),
    ...(format.phases.some((phase) => phase.kind === 'contribute' && phase.on) ? ['on'] : []),
    ...(places.size > 0 ? ['column'] : []),
    ...[...asked.values()].map(heading),
  ];
  return table([...cardColumns, ...more], [...lines, ...late]);

  function restOf({ kind, on, column, fields }: Pick<ExportedCard, 'kind' | 'on' | 'column' | 'fields'>): Line {
    const title = cardKindOf(format, kind)?.title;
    const place = places.get(column ?? '');
    return {
      kind: title ? say(title, language) : kind,
      on: numbers.get(on ?? '') ?? '',
      column: place ? say(place, language) : (column ?? ''),
      ...Object.fromEntries([...asked.values()].map((field) => [heading(field), fields[field.id] ?? ''])),
    };
  }

  function lineOf(card: ExportedCard): Line {
    const theme = clusterById.get(placeOf(card.cluster, clusterById) ?? '');
    const into = card.mergedInto === null ? undefined : numbers.get(card.mergedInto);
    const from = card.mergedFrom.map((id) => numbers.get(id)).filter((number) => number !== undefined);
    return {
      number: card.number,
      title: card.title,
      text: card.text,
      theme: theme ? `${theme.letter} ${theme.name}` : '',
      state: card.gone ?? (into === undefined ? 'board' : 'merged'),
      merged: into === undefined ? from.map((number) => `< ${number}`).join(' ') : `> ${into}`,
      via: card.via ?? '',
      table: card.table ?? '',
      phase: titleOf(session.format, card.phase, session.language),
      ...restOf(card),
    };
  }
}

function placesOf(phase: Phase): readonly Named[] {
  if (phase.kind === 'contribute') return [...(phase.sorts ?? []), ...(phase.columns ?? [])];
  return phase.kind === 'arrange' ? (phase.columns ?? []) : [];
}

/** Only results that were revealed belong here; of a long list with how often each item came first on a ballot. */
export function resultsCsv(
  results: readonly { result: Result; shown: ReadonlyMap<string, number> }[],
  format: Format,
  language: Language,
): string {
  const ways = channels.filter((way) => results.some(({ result }) => result.columns?.some(({ of }) => of === way)));
  const lines = results.flatMap(
    ({ result: { phase, run, ranking, method, electorate, ballots, seed, columns }, shown }) =>
      ranking.map(({ id, rank, title, value, voters, wins, values = [], cost = '' }): Line => ({
        phase: titleOf(format, phase, language),
        run,
        rank,
        title,
        value,
        voters,
        wins: wins ? 1 : 0,
        method: methodOf(method),
        electorate,
        ballots,
        seed,
        exact: values.join(' '),
        cost,
        shown: shown.get(id) ?? '',
        ...Object.fromEntries((columns ?? []).map(({ of, lines: given }) => [of, given[id]?.values[0] ?? ''])),
      })),
  );
  return table([...resultColumns, ...ways], lines);
}

const empty: Line = Object.fromEntries(cardColumns.map((column) => [column, '']));

export function table(columns: string[], lines: Line[]): string {
  return stringify(lines, { header: true, columns, delimiter: ';', bom: true, escape_formulas: true });
}

export function titleOf(format: Format, id: string | null, language: Language): string {
  const phase = phaseOf(format, id);
  return phase ? say(phase.title, language) : (id ?? '');
}

function methodOf(method: Method): string {
  switch (method.kind) {
    case 'dots':
      return `dots ${method.dots}/${method.maxPerItem}`;
    case 'approval':
      return `approval ${method.max}`;
    case 'ranked':
      return `ranked ${method.count ?? 'borda'} ${method.length}`;
    case 'budget':
      return ['budget', method.rule, method.completion ?? '', method.budget].filter((word) => word !== '').join(' ');
    case 'points':
      return `points ${method.points}`;
    case 'allocate':
      return `allocate ${method.budget}`;
    case 'vouchers':
      return `vouchers ${method.vouchers}/${method.value}`;
    default:
      return method.kind;
  }
}
