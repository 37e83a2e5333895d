/**
 * Tables for a spreadsheet in a Dutch office: `;` between fields, a byte order mark, and nothing that a spreadsheet would
 * take for a formula.
 */
import { stringify } from 'csv-stringify/sync';
import { placeOf } from '../../shared/document.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import { phaseOf, type Format } from '../../shared/format.ts';
import type { Method } from '../../shared/phases/vote.ts';
import { say } from '../../shared/words.ts';
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
];

/** Cards whose words are in the file, in order of arrival; then those that were held. */
export function cardsCsv({ cards, clusters, held, session }: ExportFile): string {
  const clusterById = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const numbers = new Map(cards.map((card) => [card.id, card.number]));
  const lines = cards.filter(({ kind }) => kind !== '').map((card) => lineOf(card));
  const late = held.map(({ title, text, state }): Line => ({ ...empty, title, text, state, via: 'late' }));
  return table(cardColumns, [...lines, ...late]);

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
    };
  }
}

/** Only results that were revealed belong here. */
export function resultsCsv(results: readonly Result[], format: Format, language: Language): string {
  const lines = results.flatMap(({ phase, run, ranking, method, electorate, ballots, seed }) =>
    ranking.map(({ rank, title, value, voters, wins }): Line => ({
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
    })),
  );
  return table(resultColumns, lines);
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
  return method.kind === 'dots' ? `dots ${method.dots}/${method.maxPerItem}` : `approval ${method.max}`;
}
