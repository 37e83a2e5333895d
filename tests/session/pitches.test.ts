import { describe, expect, it } from 'vitest';
import { moveCard } from '../../shared/document.ts';
import { speakerOf } from '../../shared/duelling.ts';
import { readQueue, type Queue } from '../../shared/queue.ts';
import { rankingsOf } from '../../shared/ranking.ts';
import { itemsFrom } from '../../shared/sources.ts';
import { addCluster } from '../../shared/stamp.ts';
import { commitment, lotOrder } from '../../shared/tally/lot.ts';
import { codeOf, value } from './evening.ts';
import { present, speaking } from './speaking.ts';

const titles = ['Bankje', 'Kas', 'Zwembad'];

function begun(change: Parameters<typeof speaking>[1] = {}, names = titles) {
  const all = speaking(names, change);
  value(all.evening.move('present'));
  const { evening, live } = all;
  const queue = () => readQueue(live(), 'present', evening.session.run)!;
  const lead = (input: Parameters<typeof evening.services.pitches.move>[1]) =>
    evening.services.pitches.move(evening.lead, input);
  const sign = (n: number, who = n) => evening.services.pitches.sign(all.people[who]!.ask, all.people[n]!.card);
  return { ...all, queue, lead, sign, card: (n: number) => all.people[n]!.card };
}
const turns = (evening: ReturnType<typeof begun>['evening']) =>
  evening.store.records.of(evening.code, 'turn').map(({ value: turn }) => turn);

describe('people put themselves in the queue', () => {
  it('with their own card, in the order they came, and at the last minute', () => {
    const here = begun();
    expect(here.queue()).toMatchObject({ waiting: [], current: null, lot: null });
    value(here.sign(1));
    value(here.lead({ do: 'next' }));
    value(here.sign(0));
    value(here.sign(0));
    expect(here.queue()).toMatchObject({ current: here.card(1), waiting: [here.card(0)] });
  });

  it('never with the card of somebody else, or one that is gone', () => {
    const here = begun();
    expect(codeOf(here.sign(0, 1))).toBe('not_yours');
    value(here.evening.services.cards.hide(here.evening.lead, here.card(0), 'dubbel'));
    expect(codeOf(here.sign(0))).toBe('card_gone');
  });

  it('and out of it, until they are on', () => {
    const here = begun();
    const off = (n: number) => here.evening.services.pitches.unsign(here.people[n]!.ask, here.card(n));
    value(here.sign(0));
    value(here.sign(1));
    value(here.lead({ do: 'next' }));
    expect(codeOf(off(0))).toBe('pitched');
    value(off(1));
    expect(here.queue().waiting).toEqual([]);
    expect(codeOf(here.sign(1))).toBe('ok');
    value(here.evening.move('pitch'));
    expect(codeOf(here.sign(2))).toBe('phase_closed');
  });
});

describe('the order of the lot', () => {
  it('is drawn when the phase begins, and anybody can compute it again', () => {
    const here = begun({ order: 'lot' });
    const { lot, waiting } = here.queue();
    expect(lot && commitment(lot.seed)).toBe(lot?.commit);
    expect(waiting).toEqual(
      lotOrder(
        lot!.seed,
        here.people.map(({ card }) => card),
      ),
    );
  });

  it('takes so many of each theme', () => {
    const all = speaking(titles, { order: 'lot', mostPerTheme: 1 });
    const { evening, people } = all;
    evening.room.change((doc) => {
      for (const id of ['groen0001', 'grijs0001']) {
        addCluster(doc, {
          id,
          name: id,
          letter: id === 'groen0001' ? 'A' : 'B',
          order: 1,
          gone: false,
          mergedInto: null,
        });
      }
      moveCard(doc, people[0]!.card, 'groen0001');
      moveCard(doc, people[1]!.card, 'groen0001');
      moveCard(doc, people[2]!.card, 'grijs0001');
    });
    value(evening.move('present'));
    const { waiting } = readQueue(all.live(), 'present', 1)!;
    expect(waiting).toHaveLength(2);
    expect(waiting).toContain(people[2]!.card);
  });
});

describe('the facilitator', () => {
  it('calls the next, with a whole clock that stands still', () => {
    const here = begun({ order: 'agenda' });
    value(here.lead({ do: 'next', current: null }));
    expect(here.evening.session.timer).toEqual({ state: 'paused', left: 60_000, total: 60_000 });
    expect(codeOf(here.lead({ do: 'next', current: null }))).toBe('pitch_moved');
    for (const done of [1, 2, 3]) {
      value(here.lead({ do: 'next', current: here.queue().current }));
      expect(here.queue().done).toHaveLength(done);
    }
    expect(here.queue().current).toBeNull();
    expect(here.evening.session.timer).toEqual({ state: 'off' });
    expect(codeOf(here.lead({ do: 'next' }))).toBe('not_found');
  });

  it('goes back, lets somebody come later, and puts down who is not there', () => {
    const here = begun({ order: 'agenda' });
    const [a, b, c] = [here.card(0), here.card(1), here.card(2)];
    value(here.lead({ do: 'next' }));
    value(here.lead({ do: 'later' }));
    expect(here.queue()).toMatchObject({ current: b, waiting: [c, a] });
    value(here.lead({ do: 'absent' }));
    expect(here.queue()).toMatchObject({ current: c, waiting: [a], absent: [b] });
    value(here.lead({ do: 'next' }));
    value(here.lead({ do: 'back' }));
    expect(here.queue()).toMatchObject({ current: c, waiting: [a], done: [] });
    value(here.evening.services.pitches.sign(here.evening.lead, b));
    expect(here.queue()).toMatchObject({ waiting: [a, b], absent: [] });
  });

  it('orders who waits, and passes over what is gone by then', () => {
    const here = begun({ order: 'agenda' });
    value(here.lead({ do: 'order', items: [here.card(2), 'nosuchcard', here.card(1)] }));
    expect(here.queue().waiting).toEqual([here.card(2), here.card(1), here.card(0)]);
    value(here.evening.services.cards.hide(here.evening.lead, here.card(2), 'dubbel'));
    value(here.lead({ do: 'next' }));
    expect(here.queue().current).toBe(here.card(1));
    expect(codeOf(here.evening.services.pitches.move(here.people[0]!.ask, { do: 'next' }))).toBe('not_allowed');
  });
});

describe('what is kept', () => {
  it('of a turn is the group that had the floor, and nothing of whoever did not speak', () => {
    const here = begun({ order: 'agenda' });
    value(here.lead({ do: 'next' }));
    expect(turns(here.evening)).toEqual([{ phase: 'present', run: 1, group: 'inwoner' }]);
    value(here.lead({ do: 'absent' }));
    expect(turns(here.evening)).toEqual([{ phase: 'present', run: 1, group: 'raadslid' }]);
  });

  it('of a queue is where it was, after a restart and after going back', () => {
    const here = begun({ order: 'agenda' });
    value(here.lead({ do: 'next' }));
    value(here.lead({ do: 'next' }));
    here.evening.restart();
    expect(here.queue()).toMatchObject({ current: here.card(1), done: [here.card(0)] });
    value(here.evening.move('pitch'));
    value(here.evening.move('present'));
    expect(here.queue()).toMatchObject({
      run: 2,
      current: null,
      waiting: [here.card(1), here.card(2)],
      done: [here.card(0)],
    });
  });
});

describe('what a row of pitches gives to the vote after it', () => {
  it('is all that was told or still waited, and not what nobody came to tell', () => {
    const here = begun({ order: 'agenda' });
    value(here.lead({ do: 'next' }));
    value(here.lead({ do: 'absent' }));
    value(here.evening.move('poll'));
    expect(itemsFrom(here.evening.room.doc, { from: 'winners', phase: 'present' }).map(({ title }) => title)).toEqual([
      'Kas',
      'Zwembad',
    ]);
  });
});

describe('a duel', () => {
  const pair = (queue: Queue) => queue.duels!.rounds[0]![0]! as { left: string; right: string };

  it('has both speak, then answer, and a winner named by the facilitator', () => {
    const here = begun({ order: 'lot', form: 'knockOut', rebuttal: 30 }, ['Bankje', 'Kas', 'Zwembad', 'Tuin']);
    const { left, right } = pair(here.queue());
    const spoke: (string | null)[] = [];
    const seconds: unknown[] = [];
    for (let n = 0; n < 4; n++) {
      value(here.lead({ do: 'next' }));
      spoke.push(here.queue().current);
      seconds.push(here.evening.session.timer.state === 'paused' && here.evening.session.timer.left);
    }
    expect(spoke).toEqual([left, right, left, right]);
    expect(seconds).toEqual([60_000, 60_000, 30_000, 30_000]);
    expect(codeOf(here.lead({ do: 'next' }))).toBe('not_now');
    expect(codeOf(here.lead({ do: 'winner', winner: 'someoneelse' }))).toBe('not_found');
    value(here.lead({ do: 'winner', winner: right }));
    value(here.lead({ do: 'next' }));
    expect(here.queue().duels!.now).toEqual({ round: 0, place: 1, step: 0 });
    expect(speakerOf(here.queue().duels!, { ...present, rebuttal: 30 })).toBe(here.queue().current);
  });

  it('of those who put themselves in begins when the lot says who meets whom, and gives a winner', () => {
    const here = begun({ form: 'knockOut' });
    expect(codeOf(here.lead({ do: 'duels' }))).toBe('not_found');
    value(here.sign(0));
    value(here.sign(2));
    value(here.lead({ do: 'duels' }));
    expect(codeOf(here.sign(1))).toBe('not_now');
    value(here.lead({ do: 'next' }));
    value(here.lead({ do: 'winner', winner: here.card(2) }));
    value(here.evening.move('poll'));
    const [ranking] = rankingsOf(here.live(), 'present');
    expect(ranking?.lines.filter(({ wins }) => wins).map(({ title }) => title)).toEqual(['Zwembad']);
  });

  it('of everybody against everybody is won by most wins', () => {
    const here = begun({ order: 'agenda', form: 'roundRobin' });
    for (let n = 0; n < 3; n++) {
      value(here.lead({ do: 'next' }));
      const { round, place } = here.queue().duels!.now!;
      const duel = here.queue().duels!.rounds[round]![place]! as { left: string; right: string };
      const winner = [duel.left, duel.right].includes(here.card(1)) ? here.card(1) : duel.left;
      value(here.lead({ do: 'winner', winner }));
    }
    value(here.lead({ do: 'next' }));
    expect(here.queue().duels!.now).toBeNull();
    value(here.evening.move('poll'));
    expect(rankingsOf(here.live(), 'present')[0]?.lines[0]).toMatchObject({ title: 'Kas', value: 2, wins: true });
  });
});

describe('a reaction to what is pitched', () => {
  const withReactions = { reaction: 'question', order: 'agenda' } as const;
  const react = (here: ReturnType<typeof begun>, n: number, kind = 'question', on: string | null = here.card(0)) =>
    here.evening.services.cards.add(here.people[n]!.ask, { kind, title: 'Hoe dan?', on });

  it('is a card under it, made while it is, and counts for this part', () => {
    const here = begun(withReactions);
    value(here.lead({ do: 'next' }));
    const { id } = value(react(here, 1));
    expect(here.evening.card(id)).toMatchObject({ on: here.card(0), kind: 'question', phase: 'present' });
  });

  it('is of the kind the format names, and of none where it names none', () => {
    const here = begun(withReactions);
    expect(codeOf(react(here, 1, 'question', null))).toBe('bad_content');
    const without = begun({ order: 'agenda' });
    without.evening.clock.pass(60_000);
    expect(codeOf(react(without, 1))).toBe('phase_closed');
  });

  it('takes nothing from the grace of the part before: a late idea still counts there', () => {
    const here = begun(withReactions);
    expect(here.evening.card(here.evening.write(here.people[0]!, 'Op het nippertje'))).toMatchObject({
      phase: 'pitch',
    });
  });
});
