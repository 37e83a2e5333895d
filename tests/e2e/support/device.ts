/** What a device keeps, read behind the back of the program. */
import type { Page } from '@playwright/test';

/** Every record and key on this device that belongs to a session. */
export function keptOf(page: Page, code: string): Promise<string[]> {
  return page.evaluate(async (session) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('not readable'));
      });
    const found = Object.keys(localStorage).filter((key) => key.includes(session));
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = await done<unknown[]>(database.transaction(store).objectStore(store).getAll());
        found.push(...records.map((record) => JSON.stringify(record)));
      }
      database.close();
    }
    return found;
  }, code);
}
