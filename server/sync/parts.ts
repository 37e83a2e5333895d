/** What a room is made of. */
import type { Clock } from '../clock.ts';
import type { BoardRoom, Door } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { Round } from './round.ts';

/** Never gets addresses, tokens or texts. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** `desk` and `forget` are the door's. */
export interface RoomParts extends Pick<Door, 'desk' | 'forget'> {
  code: string;
  /** null: the session's own document */
  plan: string | null;
  /** open rooms of the plans of this session */
  plans: () => readonly Pick<BoardRoom, 'dismiss'>[];
  store: Pick<Store, 'transaction' | 'updates'>;
  clock: Clock;
  log: Log;
  round: Round;
}
