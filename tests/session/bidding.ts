/** An evening of an ideeënveiling up to the auction: three lots, who brought them, and people who bid. */
import { bidsOf, readFloor, stateOf } from '../../shared/bids.ts';
import { readLive } from '../../shared/document.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import type { Format } from '../../shared/format.ts';
import { ideeenveiling } from '../../shared/formats/ideeenveiling.ts';
import type { Store } from '../../server/store/store.ts';
import { Evening, origin, value, type Person } from './evening.ts';

const auction = ideeenveiling.phases.find((one) => one.kind === 'match')!;
const pitch = ideeenveiling.phases.find((one) => one.kind === 'contribute')!;
const words = { nl: 'Markt', en: 'Market' };

/** Cards straight under the hammer: how they were chosen is not what these tests are about. */
const format: Format = {
  ...ideeenveiling,
  cardKinds: ideeenveiling.cardKinds.map((kind) => ({ ...kind, fields: [] })),
  phases: [
    { ...pitch, id: 'schrijven', by: 'person', seating: undefined } as Format['phases'][number],
    { ...auction, of: { from: 'cards', kind: 'idee' } } as Format['phases'][number],
    {
      id: 'markt',
      kind: 'match',
      way: 'market',
      title: words,
      prompt: words,
      minutes: 20,
      of: { from: 'cards', kind: 'idee' },
      bids: ['time', 'things'],
      money: false,
    },
    { id: 'slot', kind: 'explain', title: words, prompt: words, minutes: 5, show: 'anchors' },
  ],
};

export const phase = auction.id;

export class Bidding extends Evening {
  readonly bringer: Person;
  readonly bidder: Person;
  readonly other: Person;
  /** the first is the bringer's, the second the bidder's, the third from paper */
  readonly lots: [string, string, string];

  constructor(store?: Store) {
    super({ ...(store && { store }), open: { format: 'ideeenveiling' } });
    this.#useFormat();
    this.bringer = this.join({ name: 'Ans de Boer', group: 'bewoner' });
    this.bidder = this.join({ name: 'Kokschool De Pan', group: 'partner', table: 7 });
    this.other = this.join({ name: 'Carla' });
    value(this.move('schrijven'));
    const add = (person: { ask: Person['ask'] }, title: string) =>
      value(this.services.cards.add(person.ask, { kind: 'idee', title, text: '' })).id;
    this.lots = [
      add(this.bringer, 'Soep op zondag'),
      add(this.bidder, 'Een boomgaard'),
      add({ ask: this.lead }, 'Pont'),
    ];
  }

  /** The session's own format, as a facilitator would import it. */
  #useFormat(): void {
    this.room.change((doc) => doc.getMap('session').set('format', format));
  }

  get live() {
    return readLive(this.room.doc);
  }
  floor(id = phase) {
    return readFloor(this.live, id, this.session.runs[id] ?? 0);
  }
  stateOf(lot: string, run = 1) {
    return stateOf(this.live, { phase, run, item: lot });
  }
  bids(lot: string, id = phase) {
    return bidsOf(this.live, id, this.session.runs[id] ?? 0).get(lot) ?? [];
  }

  call(call: 'open' | 'once' | 'twice' | 'sold' | 'back' | 'skip', lot?: string, ask = this.lead) {
    return this.services.auction.call(ask, phase, { call, ...(lot && { lot }) });
  }
  bid(person: Person, lot: string, text = '2 koks', more: Partial<Bid> = {}) {
    return this.services.bids.place(person.ask, { phase, lot, kind: 'time', text, ...more });
  }
  me(person: Person) {
    return value(this.services.people.me(person.ask)).matching;
  }
  file() {
    return value(this.services.exports.session(this.lead, true)) as ExportFile;
  }

  /** A match on the first lot. */
  match(): string {
    value(this.move(phase));
    value(this.call('open', this.lots[0]));
    const { id } = value(this.bid(this.bidder, this.lots[0]));
    value(this.services.bids.accept(this.bringer.ask, id));
    return id;
  }
}

type Bid = Parameters<Evening['services']['bids']['place']>[1];

export { origin };
