/** How the two sides of a match can be reached. */
import type { Statements } from '../statements.ts';
import type { Store } from '../store.ts';

export function contactTables({ contacts }: Statements, transaction: Store['transaction']): Pick<Store, 'contacts'> {
  return {
    contacts: {
      put: (row) => void contacts.put.run(row),
      of: (session) => contacts.of.all({ session }),
      remove: (session, match, side) => void contacts.remove.run({ session, match, side: side ?? null }),
      expire: (now) =>
        transaction(() => {
          const late = contacts.late.all({ now });
          contacts.expire.run({ now });
          return late.map(({ session }) => session);
        }),
    },
  };
}
