import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { readResults } from '../../shared/document.ts';
import { diskOf, useFolder } from '../store/files.ts';
import { codeOf, Evening, value } from './evening.ts';

const folder = useFolder();
const day = 86_400_000;

/** An evening on disk, and what is to be read in its files. */
function onDisk() {
  const path = folder.fresh();
  const evening = new Evening({ store: openSqlite(path) });
  return { evening, holds: (text: string) => diskOf(path).includes(text) };
}

describe('gone is gone', () => {
  it('what is hidden or withdrawn is in one place; what is shown again is back', () => {
    const { evening } = onDisk();
    const ann = evening.join();
    value(evening.move('pitch'));
    const card = evening.write(ann, 'Kanarie een', 'Kanarie tekst');
    const logOf = () => evening.store.updates.load(evening.code).map((update) => Buffer.from(update).toString('utf8'));
    expect(logOf().join()).toContain('Kanarie');
    value(evening.services.cards.hide(evening.lead, card, 'namen'));
    expect(logOf().join()).not.toContain('Kanarie');
    value(evening.services.cards.show(evening.lead, card));
    expect(evening.card(card).title).toBe('Kanarie een');
  });

  it('erasing one’s own takes name and cards out of document, votes, results, held cards and files', () => {
    const { evening, holds } = onDisk();
    const { participant, token } = value(evening.services.people.join(evening.code, { name: 'Kanarienaam' }));
    const ask = { code: evening.code, identity: evening.identity('participant', token) };
    const ann = { id: participant.id, token, ask };
    value(evening.move('pitch'));
    const shown = evening.write(ann, 'Kanarie op het bord', 'Kanarie tekst');
    const withdrawn = evening.write(ann, 'Kanarie ingetrokken');
    value(evening.services.cards.withdraw(ask, withdrawn));
    value(evening.services.cards.add(ask, { title: 'Kanarie nagekomen', late: true }));
    value(evening.move('cluster'));
    evening.clock.pass(20_000);
    value(evening.move('vote'));
    value(evening.cast(ann, { [shown]: 1 }));
    value(evening.services.votes.close(evening.lead, 'vote'));
    value(evening.services.votes.reveal(evening.lead, 'vote'));
    expect(holds('Kanarie')).toBe(true);

    value(evening.services.people.erase(ask));
    evening.clock.pass(2_000); // the file was swept just now, after the vote
    expect(holds('Kanarie')).toBe(false);
    expect(readResults(evening.room.doc)[0]!.ranking).toMatchObject([{ id: shown, title: '', value: 1 }]);
    expect(codeOf(evening.services.cards.return(ask, withdrawn))).not.toBe('ok');
    expect(value(evening.services.people.me(ask))).toMatchObject({ participant: { name: '' }, held: [], gone: [] });
    evening.store.close();
  });

  it('a session is deleted with its rehearsal, from memory and from the files', () => {
    const { evening, holds } = onDisk();
    const ann = evening.join();
    value(evening.move('pitch'));
    evening.write(ann, 'Kanarie op het bord');
    const copy = value(evening.services.sessions.rehearse(evening.lead, 'http://zaal.test'));
    expect(value(evening.services.sessions.info(copy.code, 'nl'))).toMatchObject({ rehearsal: true, state: 'lobby' });
    value(evening.services.sessions.delete(evening.lead));
    expect(holds('Kanarie')).toBe(false);
    for (const code of [evening.code, copy.code]) {
      expect(codeOf(evening.services.sessions.info(code, 'nl'))).toBe('session_deleted');
    }
    expect(codeOf(evening.services.people.me(ann.ask))).toBe('session_deleted');
    evening.store.close();
  });
});

describe('retention', () => {
  it('counts from the last act of a facilitator, and shows its date', () => {
    const evening = new Evening();
    const date = () => value(evening.services.sessions.info(evening.code, 'nl')).deleteAt - evening.clock.now();
    expect(date()).toBe(90 * day);
    evening.clock.pass(60 * day);
    expect(date()).toBe(30 * day);
    evening.join(); // a participant does not keep a session alive
    expect(date()).toBe(30 * day);
    value(evening.services.phases.announce(evening.lead, 'Welkom'));
    expect(date()).toBe(90 * day);
    value(evening.move('next'));
    expect(evening.session.deleteAt - evening.clock.now()).toBe(90 * day);
    expect(evening.services.sessions.sweep()).toEqual([]);
    evening.clock.pass(90 * day);
    expect(evening.services.sessions.sweep()).toEqual([evening.code]);
    expect(codeOf(evening.services.sessions.exists(evening.code))).toBe('session_deleted');
    evening.clock.pass(400 * day);
    evening.services.sessions.sweep();
    expect(codeOf(evening.services.sessions.exists(evening.code))).toBe('no_session');
  });

  it('keeps one rehearsal, for a day', () => {
    const evening = new Evening();
    const first = value(evening.services.sessions.rehearse(evening.lead, 'http://zaal.test'));
    const second = value(evening.services.sessions.rehearse(evening.lead, 'http://zaal.test'));
    expect(codeOf(evening.services.sessions.exists(first.code))).toBe('session_deleted');
    evening.clock.pass(day);
    expect(evening.services.sessions.sweep()).toEqual([second.code]);
  });
});

describe('when the store fails', () => {
  it('what is in memory does not drift from what is stored', () => {
    const evening = new Evening();
    const { add } = evening.store.participants;
    evening.store.participants.add = (row) => {
      add(row);
      throw new Error('disk');
    };
    expect(() => evening.join()).toThrow('disk');
    evening.store.participants.add = add;
    expect(value(evening.services.sessions.info(evening.code, 'nl')).counts.joined).toBe(0);
    expect(value(evening.services.people.join(evening.code, {})).participant.number).toBe(1);
  });

  it('a session that can not be stored does not exist', () => {
    const evening = new Evening();
    const { append } = evening.store.updates;
    evening.store.updates.append = () => {
      throw new Error('disk');
    };
    const open = () =>
      evening.services.sessions.open({ format: 'ideeenronde', title: 'x', question: 'y' }, 'http://x.test');
    expect(open).toThrow('disk');
    evening.store.updates.append = append;
    expect(evening.store.sessions.list()).toHaveLength(1);
    expect(codeOf(open())).toBe('ok');
  });
});
