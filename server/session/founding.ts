/** Making a session: its row, its first facilitator and its document's first update, all or nothing. */
import type * as Y from 'yjs';
import { makeCode, makeId, makeToken } from '../../shared/ids.ts';
import type { Session } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import { setSession } from '../../shared/stamp.ts';
import type { Hall } from './hall.ts';
import type { Register } from './register.ts';
import { deleteAt } from './retention.ts';
import type { Founded } from './services.ts';
import { tokenHash } from './secrets.ts';

/** What a session must start with; the rest follows. */
type Ground = 'title' | 'question' | 'organiser' | 'anchors' | 'language' | 'format' | 'state';
/** What a copy or an import brings along. */
type Extra = 'phase' | 'run' | 'runs' | 'locked' | 'doors' | 'showTables' | 'rehearsalOf' | 'followsFrom';
type Foundation = Pick<Session, Ground> & { [Key in Extra]?: Session[Key] };

export function found(
  hall: Hall,
  foundation: Foundation,
  origin: string,
  fill: (doc: Y.Doc) => void = () => undefined,
  alongside: (code: string, register: Register) => void = () => undefined,
): Founded {
  const { store, rooms, door, random, links } = hall.parts;
  const code = freeCode(hall);
  const token = makeToken(random);
  const now = hall.now();
  const rehearsalOf = foundation.rehearsalOf ?? null;
  const row = { code, createdAt: now, touchedAt: now, rehearsalOf };
  const session: Session = {
    phase: null,
    run: 0,
    runs: {},
    phaseSince: now,
    timer: { state: 'off' },
    paused: false,
    locked: false,
    doors: 'open',
    screen: 'phase',
    spotlight: null,
    announcement: null,
    rehearsalOf: null,
    showTables: false,
    ...foundation,
    joinUrl: links.addresses(origin)[0] ?? null,
    createdAt: now,
    deleteAt: deleteAt(hall, row),
  };
  const facilitator = { session: code, tokenHash: tokenHash(token), name: '' };
  try {
    rooms.open(code).change(
      (doc) => {
        setSession(doc, session);
        fill(doc);
      },
      () => {
        store.sessions.add(row);
        const register = door.registers.of(code);
        register.addFacilitator({ ...facilitator, id: makeId(random), createdAt: now });
        alongside(code, register);
      },
    );
  } catch (error) {
    rooms.drop(code, refuse('no_session'));
    door.forget(code);
    throw error;
  }
  return { code, facilitatorToken: token };
}

function freeCode({ parts: { store, random } }: Hall): string {
  for (;;) {
    const code = makeCode(random);
    if (!store.sessions.get(code) && !store.sessions.erased(code)) return code;
  }
}
