/** Example rows, and a session with a row in every table. */
import type { Result } from '../../shared/model.ts';
import type { PointBoard, PointCard } from '../../shared/points.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import type {
  AuditRow,
  FacilitatorRow,
  GoneRow,
  HeldRow,
  ParticipantRow,
  PointRow,
  RunKey,
  SessionRow,
  Store,
} from '../../server/store/store.ts';

export const CODE = 'KRAS-7QXM';
export const OTHER = 'MEES-2ABC';

export function sessionRow(code = CODE): SessionRow {
  return { code, createdAt: 1_000, touchedAt: 1_000, rehearsalOf: null };
}

export function facilitatorRow(id: string, session = CODE): FacilitatorRow {
  return { id, session, tokenHash: `hash of ${id}`, name: 'Fatima', createdAt: 1_000 };
}

export function participantRow(id: string, session = CODE): ParticipantRow {
  const hashes = { joinHash: `join of ${id}`, tokenHash: `hash of ${id}` };
  return {
    id,
    session,
    ...hashes,
    name: '',
    group: 'inwoner',
    table: 3,
    number: 1,
    removed: false,
    acted: false,
    duties: [],
  };
}

export function heldRow(id: string, session = CODE): HeldRow {
  const words = { kind: 'idea', title: 'Een bank', text: 'Bij de vijver' };
  return { id, session, participant: 'p1', reason: 'late', ...words, at: 5_000, state: 'waiting' };
}

export function goneRow(card: string, session = CODE): GoneRow {
  const content = { kind: 'idea', title: 'Een bank', text: 'Bij de vijver', cluster: null };
  return { session, card, gone: 'hidden', reason: 'dubbel', content };
}

export function auditRow(action: string, session = CODE): AuditRow {
  return { session, at: 9_000, who: 'server', action, detail: '' };
}

export function pointRow(id: string, session = CODE): PointRow {
  return { session, id, at: 9_000, who: 'server', why: 'phase.move', phase: null, run: 0, cards: 2, clusters: 1 };
}

export function pointCard(id: string, text: string, cluster: string | null = null): PointCard {
  return { id, cluster, mergedInto: null, gone: null, words: { kind: 'idea', title: 'Een bank', text } };
}

export function pointBoard(...cards: PointCard[]): PointBoard {
  return { cards, clusters: [{ id: 't1', name: 'Groen', gone: false, mergedInto: null }] };
}

export function runKey(run = 1, session = CODE): RunKey {
  return { session, phase: 'stemmen', run };
}

export function voteRecord({ phase, run }: RunKey = runKey()): VoteRecord {
  const settings = { method: { kind: 'dots', dots: 3, maxPerItem: 1 }, items: 'cards', top: 5, cut: 'along' } as const;
  const items = [{ id: 'i1', title: 'Een bank', text: 'Bij de vijver', letter: null, originals: [], struck: false }];
  return { phase, run, state: 'open', settings, opensAt: 7_000, items, seed: 's', commit: 'c' };
}

export function resultOf({ phase, run }: RunKey = runKey()): Result {
  const ranking = [{ id: 'i1', title: 'Een bank', rank: 1, value: 7, voters: 5, wins: true }];
  const method = { kind: 'dots', dots: 3, maxPerItem: 1 } as const;
  const counted = { ranking, top: 5, cut: 'along', electorate: 12, ballots: 6, blank: 1 } as const;
  return { phase, run, method, items: 'cards', ...counted, ranking, seed: 's', commit: 'c', lots: [['i1']] };
}

export function bytes(...values: number[]): Uint8Array {
  return new Uint8Array(values);
}

/** A session with a row in every table; `words` is in every field that people or their devices fill. */
export function fillSession(store: Store, code: string, words: string): void {
  const key = runKey(1, code);
  store.sessions.add(sessionRow(code));
  store.facilitators.add({ ...facilitatorRow(`f ${words}`, code), name: words });
  store.participants.add({ ...participantRow(`p ${words}`, code), name: words });
  store.updates.append(code, new TextEncoder().encode(`${words} and the rest of an update`));
  store.authors.setCard(code, 'c1', `p ${words}`);
  store.authors.setClient(code, 77, `p ${words}`);
  store.held.add({ ...heldRow('h1', code), title: words, text: words });
  store.gone.put({ ...goneRow('c1', code), content: { kind: 'idea', title: words, text: words, cluster: null } });
  store.votes.put(key, { ...voteRecord(key), seed: words });
  store.votes.setElectorate(key, 12);
  store.roll.add(key, `p ${words}`);
  store.box.put(key, `slot ${words}`, words);
  store.ballots.add(key, [{ id: `b ${words}`, ballot: words }]);
  store.results.put(code, { ...resultOf(key), seed: words }, false);
  store.audit.add({ ...auditRow('hide', code), detail: words });
  store.records.put({ session: code, kind: 'team', id: 'r1', value: { words } });
  store.contacts.put({ session: code, match: 'm1', side: 'bidder', words, deleteAt: 9_000_000 });
  store.points.add(pointRow('point1', code), pointBoard(pointCard('c1', words)));
}
