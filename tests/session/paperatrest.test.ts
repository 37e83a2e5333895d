/**
 * Paper and hands in the file: after the close nothing says who of the console entered what, which code had which ballot, nor
 * what was never counted.
 */
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { paperSlot } from '../../server/session/secrets.ts';
import { diskOf, useFolder } from '../store/files.ts';
import { paperEvening } from './collecting.ts';
import { value } from './evening.ts';

const folder = useFolder();

function evening() {
  const path = folder.fresh();
  const held = paperEvening(undefined, {}, { store: openSqlite(path) });
  const disk = () => diskOf(path).toString('latin1');
  held.open();
  const codes = held.print(4);
  const [a, b, c] = held.items;
  held.both(codes[0]!, { dots: { [a!]: 3 } });
  held.both(codes[1]!, { dots: { [b!]: 2 } });
  value(held.enter(held.ann, codes[2]!, { dots: { [c!]: 1 } }));
  return { ...held, disk, codes, key: { session: held.hall.code, phase: 'vote', run: 1 } };
}

describe('on the disk after the close', () => {
  it('are the ballots that counted, and neither codes nor slots, nor what one person entered', () => {
    const { hall, ann, codes, key, disk, items, collect } = evening();
    const single = `{"dots":{"${items[2]}":1}}`;
    const slots = () => hall.store.box.all(key).length;
    const isThere = (code: string) => hall.store.box.get(key, paperSlot(code, key)) !== null;
    // what two people entered lies under a slot that says nothing; what waits is found by its code
    expect([slots(), ...codes.map(isThere)]).toEqual([3, false, false, true, false]);
    expect(disk()).toContain(single);
    value(collect());
    expect([slots(), ...codes.map(isThere)]).toEqual([3, false, false, true, false]);
    expect(disk()).toContain(paperSlot(codes[2]!, key));
    hall.clock.pass(10_000); // the file is rewritten once in a while
    value(hall.services.votes.close(ann, 'vote'));
    for (const code of codes) {
      expect(disk()).not.toContain(code);
      expect(disk()).not.toContain(paperSlot(code, key));
    }
    expect(disk()).not.toContain(single);
    expect(hall.store.ballots.of(key)).toHaveLength(2);
    expect(hall.store.box.all(key)).toEqual([]);
    hall.store.close();
  });

  it('is nothing of them when the vote was aborted', () => {
    const { hall, ann, codes, key, disk, info } = evening();
    value(hall.services.votes.abort(ann, 'vote'));
    for (const code of codes) expect(disk()).not.toContain(paperSlot(code, key));
    expect(disk()).not.toContain('{"dots":{');
    expect(info()).toMatchObject({ run: 2, printed: 0, counted: 0 });
    hall.store.close();
  });
});
