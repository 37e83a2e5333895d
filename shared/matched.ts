/** Teams, lots and bids in the export: as everybody could see them. Nobody's id, a name only by consent, never contact details. */
import * as v from 'valibot';
import { bidLive, floorLive, lotLive } from './bids.ts';
import { teamLive } from './teams.ts';

const list = <T extends v.GenericSchema>(item: T, most: number) => v.pipe(v.array(item), v.maxLength(most));

export const matchingShape = v.optional(
  v.strictObject({
    teams: list(teamLive, 20_000),
    floors: list(floorLive, 1_000),
    lots: list(lotLive, 20_000),
    bids: list(bidLive, 50_000),
  }),
);
