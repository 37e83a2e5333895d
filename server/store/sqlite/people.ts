/** Sessions and the people in them. */
import { changed } from '../change.ts';
import type { Statements, StoredParticipant } from '../statements.ts';
import type { ParticipantRow, Store } from '../store.ts';

type People = Pick<Store, 'sessions' | 'facilitators' | 'participants'>;

export function peopleTables(
  { sessions, facilitators, participants }: Statements,
  transaction: Store['transaction'],
): People {
  return {
    sessions: {
      add: (row) => void sessions.add.run(row),
      get: (code) => sessions.get.get({ code }),
      touch: (code, at) => void sessions.touch.run({ code, at }),
      list: () => sessions.list.all({}),
      erase(code, at) {
        transaction(() => {
          if (sessions.remove.run({ code }).changes > 0) sessions.bury.run({ code, at });
        });
      },
      erased: (code) => sessions.buried.get({ code }) !== null,
      forget: (before) => void sessions.forget.run({ before }),
    },
    facilitators: {
      add: (row) => void facilitators.add.run(row),
      byToken: (session, tokenHash) => facilitators.byToken.get({ session, tokenHash }),
      of: (session) => facilitators.of.all({ session }),
      remove: (session, id) => void facilitators.remove.run({ session, id }),
    },
    participants: {
      add: (row) => void participants.add.run(toStored(row)),
      byToken: (session, tokenHash) => found(participants.byToken.get({ session, tokenHash })),
      byJoin: (session, joinHash) => found(participants.byJoin.get({ session, joinHash })),
      of: (session) => participants.of.all({ session }).map(fromStored),
      change(session, id, change) {
        transaction(() => {
          const row = found(participants.get.get({ session, id }));
          if (row) participants.change.run(toStored(changed(row, change)));
        });
      },
    },
  };
}

function toStored(row: ParticipantRow): StoredParticipant {
  return { ...row, removed: Number(row.removed), acted: Number(row.acted), duties: JSON.stringify(row.duties) };
}

function fromStored(row: StoredParticipant): ParticipantRow {
  const duties = JSON.parse(row.duties) as ParticipantRow['duties'];
  return { ...row, removed: row.removed === 1, acted: row.acted === 1, duties };
}

function found(row: StoredParticipant | null): ParticipantRow | null {
  return row && fromStored(row);
}
