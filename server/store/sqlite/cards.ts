/** Cards that are not in the shared document: those that wait, and those that were taken out. */
import type { Statements, StoredGone, StoredHeld } from '../statements.ts';
import type { GoneRow, HeldMore, HeldRow, Store } from '../store.ts';

type Cards = Pick<Store, 'held' | 'gone'>;

export function cardTables({ held, gone }: Statements): Cards {
  return {
    held: {
      add: (row) => void held.add.run({ ...row, more: JSON.stringify(row.more ?? {}) }),
      get(session, id) {
        const row = held.get.get({ session, id });
        return row && heldFrom(row);
      },
      of: (session) => held.of.all({ session }).map(heldFrom),
      setState: (session, id, state) => void held.setState.run({ session, id, state }),
      remove: (session, id) => void held.remove.run({ session, id }),
    },
    gone: {
      put: (row) => void gone.put.run({ ...row, content: JSON.stringify(row.content) }),
      get(session, card) {
        const row = gone.get.get({ session, card });
        return row && fromStored(row);
      },
      of: (session) => gone.of.all({ session }).map(fromStored),
      remove: (session, card) => void gone.remove.run({ session, card }),
    },
  };
}

function heldFrom({ more, ...row }: StoredHeld): HeldRow {
  return more === '{}' ? row : { ...row, more: JSON.parse(more) as HeldMore };
}

function fromStored(row: StoredGone): GoneRow {
  return { ...row, content: JSON.parse(row.content) as GoneRow['content'] };
}
