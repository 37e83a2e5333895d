/** The store in memory: for tests, and for a board that may be forgotten. */
import type { ContactRow } from './contacts.ts';
import { randomBytes } from 'node:crypto';
import type { Result } from '../../shared/model.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import { changed } from './change.ts';
import { pointTables, type KeptBoard } from './memory/points.ts';
import { Table, UndoLog, type Key } from './memory/table.ts';
import type {
  AuditRow,
  FacilitatorRow,
  GoneRow,
  HeldRow,
  ParticipantRow,
  PointRow,
  RecordRow,
  RunKey,
  SessionRow,
  Store,
} from './store.ts';
import { Transactions } from './transaction.ts';

export function memoryStore(): Store {
  const undo = new UndoLog();
  const transactions = new Transactions(undo);
  const transaction: Store['transaction'] = (work) => transactions.run(work);
  const secret = new Uint8Array(randomBytes(32));
  let lastSeq = 0;

  const sessions = new Table<SessionRow>(undo, ({ code }) => [code]);
  const tombstones = new Table<{ code: string; at: number }>(undo, ({ code }) => [code]);
  const unswept = new Table<{ code: string }>(undo, ({ code }) => [code]);
  const owned: { erase(session: string): void }[] = [];

  const facilitators = own<FacilitatorRow>(({ session, id }) => [session, id]);
  const participants = own<ParticipantRow>(({ session, id }) => [session, id]);
  const updates = own<Numbered<{ session: string; plan: string; data: Uint8Array }>>(({ seq }) => [seq]);
  const authors = own<{ session: string; card: string; who: string }>(({ session, card }) => [session, card]);
  const clients = own<{ session: string; client: number; who: string }>(({ session, client }) => [session, client]);
  const audit = own<Numbered<AuditRow>>(({ seq }) => [seq]);
  const held = own<HeldRow>(({ session, id }) => [session, id]);
  const gone = own<GoneRow>(({ session, card }) => [session, card]);
  const votes = own<RunKey & { vote: VoteRecord }>(keyOf);
  const electorates = own<RunKey & { size: number }>(keyOf);
  const roll = own<RunKey & { participant: string; final: boolean }>((row) => [...keyOf(row), row.participant]);
  const box = own<RunKey & { slot: string; ballot: string }>((row) => [...keyOf(row), row.slot]);
  const ballots = own<RunKey & { id: string; ballot: string }>((row) => [...keyOf(row), row.id]);
  const results = own<RunKey & { result: Result; revealed: boolean }>(keyOf);

  const records = own<RecordRow>(({ session, kind, id }) => [session, kind, id]);
  const contacts = own<ContactRow>(({ session, match, side }) => [session, match, side]);
  const points = own<PointRow>(({ session, id }) => [session, id]);
  const boards = own<KeptBoard>(({ session, id }) => [session, id]);

  return {
    transaction,
    points: pointTables(points, boards),
    secret: () => secret.slice(),
    close: () => undefined,
    vacuum() {
      if (transactions.open) throw new Error('vacuum can not be part of a transaction.');
    },
    sessions: {
      add: (row) => sessions.add(row),
      get: (code) => sessions.get([code]),
      touch(code, at) {
        for (const row of sessions.where({ code })) sessions.put({ ...row, touchedAt: at });
      },
      list: () => sessions.where({}),
      erase(code, at) {
        if (!sessions.get([code])) return;
        for (const table of owned) table.erase(code);
        sessions.remove({ code });
        tombstones.put({ code, at });
      },
      erased: (code) => tombstones.get([code]) !== null,
      forget(before) {
        for (const { code, at } of tombstones.where({})) if (at < before) tombstones.remove({ code });
      },
    },
    facilitators: {
      add(row) {
        mustBeNew(facilitators.where({ session: row.session, tokenHash: row.tokenHash }));
        facilitators.add(row);
      },
      byToken: (session, tokenHash) => facilitators.where({ session, tokenHash })[0] ?? null,
      of: (session) => facilitators.where({ session }),
      remove: (session, id) => facilitators.remove({ session, id }),
    },
    participants: {
      add(row) {
        mustBeNew(participants.where({ session: row.session, tokenHash: row.tokenHash }));
        mustBeNew(participants.where({ session: row.session, joinHash: row.joinHash }));
        participants.add(row);
      },
      byToken: (session, tokenHash) => participants.where({ session, tokenHash })[0] ?? null,
      byJoin: (session, joinHash) => participants.where({ session, joinHash })[0] ?? null,
      of: (session) => participants.where({ session }),
      change(session, id, change) {
        const row = participants.get([session, id]);
        if (row) participants.put(changed(row, change));
      },
    },
    updates: {
      append,
      load: (session, plan = '') => updates.where({ session, plan }).map(({ data }) => data),
      count: (session, plan = '') => updates.where({ session, plan }).length,
      compact(session, snapshot, plan = '') {
        mustExist(session);
        updates.remove({ session, plan });
        append(session, snapshot, plan);
      },
      drop: (session, plan) => updates.remove({ session, plan }),
    },
    authors: {
      setCard: (session, card, who) => authors.put({ session, card, who }),
      cards: (session) => authors.where({ session }).map(({ card, who }) => ({ card, who })),
      setClient: (session, client, who) => clients.put({ session, client, who }),
      clients: (session) => clients.where({ session }).map(({ client, who }) => ({ client, who })),
    },
    held: {
      add: (row) => held.add(row),
      get: (session, id) => held.get([session, id]),
      of: (session) => held.where({ session }),
      setState(session, id, state) {
        for (const row of held.where({ session, id })) held.put({ ...row, state });
      },
      remove: (session, id) => held.remove({ session, id }),
    },
    gone: {
      put: (row) => gone.put(row),
      get: (session, card) => gone.get([session, card]),
      of: (session) => gone.where({ session }),
      remove: (session, card) => gone.remove({ session, card }),
    },
    votes: {
      put: (key, vote) => votes.put({ ...runOf(key), vote }),
      get: (key) => votes.get(keyOf(key))?.vote ?? null,
      of: (session) => votes.where({ session }).map(({ vote }) => vote),
      setElectorate: (key, size) => electorates.put({ ...runOf(key), size }),
      electorate: (key) => electorates.get(keyOf(key))?.size ?? 0,
    },
    roll: {
      add(key, participant, final = false) {
        const was = roll.get([...keyOf(key), participant])?.final ?? false;
        roll.put({ ...runOf(key), participant, final: was || final });
      },
      isFinal: (key, participant) => roll.get([...keyOf(key), participant])?.final ?? false,
      has: (key, participant) => roll.get([...keyOf(key), participant]) !== null,
      count: (key) => roll.where(runOf(key)).length,
      clear: (key) => roll.remove(runOf(key)),
    },
    box: {
      put: (key, slot, ballot) => box.put({ ...runOf(key), slot, ballot }),
      get: (key, slot) => box.get([...keyOf(key), slot])?.ballot ?? null,
      all(key, mark = '') {
        const ballots = sorted(box.where(runOf(key)), ({ slot }) => slot).map(({ ballot }) => ballot);
        return ballots.filter((ballot) => ballot.startsWith(mark));
      },
      remove: (key, slot) => box.remove({ ...runOf(key), slot }),
      clear: (key) => box.remove(runOf(key)),
    },
    ballots: {
      add: (key, added) =>
        transaction(() => {
          for (const { id, ballot } of added) ballots.add({ ...runOf(key), id, ballot });
        }),
      of: (key) => sorted(ballots.where(runOf(key)), ({ id }) => id).map(({ id, ballot }) => ({ id, ballot })),
    },
    results: {
      put: (session, result, revealed) =>
        results.put({ session, phase: result.phase, run: result.run, result, revealed }),
      get(key) {
        const row = results.get(keyOf(key));
        return row && { result: row.result, revealed: row.revealed };
      },
      of: (session) => results.where({ session }).map(({ result, revealed }) => ({ result, revealed })),
    },
    records: {
      put: (row) => records.put(row),
      get: (session, kind, id) => records.get([session, kind, id]),
      of: (session, kind) => records.where({ session, kind }),
      remove: (session, kind, id) => records.remove({ session, kind, id }),
      clear: (session, kind) => records.remove({ session, kind }),
    },
    contacts: {
      put: ({ session, match, side, words, deleteAt }) => contacts.put({ session, match, side, words, deleteAt }),
      of: (session) => sorted(contacts.where({ session }), ({ match, side }) => `${match} ${side}`),
      remove: (session, match, side) => contacts.remove(side ? { session, match, side } : { session, match }),
      expire(now) {
        const late = contacts.where({}).filter(({ deleteAt }) => deleteAt <= now);
        for (const { session, match, side } of late) contacts.remove({ session, match, side });
        return [...new Set(late.map(({ session }) => session))].sort();
      },
    },
    unswept: {
      note: (code) => unswept.put({ code }),
      all: () => sorted(unswept.where({}), ({ code }) => code).map(({ code }) => code),
      clear: () => unswept.remove({}),
    },
    audit: {
      add: (row) => audit.add({ ...row, seq: ++lastSeq }),
      of: (session) => audit.where({ session }).map(({ seq: _, ...row }) => row),
    },
  };

  /** A table whose rows belong to a session and go with it. */
  function own<Row extends { session: string }>(key: (row: Row) => Key): Table<Row> {
    const table = new Table<Row>(undo, key, ({ session }) => mustExist(session));
    owned.push({ erase: (session) => table.remove({ session } as Partial<Row>) });
    return table;
  }

  function append(session: string, update: Uint8Array, plan = ''): number {
    updates.add({ session, plan, seq: ++lastSeq, data: new Uint8Array(update) });
    return lastSeq;
  }

  function mustExist(session: string): void {
    if (!sessions.get([session])) throw new Error(`There is no session ${session}.`);
  }
}

type Numbered<Row> = Row & { seq: number };

function keyOf({ session, phase, run }: RunKey): Key {
  return [session, phase, run];
}

/** Callers may hand in more than the key; only the key is kept. */
function runOf({ session, phase, run }: RunKey): RunKey {
  return { session, phase, run };
}

function mustBeNew(found: readonly unknown[]): void {
  if (found.length > 0) throw new Error('There is a row with this hash already.');
}

/** By key, never by arrival. */
function sorted<Row>(rows: Row[], key: (row: Row) => string): Row[] {
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
