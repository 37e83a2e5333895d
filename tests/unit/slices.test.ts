import { expect, it } from 'vitest';
import { Slices } from '../../server/slices.ts';

/** A loop that goes round when it is told to, and a clock that work moves on. */
function loop() {
  let now = 0;
  let next: (() => void)[] = [];
  const done: string[] = [];
  const slices = new Slices({ now: () => now }, (work) => void next.push(work));
  return {
    done,
    /** work that takes so many ms */
    add: (name: string, ms: number) =>
      slices.add(() => {
        now += ms;
        done.push(name);
        if (name === 'breaks') throw new Error(name);
      }),
    round(): void {
      const works = next;
      next = [];
      for (const work of works) work();
    },
  };
}

it('does what takes little in one go, in order, and not before the loop comes round', () => {
  const { add, round, done } = loop();
  for (const name of ['one', 'two', 'three']) add(name, 1);
  expect(done).toEqual([]);
  round();
  expect(done).toEqual(['one', 'two', 'three']);
});

it('lets the loop go round after a slice', () => {
  const { add, round, done } = loop();
  for (const name of ['one', 'two', 'three', 'four']) add(name, 3);
  round();
  expect(done).toEqual(['one', 'two']);
  add('five', 3);
  round();
  expect(done).toEqual(['one', 'two', 'three', 'four']);
  round();
  expect(done).toEqual(['one', 'two', 'three', 'four', 'five']);
});

it('goes on after work that throws', () => {
  const { add, round, done } = loop();
  for (const name of ['breaks', 'next']) add(name, 1);
  expect(round).toThrow('breaks');
  round();
  expect(done).toEqual(['breaks', 'next']);
});
