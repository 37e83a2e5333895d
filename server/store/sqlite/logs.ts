/** What happened: the shared document's log, who wrote what, what facilitators did, and what is still to be swept. */
import type { Statements } from '../statements.ts';
import type { Store } from '../store.ts';

type Logs = Pick<Store, 'updates' | 'authors' | 'audit' | 'unswept'>;

export function logTables({ updates, authors, audit, unswept }: Statements, transaction: Store['transaction']): Logs {
  return {
    updates: {
      append: (session, data, plan = '') => updates.append.run({ session, plan, data }).seq,
      load: (session, plan = '') => updates.load.all({ session, plan }).map(({ data }) => new Uint8Array(data)),
      count: (session, plan = '') => updates.count.get({ session, plan })?.count ?? 0,
      compact(session, snapshot, plan = '') {
        transaction(() => {
          // The snapshot comes before the removal: SQLite gives the number of a removed last row again.
          const { seq } = updates.append.run({ session, plan, data: snapshot });
          updates.removeBefore.run({ session, plan, seq });
        });
      },
      drop: (session, plan) => void updates.drop.run({ session, plan }),
    },
    authors: {
      setCard: (session, card, who) => void authors.setCard.run({ session, card, who }),
      cards: (session) => authors.cards.all({ session }),
      setClient: (session, client, who) => void authors.setClient.run({ session, client, who }),
      clients: (session) => authors.clients.all({ session }),
    },
    audit: {
      add: (row) => void audit.add.run(row),
      of: (session) => audit.of.all({ session }),
    },
    unswept: {
      note: (code) => void unswept.note.run({ code }),
      all: () => unswept.all.all({}).map(({ code }) => code),
      clear: () => void unswept.clear.run({}),
    },
  };
}
