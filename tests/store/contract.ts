/** What every store promises. `make` gives an empty one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import {
  auditRow,
  bytes,
  CODE,
  facilitatorRow,
  fillSession,
  goneRow,
  heldRow,
  OTHER,
  participantRow,
  resultOf,
  runKey,
  sessionRow,
  voteRecord,
} from './rows.ts';

export function storeContract(name: string, make: () => Store): void {
  describe(`the ${name} store`, () => {
    let store: Store;

    beforeEach(() => {
      store = make();
      store.sessions.add(sessionRow(CODE));
      store.sessions.add(sessionRow(OTHER));
    });
    afterEach(() => store.close());

    it('keeps one secret of 32 bytes', () => {
      const secret = store.secret();
      expect(secret).toHaveLength(32);
      expect(store.secret()).toEqual(secret);
      const other = make();
      expect(other.secret()).not.toEqual(secret);
      other.close();
    });

    describe('sessions', () => {
      it('are added once, found, touched and listed in order', () => {
        expect(() => store.sessions.add(sessionRow(CODE))).toThrow();
        store.sessions.touch(CODE, 2_000);
        store.sessions.touch('NIET-HIER', 2_000);
        expect(store.sessions.get(CODE)).toEqual({ ...sessionRow(CODE), touchedAt: 2_000 });
        expect(store.sessions.get('NIET-HIER')).toBeNull();
        expect(store.sessions.list().map(({ code }) => code)).toEqual([CODE, OTHER]);
      });

      it('leave only their code when erased', () => {
        fillSession(store, 'WEGE-RMEE', 'erased');
        fillSession(store, 'BLIJ-FTHI', 'kept');
        store.sessions.erase('WEGE-RMEE', 8_000);
        expect(everything(store, 'WEGE-RMEE')).toEqual(everything(store, 'NIET-HIER'));
        expect(everything(store, 'BLIJ-FTHI').flat()).toHaveLength(18);
        expect(store.sessions.erased('WEGE-RMEE')).toBe(true);
        expect(store.sessions.erased('BLIJ-FTHI')).toBe(false);
      });

      it('are forgotten some time after they were erased', () => {
        store.sessions.erase(CODE, 8_000);
        store.sessions.erase(OTHER, 9_000);
        store.sessions.forget(9_000);
        expect([store.sessions.erased(CODE), store.sessions.erased(OTHER)]).toEqual([false, true]);
      });

      it('leave nothing when there was nothing to erase', () => {
        store.sessions.erase('NIET-HIER', 8_000);
        expect(store.sessions.erased('NIET-HIER')).toBe(false);
      });

      it('get no rows once they are erased', () => {
        store.sessions.erase(CODE, 8_000);
        expect(() => store.updates.append(CODE, bytes(1))).toThrow();
        expect(() => store.updates.compact(CODE, bytes(1))).toThrow();
        expect(() => store.participants.add(participantRow('p1'))).toThrow();
        expect(() => store.box.put(runKey(), 'slot', 'ballot')).toThrow();
        expect(everything(store, CODE).flat()).toEqual([]);
      });
    });

    describe('people', () => {
      it('facilitators are found by token within their session, and removed', () => {
        for (const id of ['f1', 'f2']) store.facilitators.add(facilitatorRow(id));
        expect(store.facilitators.byToken(CODE, 'hash of f2')).toEqual(facilitatorRow('f2'));
        expect(store.facilitators.byToken(OTHER, 'hash of f2')).toBeNull();
        store.facilitators.remove(CODE, 'f1');
        expect(store.facilitators.of(CODE)).toEqual([facilitatorRow('f2')]);
      });

      it('participants are found by token and by join, in order of joining', () => {
        const rows = ['p9', 'p1', 'p5'].map((id) => participantRow(id));
        for (const row of rows) store.participants.add(row);
        expect(store.participants.byToken(CODE, 'hash of p1')).toEqual(rows[1]);
        expect(store.participants.byJoin(CODE, 'join of p5')).toEqual(rows[2]);
        expect(store.participants.byJoin(OTHER, 'join of p5')).toBeNull();
        expect(store.participants.of(CODE)).toEqual(rows);
      });

      it('participants change only what is given', () => {
        store.participants.add(participantRow('p1'));
        store.participants.change(CODE, 'p1', { name: 'Bram', table: null, group: undefined, acted: true });
        store.participants.change(CODE, 'nobody', { name: 'Bram' });
        const changed = { ...participantRow('p1'), name: 'Bram', table: null, acted: true };
        expect(store.participants.of(CODE)).toEqual([changed]);
      });

      it('an id, a token or a join is used once in a session', () => {
        const row = participantRow('p1');
        store.participants.add(row);
        for (const same of ['id', 'tokenHash', 'joinHash'] as const) {
          expect(() => store.participants.add({ ...participantRow('p2'), [same]: row[same] })).toThrow();
        }
        expect(store.participants.of(CODE)).toEqual([row]);
        store.participants.add({ ...row, session: OTHER });
      });
    });

    describe('the log', () => {
      it('gives updates back in order, a session at a time', () => {
        const numbers = [CODE, OTHER, CODE].map((code, n) => store.updates.append(code, bytes(n)));
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        expect(store.updates.load(CODE)).toEqual([bytes(0), bytes(2)]);
        expect([store.updates.count(CODE), store.updates.count('NIET-HIER')]).toEqual([2, 0]);
      });

      it('is replaced by a snapshot, and goes on after it with higher numbers', () => {
        store.updates.append(OTHER, bytes(9));
        const last = store.updates.append(CODE, bytes(1));
        store.updates.compact(CODE, bytes(7));
        expect(store.updates.append(CODE, bytes(2))).toBeGreaterThan(last);
        expect(store.updates.load(CODE)).toEqual([bytes(7), bytes(2)]);
        expect(store.updates.load(OTHER)).toEqual([bytes(9)]);
      });

      it('keeps an empty update and a large one', () => {
        const large = new Uint8Array(20_000).map((_, n) => n % 251);
        for (const update of [bytes(), large]) store.updates.append(CODE, update);
        expect(store.updates.load(CODE)).toEqual([bytes(), large]);
      });

      it('knows the writers of cards and clients', () => {
        store.authors.setCard(CODE, 'c2', 'p1');
        store.authors.setCard(CODE, 'c1', 'p1');
        store.authors.setCard(CODE, 'c2', 'facilitator:f1');
        store.authors.setClient(CODE, 4_294_967_295, 'p1');
        expect(store.authors.cards(CODE)).toEqual([
          { card: 'c2', who: 'facilitator:f1' },
          { card: 'c1', who: 'p1' },
        ]);
        expect(store.authors.clients(CODE)).toEqual([{ client: 4_294_967_295, who: 'p1' }]);
      });

      it('keeps the audit in order', () => {
        for (const action of ['open', 'hide', 'open']) store.audit.add(auditRow(action));
        expect(store.audit.of(CODE)).toEqual(['open', 'hide', 'open'].map((action) => auditRow(action)));
      });
    });

    describe('cards outside the document', () => {
      it('are held, judged and removed', () => {
        for (const id of ['h2', 'h1', 'h3']) store.held.add(heldRow(id));
        expect(() => store.held.add(heldRow('h1'))).toThrow();
        store.held.setState(CODE, 'h1', 'admitted');
        store.held.remove(CODE, 'h3');
        expect(store.held.get(CODE, 'h1')).toEqual({ ...heldRow('h1'), state: 'admitted' });
        expect(store.held.get(OTHER, 'h1')).toBeNull();
        expect(store.held.of(CODE).map(({ id }) => id)).toEqual(['h2', 'h1']);
      });

      it('are taken out and put back', () => {
        for (const card of ['c2', 'c1']) store.gone.put(goneRow(card));
        store.gone.put({ ...goneRow('c2'), gone: 'withdrawn' });
        expect(store.gone.of(CODE)).toEqual([{ ...goneRow('c2'), gone: 'withdrawn' }, goneRow('c1')]);
        store.gone.remove(CODE, 'c2');
        expect([store.gone.get(CODE, 'c2'), store.gone.get(CODE, 'c1')]).toEqual([null, goneRow('c1')]);
      });
    });

    describe('votes', () => {
      it('and their results are kept per run and replaced', () => {
        for (const run of [2, 1]) store.votes.put(runKey(run), voteRecord(runKey(run)));
        store.votes.put(runKey(2), { ...voteRecord(runKey(2)), state: 'closed' });
        expect(store.votes.get(runKey(2))?.state).toBe('closed');
        expect(store.votes.get(runKey(3))).toBeNull();
        expect(store.votes.of(CODE)).toEqual([store.votes.get(runKey(2)), voteRecord(runKey(1))]);

        store.results.put(CODE, resultOf(), false);
        expect(store.results.get(runKey())).toEqual({ result: resultOf(), revealed: false });
        store.results.put(CODE, resultOf(), true);
        expect(store.results.of(CODE)).toEqual([{ result: resultOf(), revealed: true }]);
        expect(store.results.get(runKey(2))).toBeNull();
      });

      it('the size of the electorate is kept apart from the record', () => {
        store.votes.put(runKey(), voteRecord());
        expect([store.votes.electorate(runKey()), store.votes.electorate(runKey(2))]).toEqual([0, 0]);
        for (const size of [12, 13]) store.votes.setElectorate(runKey(), size);
        store.votes.put(runKey(), { ...voteRecord(), state: 'closed' });
        expect([store.votes.electorate(runKey()), store.votes.electorate(runKey(2))]).toEqual([13, 0]);
        expect(() => store.votes.setElectorate(runKey(1, 'NIET-HIER'), 1)).toThrow();
      });

      it('the roll counts everybody once, and keeps what is final', () => {
        for (const participant of ['p1', 'p2', 'p1']) store.roll.add(runKey(), participant);
        expect([store.roll.count(runKey()), store.roll.count(runKey(2))]).toEqual([2, 0]);
        expect([store.roll.has(runKey(), 'p1'), store.roll.has(runKey(), 'p3')]).toEqual([true, false]);
        for (const final of [true, false]) store.roll.add(runKey(), 'p1', final);
        expect([store.roll.isFinal(runKey(), 'p1'), store.roll.isFinal(runKey(), 'p2')]).toEqual([true, false]);
        store.roll.clear(runKey());
        expect(store.roll.has(runKey(), 'p1')).toBe(false);
      });

      it('the box keeps the last ballot of a slot, in an order that tells nothing', () => {
        for (const slot of ['ff', '0a', '9c', '0a']) store.box.put(runKey(), slot, `ballot of ${slot}`);
        store.box.put(runKey(), '9c', 'changed');
        store.box.put(runKey(2), '9c', 'another run');
        expect(store.box.all(runKey())).toEqual(['ballot of 0a', 'changed', 'ballot of ff']);
        expect([store.box.get(runKey(), '9c'), store.box.get(runKey(), '00')]).toEqual(['changed', null]);
        expect(['ch', '%'].map((mark) => store.box.all(runKey(), mark))).toEqual([['changed'], []]);
        store.box.remove(runKey(), 'ff');
        store.box.remove(runKey(), '00');
        expect(store.box.all(runKey())).toEqual(['ballot of 0a', 'changed']);
        store.box.clear(runKey());
        expect([store.box.all(runKey()), store.box.all(runKey(2))]).toEqual([[], ['another run']]);
      });

      it('anonymous ballots come in order of their fresh ids, all or none', () => {
        const [b3, b1, b2] = ['b3', 'b1', 'b2'].map((id) => ({ id, ballot: `ballot ${id}` }));
        if (!b1 || !b2 || !b3) throw new Error('three ballots');
        store.ballots.add(runKey(), [b3, b1]);
        expect(() => store.ballots.add(runKey(), [b2, b1])).toThrow();
        expect(store.ballots.of(runKey())).toEqual([b1, b3]);
      });

      it('keys that carry more than a key are keys', () => {
        const wide = { ...voteRecord(), session: CODE };
        store.box.put(wide, '9c', 'ballot');
        store.roll.add(wide, 'p1');
        store.votes.put(wide, voteRecord());
        expect([store.box.all(runKey()), store.roll.count(wide)]).toEqual([['ballot'], 1]);
        expect(store.votes.get(wide)).toEqual(voteRecord());
      });
    });

    it('what is still to be swept is noted once, also of sessions that are no more', () => {
      for (const code of [OTHER, CODE, OTHER]) store.unswept.note(code);
      store.sessions.erase(OTHER, 8_000);
      store.vacuum();
      expect(store.unswept.all()).toEqual([CODE, OTHER]);
      store.unswept.clear();
      expect(store.unswept.all()).toEqual([]);
    });

    it('vacuum keeps everything there is', () => {
      fillSession(store, 'BLIJ-FTHI', 'kept');
      const before = everything(store, 'BLIJ-FTHI');
      store.vacuum();
      expect(everything(store, 'BLIJ-FTHI')).toEqual(before);
    });

    it('rows go in and come out as copies', () => {
      const [row, update] = [goneRow('c1'), bytes(1)];
      store.gone.put(row);
      store.updates.append(CODE, update);
      row.content.title = 'changed outside';
      update[0] = 9;
      for (const { content } of store.gone.of(CODE)) content.title = 'changed outside';
      expect([store.gone.get(CODE, 'c1'), store.updates.load(CODE)]).toEqual([goneRow('c1'), [bytes(1)]]);
    });
  });
}

/** All that a store can tell about a session, a table at a time. */
export function everything(store: Store, code: string): unknown[][] {
  const key = runKey(1, code);
  const lists = [
    store.facilitators,
    store.participants,
    store.held,
    store.gone,
    store.votes,
    store.results,
    store.audit,
    store.points,
  ];
  return [
    [store.sessions.get(code)].filter((row) => row !== null),
    ...lists.map((list) => list.of(code)),
    store.updates.load(code),
    store.authors.cards(code),
    store.authors.clients(code),
    [store.votes.electorate(key)].filter((size) => size > 0),
    Array.from({ length: store.roll.count(key) }, () => 'on the roll'),
    store.box.all(key),
    store.ballots.of(key),
    store.points.board(code, 'point1')?.cards ?? [],
    store.records.of(code, 'team'),
  ];
}
