/** The store fails for five seconds in the midst of everything people do; afterwards nobody can tell that it did. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { readCards, readSession } from '../../shared/document.ts';
import { StoreUnavailable } from '../../server/store/failure.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { Honest } from '../support/honest.ts';
import { must, openHall, type Hall } from '../support/hall.ts';
import { contentOf, expectConverged, expectOnce, storedDoc } from '../support/outcome.ts';
import { newId } from '../support/people.ts';
import { seeded, type Chance } from '../support/seeded.ts';
import { Weather, type Failing } from '../support/weather.ts';

const outage = 5_000;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

class Scene {
  readonly disk = memoryStore();
  readonly weather = new Weather(this.disk);
  readonly hall: Hall = openHall(this.weather.store);
  readonly people: Honest[] = [];
  /** ids of cards that somebody other than their writer has seen */
  readonly seen = new Set<string>();
  readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  /** As every client does: the same again, until the store is back. */
  async persist<T>(work: () => T): Promise<T> {
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 300 + this.chance() * 700));
      }
    }
  }

  async arrive(): Promise<void> {
    const id = newId() + newId();
    const person = new Honest(await this.persist(() => this.hall.join(id)), this.chance);
    person.seat.wire.setDelay(() => this.chance() * 200);
    await person.open();
    this.people.push(person);
  }

  /** Everybody does what the phase is about, and looks around. */
  async work(ms: number): Promise<void> {
    for (const end = Date.now() + ms; Date.now() < end; this.look()) {
      for (let acts = 0; acts < 10; acts++) {
        this.people[Math.floor(this.chance() * this.people.length)]?.act();
        await pass(this.chance() * 100);
      }
    }
  }

  /** The store fails while people work and `meanwhile` is tried. What anybody sees of others is on disk. */
  async storm(fails: Failing, meanwhile: () => Promise<unknown>): Promise<void> {
    const { failures, stall } = this.weather;
    const lines = this.lines();
    await this.work(1_000);
    this.weather.fails = fails;
    const trying = meanwhile();
    await this.work(outage);
    expect(this.weather.failures).toBeGreaterThan(failures);
    const kept = new Set(readCards(storedDoc(this.disk, this.hall.code)).map(({ id }) => id));
    expect([...this.seen].filter((id) => !kept.has(id))).toEqual([]);
    if (fails !== 'all' && stall === 0) expect(this.lines()).toEqual(expect.arrayContaining(lines)); // nobody was sent away
    this.weather.fails = null;
    await this.work(3_000);
    await trying;
  }

  /** numbers of the connections that are open */
  lines(): number[] {
    return [...this.hall.rooms.open(this.hall.code).connections].map(({ number }) => number);
  }

  look(): void {
    for (const { doc, wrote } of this.people) {
      for (const { id } of readCards(doc)) if (!wrote.has(id)) this.seen.add(id);
    }
  }

  /** At rest: one board, on disk and with everybody. */
  async expectOne(): Promise<Y.Doc> {
    await pass(10_000);
    const served = this.hall.rooms.open(this.hall.code).doc;
    expect(contentOf(storedDoc(this.disk, this.hall.code))).toEqual(contentOf(served));
    expectConverged(this.people, served);
    expectOnce(this.people, served);
    const there = new Set(readCards(served).map(({ id }) => id));
    expect([...this.seen].filter((id) => !there.has(id))).toEqual([]);
    return served;
  }
}

describe.each<[Failing, number]>([
  ['begin', 0],
  ['begin', 1_500],
  ['commit', 0],
  ['all', 0],
])('five seconds in which the store fails (%s, after %i ms)', (fails, stall) => {
  let scene: Scene;
  beforeEach(async () => {
    vi.useFakeTimers({ now: 1_800_000_000_000 });
    scene = new Scene(seeded(7));
    scene.weather.stall = stall;
    must(scene.hall.services.phases.move(scene.hall.lead, { to: 'pitch' }));
    for (let n = 0; n < 8; n++) await scene.arrive();
  });
  afterEach(() => {
    for (const person of scene.people) person.connection.close();
    vi.useRealTimers();
  });

  it('while people write and join', async () => {
    const newcomers = () => Promise.all(Array.from({ length: 6 }, () => scene.arrive()));
    await scene.storm(fails, newcomers);
    const served = await scene.expectOne();
    expect(readCards(served).length).toBeGreaterThan(30);
    const { joined, here } = must(scene.hall.services.sessions.info(scene.hall.code, 'nl')).counts;
    expect([joined, here]).toEqual([14, 14]);
  });

  it('while the room goes on to arranging, and people arrange', async () => {
    const { services, lead } = scene.hall;
    await scene.storm(fails, () => scene.persist(() => must(services.phases.move(lead, { to: 'cluster' }))));
    await scene.storm(fails, () => Promise.resolve());
    const session = readSession(await scene.expectOne());
    expect([session?.phase, session?.runs.cluster]).toEqual(['cluster', 1]);
  });

  it('while people vote, and while the vote is closed', async () => {
    const { services, lead, code } = scene.hall;
    await scene.work(2_000);
    must(services.phases.move(lead, { to: 'vote' }));
    await pass(12_000);
    const [first, second] = must(services.votes.paper(lead, 'vote')).items.map(({ id }) => id);
    const cast = (item: string) => (person: Honest) => {
      const { ask, token } = person.seat;
      return scene.persist(() => must(services.votes.cast(ask, token, 'vote', { dots: { [item]: 1 } })));
    };
    const early = scene.people.slice(0, 4);
    await Promise.all(early.map(cast(first!)));
    await scene.storm(fails, () => Promise.all(scene.people.map(cast(second!))));
    await scene.storm(fails, () => scene.persist(() => must(services.votes.close(lead, 'vote'))));
    must(services.votes.reveal(lead, 'vote'));
    await scene.expectOne();
    const { result } = scene.disk.results.get({ session: code, phase: 'vote', run: 1 })!;
    expect(result).toMatchObject({ ballots: 8, electorate: 8 });
    expect(result.ranking.slice(0, 2)).toMatchObject([{ id: second, value: 8 }, { value: 0 }]);
  });
});
