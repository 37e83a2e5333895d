/**
 * A session side of our own for tests of sync: facts for the real rule book, people by name, everything in memory.
 */
import type * as Y from 'yjs';
import type { Desk, Identity } from '../../server/ports.ts';
import { cardsMap, clustersMap, readCard, readCards, readClusters, readSession } from '../../shared/document.ts';
import { phaseOf } from '../../shared/format.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { Session } from '../../shared/model.ts';
import { planFacts } from '../../shared/plans.ts';
import type { Facts } from '../../shared/actions.ts';
import { letterOf, setSession, type CardStamp } from '../../shared/stamp.ts';

export const code = 'KRAS-7QXM';

export function participant(who: string): Identity {
  return { role: 'participant', who, tokenHash: `hash-${who}` };
}

export const screen: Identity = { role: 'screen', who: null, tokenHash: null };
export const leader: Identity = { role: 'facilitator', who: 'facilitator:f1', tokenHash: 'hash-f1' };

/** Puts a session in a document, as the server does when it is opened. */
export function openSession(doc: Y.Doc, change: Partial<Session> = {}): void {
  const base = {
    title: 'Proef',
    question: 'Wat nu?',
    anchors: [],
    state: 'running',
    phase: 'pitch',
    run: 1,
    locked: false,
  };
  doc.transact(() => setSession(doc, { ...base, format: ideeenronde, ...change } as Partial<Session>));
}

export class FakeDesk implements Desk {
  readonly authors = new Map<string, string>();
  readonly writers = new Map<number, string>();
  /** plan → whose it is */
  readonly plans = new Map<string, string>();
  readonly removed = new Set<string>();
  readonly here = new Set<string>();
  /** id of the phase whose grace runs */
  grace: string | null = null;
  /** called within the transaction, by each `record…` */
  onRecord: () => void = () => undefined;

  /** `doc`: the room's, to number cards */
  constructor(public doc: () => Y.Doc) {}

  actor({ role, who }: Identity) {
    return {
      role,
      removed: who !== null && this.removed.has(who),
      group: '',
      table: null,
      duties: [],
      owns: (card: string) => this.authors.get(card) === who,
      writes: (plan: string) => role === 'facilitator' || this.plans.get(plan) === who,
    };
  }

  facts(doc: Y.Doc, { who }: Identity): Facts {
    const session = readSession(doc) as Session;
    return {
      state: session.state,
      format: session.format,
      phase: phaseOf(session.format, session.phase),
      grace: phaseOf(session.format, this.grace),
      locked: session.locked,
      vote: null,
      card(id) {
        const card = readCard(doc, id);
        return (
          card && {
            kind: card.kind,
            gone: card.gone !== null,
            mergedInto: card.mergedInto,
            merged: card.mergedFrom.length > 0,
            table: card.table,
          }
        );
      },
      cluster: (id) => (clustersMap(doc).has(id) ? { gone: clustersMap(doc).get(id)?.get('gone') === true } : null),
      item: () => null,
      plan: (id) => planFacts(doc, id, session.runs ?? {}),
      made: ({ id }) => readCards(doc).filter((card) => card.phase === id && this.authors.get(card.id) === who).length,
      table: null,
      hasSecretary: () => false,
      taken: () => false,
      cardCount: cardsMap(doc).size,
      clusterCount: clustersMap(doc).size,
      match: { team: () => null, lot: () => null, bid: () => null, floor: () => null },
    };
  }

  writerOf(client: number): string | undefined {
    return this.writers.get(client);
  }

  recordClient(client: number, who: string): void {
    this.onRecord();
    this.writers.set(client, who);
  }

  recordCard(card: string, { who }: Identity, phase: string): CardStamp {
    this.onRecord();
    this.authors.set(card, who ?? '');
    const number = readCards(this.doc()).reduce((most, { number }) => Math.max(most, number), 0) + 1;
    return { number, at: 5_000 + number, phase, run: 1, table: 7, via: null };
  }

  recordMove(): void {
    this.onRecord();
  }

  recordCluster(): { letter: string; order: number } {
    this.onRecord();
    const order = readClusters(this.doc()).reduce((most, { order }) => Math.max(most, order), 0) + 1;
    return { letter: letterOf(order), order };
  }

  pulse() {
    return { joined: 12, turnout: null };
  }

  present(who: string, here: boolean): void {
    if (here) this.here.add(who);
    else this.here.delete(who);
  }
}
