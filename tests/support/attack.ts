import type { Identity } from '../../server/ports.ts';
import type { Session } from '../../shared/model.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import type { World } from './world.ts';

export interface Attack {
  name: string;
  /** why it is refused; or that the client must sync again */
  gets: RefusalCode | 'resync';
  /** the session at that moment; by default pitching */
  session?: Partial<Session>;
  /** by default Ben, on a page he has just opened */
  by?: Identity;
  update(world: World): Uint8Array;
}
