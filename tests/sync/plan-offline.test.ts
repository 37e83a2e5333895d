/** What somebody types in a plan is on the server, or on their device: through bad lines, reloads and refusals. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryShelf, type Shelf } from '../../client/connection/journal.ts';
import { PlanConnection } from '../../client/connection/plan.ts';
import { fieldsMap, readSession, replaceText } from '../../shared/document.ts';
import { readFields, readPlans } from '../../shared/plans.ts';
import { must, openHall, type Hall, type Seat } from '../support/hall.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A page with a plan on it; the shelf is the device's, which outlives the page. */
class Page {
  readonly connection: PlanConnection;

  constructor(seat: Seat, plan: string, shelf: Shelf) {
    this.connection = new PlanConnection({
      url: seat.url,
      code: seat.code,
      plan,
      params: { role: 'participant' },
      protocols: [`bearer.${seat.token}`],
      shelf,
      WebSocket: seat.WebSocket,
      chance: () => 0.5,
      hasNetwork: () => true,
      on: { document: () => undefined, status: () => undefined },
    });
    void this.connection.open();
  }

  type(field: string, text: string): void {
    const { doc } = this.connection;
    doc.transact(() => replaceText(fieldsMap(doc).get(field)!, text), this.connection);
  }

  get fields() {
    return readFields(this.connection.doc);
  }
}

function drafting() {
  const hall = openHall(undefined, 'g1000');
  const seats = [hall.join(undefined, 1), hall.join(undefined, 1)];
  must(hall.services.phases.move(hall.lead, { to: draftOf(hall) }));
  const plan = readPlans(hall.rooms.open(hall.code).doc)[0]!.id;
  const stored = () => readFields(hall.rooms.open(hall.code, plan).doc);
  return { hall, seats: seats as [Seat, Seat], plan, stored };
}

function draftOf({ rooms, code }: Hall): string {
  const { format } = readSession(rooms.open(code).doc)!;
  return format.phases.find(({ kind }) => kind === 'draft')!.id;
}

describe('what is typed in a plan', () => {
  it('is said to be saved when it is on the server’s disk, and then only there', async () => {
    const { seats, plan, stored } = drafting();
    const shelf = memoryShelf();
    const page = new Page(seats[0], plan, shelf);
    await pass(1_000);
    seats[0].wire.setDelay(() => 500);
    page.type('wat', 'Een tuin');
    await pass(600);
    expect(page.connection.unsaved).toBe(true);
    expect(await shelf.loadPlan(plan)).not.toBeNull();
    await pass(2_000);
    expect(page.connection.unsaved).toBe(false);
    expect(stored()).toMatchObject({ wat: 'Een tuin' });
    expect(await shelf.loadPlan(plan)).toBeNull();
  });

  it('offline survives a reload, and lands between what others typed meanwhile', async () => {
    const { seats, plan, stored } = drafting();
    const shelf = memoryShelf();
    const [page, other] = [new Page(seats[0], plan, shelf), new Page(seats[1], plan, memoryShelf())];
    await pass(1_000);
    page.type('wat', 'Een tuin');
    await pass(1_000);
    seats[0].wire.setUp(false);
    page.type('wat', 'Een tuin met bankjes');
    page.type('wie', 'Wij');
    other.type('wat', 'Graag: Een tuin');
    await pass(1_000);
    page.connection.close();

    const again = new Page(seats[0], plan, shelf);
    await pass(1_000);
    expect(again.fields).toMatchObject({ wat: 'Een tuin met bankjes', wie: 'Wij' });
    expect(again.connection.unsaved).toBe(true);
    seats[0].wire.setUp(true);
    await pass(10_000);
    const whole = { wat: 'Graag: Een tuin met bankjes', wie: 'Wij' };
    expect(stored()).toMatchObject(whole);
    expect(again.fields).toMatchObject(whole);
    expect(other.fields).toMatchObject(whole);
    expect(again.connection).toMatchObject({ unsaved: false, back: null });
    expect(await shelf.loadPlan(plan)).toBeNull();
  });

  it('comes back as text when its phase was over, also after another reload, and the page goes on', async () => {
    const { hall, seats, plan, stored } = drafting();
    const shelf = memoryShelf();
    const page = new Page(seats[0], plan, shelf);
    await pass(1_000);
    page.type('wat', 'Een tuin');
    await pass(1_000);
    seats[0].wire.setUp(false);
    page.type('wie', 'Te laat');
    must(hall.services.phases.move(hall.lead, { to: 'next' }));
    await pass(20_000);
    seats[0].wire.setUp(true);
    await pass(10_000);
    const back = { code: 'phase_closed', texts: { wie: 'Te laat' } };
    expect(page.connection).toMatchObject({ back, unsaved: false, synced: true });
    expect(page.fields).toMatchObject({ wat: 'Een tuin', wie: '' });
    expect(stored()['wie']).toBe('');
    page.connection.close();

    const again = new Page(seats[0], plan, shelf);
    await pass(2_000);
    expect(again.connection.back).toEqual(back);
    again.connection.forgetBack();
    await pass(100);
    expect(await shelf.loadPlan(plan)).toBeNull();
  });

  it('is stored although the answer was lost: nothing comes back, and nothing is there twice', async () => {
    const { seats, plan, stored } = drafting();
    const shelf = memoryShelf();
    const page = new Page(seats[0], plan, shelf);
    await pass(1_000);
    page.type('wat', 'Een tuin');
    await pass(1);
    seats[0].wire.setUp(false);
    await pass(1_000);
    seats[0].wire.setUp(true);
    await pass(10_000);
    expect(stored()).toMatchObject({ wat: 'Een tuin' });
    expect(page.connection).toMatchObject({ back: null, unsaved: false });
  });
});
