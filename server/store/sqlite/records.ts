/** What phase kinds keep. */
import type { Statements, StoredRecord } from '../statements.ts';
import type { RecordRow, Store } from '../store.ts';

export function recordTables({ records }: Statements): Pick<Store, 'records'> {
  return {
    records: {
      put: (row) => void records.put.run({ ...row, value: JSON.stringify(row.value) }),
      get(session, kind, id) {
        const row = records.get.get({ session, kind, id });
        return row && fromStored(row);
      },
      of: (session, kind) => records.of.all({ session, kind }).map(fromStored),
      remove: (session, kind, id) => void records.remove.run({ session, kind, id }),
      clear: (session, kind) => void records.clear.run({ session, kind }),
    },
  };
}

function fromStored(row: StoredRecord): RecordRow {
  return { ...row, value: JSON.parse(row.value) as unknown };
}
