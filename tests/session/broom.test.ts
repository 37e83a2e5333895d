/** What was taken away leaves no copy, also when the server dies before it has swept, and sweeping never takes over. */
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../server/store/failure.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { diskOf, useFolder } from '../store/files.ts';
import { Evening, value } from './evening.ts';

const folder = useFolder();

/** Two cards written and withdrawn one after the other: the second withdrawal is swept later. */
function withdrawTwice(evening: Evening): void {
  const ann = evening.join();
  value(evening.move('pitch'));
  for (const title of ['Kanarie een', 'Kanarie twee']) {
    const card = evening.write(ann, title);
    value(evening.services.cards.withdraw(ann.ask, card));
    const row = evening.store.gone.get(evening.code, card)!;
    evening.store.gone.put({ ...row, content: { ...row.content, title: '' } }); // only the log is looked at here
  }
}

const logOf = ({ store, code }: Evening) => store.updates.load(code).map((update) => Buffer.from(update).toString());

/** A store that counts sweeps, each of which may take its time or fail. */
function counting(sweep: () => void): { store: Store; swept: () => number } {
  const store = memoryStore();
  let count = 0;
  const vacuum = () => {
    count++;
    sweep();
  };
  return { store: { ...store, vacuum }, swept: () => count };
}

describe('what was withdrawn', () => {
  it('is out of the log within two seconds, however fast people are', () => {
    const evening = new Evening();
    withdrawTwice(evening);
    expect(logOf(evening).join()).toContain('Kanarie twee');
    evening.clock.pass(2_000);
    expect(logOf(evening).join()).not.toContain('Kanarie');
  });

  it('is out of the files when the server stops in those two seconds', () => {
    const path = folder.fresh();
    const evening = new Evening({ store: openSqlite(path) });
    withdrawTwice(evening);
    evening.server.services.stop();
    expect(diskOf(path).includes('Kanarie')).toBe(false);
    evening.store.close();
  });

  it('is out of the files when it starts again after a crash in those two seconds', () => {
    const path = folder.fresh();
    const evening = new Evening({ store: openSqlite(path) });
    withdrawTwice(evening);
    expect(diskOf(path).includes('Kanarie twee')).toBe(true);
    evening.restart();
    evening.server.services.sessions.sweep();
    expect(diskOf(path).includes('Kanarie')).toBe(false);
    evening.store.close();
  });
});

describe('sweeping', () => {
  it('waits when it fails, and fails no command', () => {
    let full = true;
    const { store } = counting(() => {
      if (full) throw new StoreUnavailable('full');
    });
    const evening = new Evening({ store });
    withdrawTwice(evening);
    expect(store.unswept.all()).toEqual([evening.code]);
    full = false;
    evening.clock.pass(5_000);
    expect(store.unswept.all()).toEqual([]);
  });

  it.each([
    ['a tenth of the time at most for what was promised to be gone', 100_000, 'erase'],
    ['a hundredth for what is kept for its writer', 1_000_000, 'withdraw'],
  ] as const)('takes %s, for all sessions together', (_, time, how) => {
    const { store, swept } = counting(() => evening.clock.pass(1_000)); // a large file
    const evening: Evening = new Evening({ store });
    const ann = evening.join();
    value(evening.move('pitch'));
    const card = evening.write(ann, 'Kanarie');
    const { cards, people } = evening.services;
    const takeAway = {
      erase: () => value(people.erase(ann.ask)),
      withdraw: () => [cards.withdraw(ann.ask, card), cards.return(ann.ask, card)].map(value),
    };
    const until = evening.clock.now() + time;
    while (evening.clock.now() < until) {
      takeAway[how]();
      evening.clock.pass(time / 1_000);
    }
    expect(swept()).toBeLessThanOrEqual(11);
    expect(swept()).toBeGreaterThan(5);
  });

  it('does not wait for what is kept when something must be gone', () => {
    const { store, swept } = counting(() => evening.clock.pass(1_000));
    const evening: Evening = new Evening({ store });
    const ann = evening.join();
    value(evening.move('pitch'));
    for (const title of ['een', 'twee']) {
      value(evening.services.cards.withdraw(ann.ask, evening.write(ann, title)));
    }
    evening.clock.pass(50_000);
    expect(swept()).toBe(1);
    value(evening.services.people.erase(ann.ask));
    expect([swept(), store.unswept.all()]).toEqual([2, []]);
    evening.clock.pass(100_000);
    expect(swept()).toBe(2);
  });

  it('has nothing to do after what takes nothing away', () => {
    const { store, swept } = counting(() => undefined);
    const evening = new Evening({ store });
    const ann = evening.join();
    value(evening.move('pitch'));
    evening.write(ann, 'bankje');
    evening.server.services.sessions.sweep();
    evening.server.services.stop();
    expect(swept()).toBe(0);
  });
});
