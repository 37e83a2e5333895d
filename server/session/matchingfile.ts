/** Teams, lots and bids in the files that leave: what everybody could see, and nobody's contact details. */
import type * as Y from 'yjs';
import { bidKey, floorKey, floorOf, lotKey, readBids, readFloors, readLots } from '../../shared/bids.ts';
import { readLive } from '../../shared/document.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import { say } from '../../shared/words.ts';
import { groundOf, itemOn } from '../../shared/sources.ts';
import { setLive } from '../../shared/stamp.ts';
import { readTeams, teamKey } from '../../shared/teams.ts';
import { table, titleOf, type Line } from './csv.ts';
import type { Scene } from './hall.ts';

type Matching = NonNullable<ExportFile['matching']>;
type Told = Pick<Scene, 'doc' | 'session'>;

const matchColumns = ['phase', 'run', 'lot', 'kind', 'bid', 'from', 'state', 'lotState'];
const teamColumns = ['phase', 'run', 'team', 'people', 'groups', 'state', 'needed', 'lacking', 'lead', 'names'];

/** The key is there only when there is something in it. */
export function matchingFile(doc: Y.Doc): { matching?: Matching } {
  const live = readLive(doc);
  const matching = { teams: readTeams(live), floors: readFloors(live), lots: readLots(live), bids: readBids(live) };
  return Object.values(matching).some((list) => list.length > 0) ? { matching } : {};
}

export function fillMatching(doc: Y.Doc, { teams, floors, lots, bids }: Matching): void {
  for (const team of teams) setLive(doc, teamKey(team), team);
  for (const floor of floors) setLive(doc, floorKey(floor.phase, floor.run), floor);
  for (const lot of lots) setLive(doc, lotKey(lot), lot);
  for (const bid of bids) setLive(doc, bidKey(bid.id), bid);
}

/** One bid a line: what became a match, and what is still open. */
export function matchesCsv({ doc, session: { format, language } }: Told): string {
  const live = readLive(doc);
  const title = titles(doc);
  const lines = readBids(live).map(({ phase, run, lot, kind, text, from, table: at, number, state }): Line => ({
    phase: titleOf(format, phase, language),
    run,
    lot: title(lot),
    kind,
    bid: text,
    from: from || (at ? `table ${at}` : number ? `participant ${number}` : ''),
    state: state === 'accepted' ? 'match' : 'open',
    lotState: floorOf(live, { phase, run, item: lot }),
  }));
  return table(matchColumns, lines);
}

export function teamsCsv({ doc, session: { format, language } }: Told): string {
  const title = titles(doc);
  const group = (id: string) => {
    const found = format.groups.find((one) => one.id === id);
    return found ? say(found.title, language) : id;
  };
  const lines = readTeams(readLive(doc)).map((team): Line => ({
    phase: titleOf(format, team.phase, language),
    run: team.run,
    team: title(team.item),
    people: team.count,
    groups: Object.entries(team.groups)
      .map(([id, count]) => `${group(id) || '-'} ${count}`)
      .join(', '),
    state: team.state,
    needed: team.short,
    lacking: team.lacking.map(group).join(', '),
    lead: team.lead ? team.lead.name || `participant ${team.lead.number}` : '',
    names: team.names.join(', '),
  }));
  return table(teamColumns, lines);
}

function titles(doc: Y.Doc): (item: string) => string {
  const ground = groundOf(doc);
  return (item) => itemOn(ground, item)?.title ?? '';
}
