import { memoryStore } from '../../server/store/memory.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { contactContract } from './contacts.ts';
import { storeContract } from './contract.ts';
import { useFolder } from './files.ts';
import { planLogContract } from './planlogs.ts';
import { pointContract } from './points.ts';
import { recordContract } from './records.ts';
import { transactionContract } from './transactions.ts';

const folder = useFolder();
const stores = {
  memory: memoryStore,
  'SQLite file': () => openSqlite(folder.fresh()),
  'SQLite :memory:': () => openSqlite(':memory:'),
};

for (const [name, make] of Object.entries(stores)) {
  storeContract(name, make);
  transactionContract(name, make);
  planLogContract(name, make);
  pointContract(name, make);
  recordContract(name, make);
  contactContract(name, make);
}
