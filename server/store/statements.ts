/**
 * All SQL of the store, prepared once. Columns and parameters have the names of the fields in `store.ts`, so that a row is
 * its own parameters; `Stored` says what SQLite keeps in another shape.
 */
import type { ContactRow } from './contacts.ts';
import type { Connection } from './sqlite/connection.ts';
import type { PointCard } from '../../shared/points.ts';
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
} from './store.ts';

/** SQLite has no booleans: 0 or 1. */
export type StoredParticipant = Omit<ParticipantRow, 'removed' | 'acted' | 'duties'> & {
  removed: number;
  acted: number;
  /** JSON */
  duties: string;
};
/** `value` is JSON. */
export type StoredRecord = Omit<RecordRow, 'value'> & { value: string };
/** `content` is JSON. */
export type StoredHeld = Omit<HeldRow, 'more'> & { more: string };
export type StoredGone = Omit<GoneRow, 'content'> & { content: string };

/** `clusterList` is JSON. */
export type StoredPoint = PointRow & { clusterList: string };
/** `words` is JSON. */
export type StoredPointCard = Omit<PointCard, 'id' | 'words'> & { card: string; words: string | null };

export type Statements = ReturnType<typeof prepareStatements>;

type Of = { session: string };
/** the session's own document: '' */
type OfPlan = Of & { plan: string };
type Thing = Of & { id: string };
type OnRoll = RunKey & { participant: string };
type InBox = RunKey & { slot: string };
type AnonymousBallot = { id: string; ballot: string };
type StoredVote = { vote: string };
type StoredResult = { result: string; revealed: number };

const RUN = 'session = :session AND phase = :phase AND run = :run';
const SESSION = 'code, createdAt, touchedAt, rehearsalOf';
const FACILITATOR = 'session, id, tokenHash, name, createdAt';
const PARTICIPANT = 'session, id, joinHash, tokenHash, name, "group", "table", number, removed, acted, duties';
const HELD = 'session, id, participant, reason, kind, title, text, at, state, more';
const GONE = 'session, card, gone, reason, content';
const POINT = 'session, id, at, who, why, phase, run, cards, clusters';
const POINT_CARD = 'card, cluster, mergedInto, gone, words';
const RECORD = 'session, kind, id, value';
const CONTACT = 'session, match, side, words, deleteAt';
const AUDIT = 'session, at, who, action, detail';

export function prepareStatements(connection: Pick<Connection, 'prepare'>) {
  const prepare: Connection['prepare'] = (sql) => connection.prepare(sql);
  return {
    secret: {
      add: prepare<{ bytes: Uint8Array }>('INSERT INTO secret (one, bytes) VALUES (1, :bytes)'),
      get: prepare<object, { bytes: Uint8Array }>('SELECT bytes FROM secret'),
    },
    sessions: {
      add: prepare<SessionRow>(`INSERT INTO sessions (${SESSION}) VALUES (${named(SESSION)})`),
      get: prepare<{ code: string }, SessionRow>(`SELECT ${SESSION} FROM sessions WHERE code = :code`),
      touch: prepare<{ code: string; at: number }>('UPDATE sessions SET touchedAt = :at WHERE code = :code'),
      list: prepare<object, SessionRow>(`SELECT ${SESSION} FROM sessions ORDER BY seq`),
      /** Foreign keys take the rows of every other table along. */
      remove: prepare<{ code: string }>('DELETE FROM sessions WHERE code = :code'),
      bury: prepare<{ code: string; at: number }>(
        'INSERT INTO tombstones (code, at) VALUES (:code, :at) ON CONFLICT DO UPDATE SET at = :at',
      ),
      buried: prepare<{ code: string }, object>('SELECT 1 FROM tombstones WHERE code = :code'),
      forget: prepare<{ before: number }>('DELETE FROM tombstones WHERE at < :before'),
    },
    facilitators: {
      add: prepare<FacilitatorRow>(`INSERT INTO facilitators (${FACILITATOR}) VALUES (${named(FACILITATOR)})`),
      byToken: prepare<Of & { tokenHash: string }, FacilitatorRow>(
        `SELECT ${FACILITATOR} FROM facilitators WHERE session = :session AND tokenHash = :tokenHash`,
      ),
      of: prepare<Of, FacilitatorRow>(`SELECT ${FACILITATOR} FROM facilitators WHERE session = :session ORDER BY seq`),
      remove: prepare<Thing>('DELETE FROM facilitators WHERE session = :session AND id = :id'),
    },
    participants: {
      add: prepare<StoredParticipant>(`INSERT INTO participants (${PARTICIPANT}) VALUES (${named(PARTICIPANT)})`),
      get: prepare<Thing, StoredParticipant>(
        `SELECT ${PARTICIPANT} FROM participants WHERE session = :session AND id = :id`,
      ),
      byToken: prepare<Of & { tokenHash: string }, StoredParticipant>(
        `SELECT ${PARTICIPANT} FROM participants WHERE session = :session AND tokenHash = :tokenHash`,
      ),
      byJoin: prepare<Of & { joinHash: string }, StoredParticipant>(
        `SELECT ${PARTICIPANT} FROM participants WHERE session = :session AND joinHash = :joinHash`,
      ),
      of: prepare<Of, StoredParticipant>(
        `SELECT ${PARTICIPANT} FROM participants WHERE session = :session ORDER BY seq`,
      ),
      change: prepare<StoredParticipant>(
        `UPDATE participants SET name = :name, "group" = :group, "table" = :table, removed = :removed, acted = :acted,
           duties = :duties, joinHash = :joinHash, tokenHash = :tokenHash
         WHERE session = :session AND id = :id`,
      ),
    },
    updates: {
      append: prepare<OfPlan & { data: Uint8Array }>(
        'INSERT INTO updates (session, plan, data) VALUES (:session, :plan, :data)',
      ),
      load: prepare<OfPlan, { data: Uint8Array }>(
        'SELECT data FROM updates WHERE session = :session AND plan = :plan ORDER BY seq',
      ),
      count: prepare<OfPlan, { count: number }>(
        'SELECT count(*) AS count FROM updates WHERE session = :session AND plan = :plan',
      ),
      removeBefore: prepare<OfPlan & { seq: number }>(
        'DELETE FROM updates WHERE session = :session AND plan = :plan AND seq < :seq',
      ),
      drop: prepare<OfPlan>('DELETE FROM updates WHERE session = :session AND plan = :plan'),
    },
    authors: {
      setCard: prepare<Of & { card: string; who: string }>(
        `INSERT INTO authors (session, card, who) VALUES (:session, :card, :who) ON CONFLICT DO UPDATE SET who = :who`,
      ),
      cards: prepare<Of, { card: string; who: string }>(
        'SELECT card, who FROM authors WHERE session = :session ORDER BY seq',
      ),
      setClient: prepare<Of & { client: number; who: string }>(
        `INSERT INTO clients (session, client, who) VALUES (:session, :client, :who)
         ON CONFLICT DO UPDATE SET who = :who`,
      ),
      clients: prepare<Of, { client: number; who: string }>(
        'SELECT client, who FROM clients WHERE session = :session ORDER BY seq',
      ),
    },
    held: {
      add: prepare<StoredHeld>(`INSERT INTO held (${HELD}) VALUES (${named(HELD)})`),
      get: prepare<Thing, StoredHeld>(`SELECT ${HELD} FROM held WHERE session = :session AND id = :id`),
      of: prepare<Of, StoredHeld>(`SELECT ${HELD} FROM held WHERE session = :session ORDER BY seq`),
      setState: prepare<Thing & { state: string }>(
        'UPDATE held SET state = :state WHERE session = :session AND id = :id',
      ),
      remove: prepare<Thing>('DELETE FROM held WHERE session = :session AND id = :id'),
    },
    gone: {
      put: prepare<StoredGone>(
        `INSERT INTO gone (${GONE}) VALUES (${named(GONE)})
         ON CONFLICT DO UPDATE SET gone = :gone, reason = :reason, content = :content`,
      ),
      get: prepare<Of & { card: string }, StoredGone>(
        `SELECT ${GONE} FROM gone WHERE session = :session AND card = :card`,
      ),
      of: prepare<Of, StoredGone>(`SELECT ${GONE} FROM gone WHERE session = :session ORDER BY seq`),
      remove: prepare<Of & { card: string }>('DELETE FROM gone WHERE session = :session AND card = :card'),
    },
    votes: {
      put: prepare<RunKey & StoredVote>(
        `INSERT INTO votes (session, phase, run, vote) VALUES (:session, :phase, :run, :vote)
         ON CONFLICT DO UPDATE SET vote = :vote`,
      ),
      get: prepare<RunKey, StoredVote>(`SELECT vote FROM votes WHERE ${RUN}`),
      of: prepare<Of, StoredVote>('SELECT vote FROM votes WHERE session = :session ORDER BY seq'),
      setElectorate: prepare<RunKey & { size: number }>(
        `INSERT INTO electorates (session, phase, run, size) VALUES (:session, :phase, :run, :size)
         ON CONFLICT DO UPDATE SET size = :size`,
      ),
      electorate: prepare<RunKey, { size: number }>(`SELECT size FROM electorates WHERE ${RUN}`),
    },
    roll: {
      add: prepare<OnRoll & { final: number }>(
        `INSERT INTO roll (session, phase, run, participant, final) VALUES (:session, :phase, :run, :participant, :final)
         ON CONFLICT DO UPDATE SET final = max(final, :final)`,
      ),
      isFinal: prepare<OnRoll, object>(`SELECT 1 FROM roll WHERE ${RUN} AND participant = :participant AND final = 1`),
      has: prepare<OnRoll, object>(`SELECT 1 FROM roll WHERE ${RUN} AND participant = :participant`),
      count: prepare<RunKey, { count: number }>(`SELECT count(*) AS count FROM roll WHERE ${RUN}`),
      clear: prepare<RunKey>(`DELETE FROM roll WHERE ${RUN}`),
    },
    box: {
      put: prepare<InBox & { ballot: string }>(
        `INSERT INTO box (session, phase, run, slot, ballot) VALUES (:session, :phase, :run, :slot, :ballot)
         ON CONFLICT DO UPDATE SET ballot = :ballot`,
      ),
      get: prepare<InBox, { ballot: string }>(`SELECT ballot FROM box WHERE ${RUN} AND slot = :slot`),
      all: prepare<RunKey & { mark: string }, { ballot: string }>(
        `SELECT ballot FROM box WHERE ${RUN} AND substr(ballot, 1, length(:mark)) = :mark ORDER BY slot`,
      ),
      remove: prepare<InBox>(`DELETE FROM box WHERE ${RUN} AND slot = :slot`),
      clear: prepare<RunKey>(`DELETE FROM box WHERE ${RUN}`),
    },
    ballots: {
      add: prepare<RunKey & AnonymousBallot>(
        'INSERT INTO ballots (session, phase, run, id, ballot) VALUES (:session, :phase, :run, :id, :ballot)',
      ),
      of: prepare<RunKey, AnonymousBallot>(`SELECT id, ballot FROM ballots WHERE ${RUN} ORDER BY id`),
    },
    results: {
      put: prepare<RunKey & StoredResult>(
        `INSERT INTO results (session, phase, run, result, revealed) VALUES (:session, :phase, :run, :result, :revealed)
         ON CONFLICT DO UPDATE SET result = :result, revealed = :revealed`,
      ),
      get: prepare<RunKey, StoredResult>(`SELECT result, revealed FROM results WHERE ${RUN}`),
      of: prepare<Of, StoredResult>('SELECT result, revealed FROM results WHERE session = :session ORDER BY seq'),
    },
    points: {
      add: prepare<StoredPoint>(`INSERT INTO points (${POINT}, clusterList) VALUES (${named(POINT)}, :clusterList)`),
      of: prepare<Of, PointRow>(`SELECT ${POINT} FROM points WHERE session = :session ORDER BY seq`),
      get: prepare<Thing, { seq: number; clusterList: string }>(
        'SELECT seq, clusterList FROM points WHERE session = :session AND id = :id',
      ),
      oldest: prepare<Of & { most: number }, { seq: number }>(
        'SELECT seq FROM points WHERE session = :session ORDER BY seq DESC LIMIT 1 OFFSET :most - 1',
      ),
      removeBefore: prepare<Of & { seq: number }>('DELETE FROM points WHERE session = :session AND seq < :seq'),
    },
    /** A row holds from the point `since` on, until there is a later one of the same card. */
    pointCards: {
      add: prepare<Of & { since: number } & StoredPointCard>(
        `INSERT INTO pointCards (session, since, ${POINT_CARD}) VALUES (:session, :since, ${named(POINT_CARD)})`,
      ),
      /** In order of card and then of point: the last of a card is how it was. */
      until: prepare<Of & { seq: number }, StoredPointCard>(
        `SELECT ${POINT_CARD} FROM pointCards WHERE session = :session AND since <= :seq ORDER BY card, since`,
      ),
      removeBefore: prepare<Of & { seq: number }>(
        `DELETE FROM pointCards WHERE session = :session AND since < :seq AND EXISTS (
           SELECT 1 FROM pointCards AS later WHERE later.session = pointCards.session AND later.card = pointCards.card
           AND later.since > pointCards.since AND later.since <= :seq)`,
      ),
      eraseWords: prepare<Of & { card: string }>(
        'UPDATE pointCards SET words = NULL WHERE session = :session AND card = :card',
      ),
    },
    records: {
      put: prepare<StoredRecord>(
        `INSERT INTO records (${RECORD}) VALUES (${named(RECORD)}) ON CONFLICT (session, kind, id) DO UPDATE SET value = :value`,
      ),
      get: prepare<Thing & { kind: string }, StoredRecord>(
        `SELECT ${RECORD} FROM records WHERE session = :session AND kind = :kind AND id = :id`,
      ),
      of: prepare<Of & { kind: string }, StoredRecord>(
        `SELECT ${RECORD} FROM records WHERE session = :session AND kind = :kind ORDER BY seq`,
      ),
      remove: prepare<Thing & { kind: string }>(
        'DELETE FROM records WHERE session = :session AND kind = :kind AND id = :id',
      ),
      clear: prepare<Of & { kind: string }>('DELETE FROM records WHERE session = :session AND kind = :kind'),
    },
    contacts: {
      put: prepare<ContactRow>(
        `INSERT INTO contacts (${CONTACT}) VALUES (${named(CONTACT)})
         ON CONFLICT DO UPDATE SET words = :words, deleteAt = :deleteAt`,
      ),
      of: prepare<Of, ContactRow>(`SELECT ${CONTACT} FROM contacts WHERE session = :session ORDER BY match, side`),
      remove: prepare<Of & { match: string; side: string | null }>(
        'DELETE FROM contacts WHERE session = :session AND match = :match AND side = coalesce(:side, side)',
      ),
      late: prepare<{ now: number }, Of>(
        'SELECT DISTINCT session FROM contacts WHERE deleteAt <= :now ORDER BY session',
      ),
      expire: prepare<{ now: number }>('DELETE FROM contacts WHERE deleteAt <= :now'),
    },
    unswept: {
      note: prepare<{ code: string }>('INSERT INTO unswept (code) VALUES (:code) ON CONFLICT DO NOTHING'),
      all: prepare<object, { code: string }>('SELECT code FROM unswept ORDER BY code'),
      clear: prepare<object>('DELETE FROM unswept'),
    },
    audit: {
      add: prepare<AuditRow>(`INSERT INTO audit (${AUDIT}) VALUES (${named(AUDIT)})`),
      of: prepare<Of, AuditRow>(`SELECT ${AUDIT} FROM audit WHERE session = :session ORDER BY seq`),
    },
  };
}

/** `session, "group"` → `:session, :group` */
function named(columns: string): string {
  return columns.replace(/"?(\w+)"?/g, ':$1');
}
