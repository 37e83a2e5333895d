/** The theme team: batches that nobody else has, themes so far, who grouped what, and the ranking when it is done. */
import { describe, expect, it } from 'vitest';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { Duty, PhaseOf } from '../../shared/format.ts';
import { readLive } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { readPushed } from '../../shared/pushed.ts';
import { rankingsOf } from '../../shared/ranking.ts';
import { addCluster } from '../../shared/stamp.ts';
import { moveCard } from '../../shared/document.ts';
import { can } from '../../shared/rules.ts';
import { Evening, codeOf, value, type Person } from './evening.ts';

const rank = { by: 'tables', top: 1, cut: 'along' } as const;

/** Arranging by a theme team, with so many cards of people at as many tables. */
function arranging(cards: number) {
  const phases = ideeenronde.phases.map((phase) =>
    phase.id === 'cluster' ? { ...(phase as PhaseOf<'arrange'>), who: 'theme' as const, rank } : phase,
  );
  const held = new Evening({ format: { ...ideeenronde, phases } });
  held.room.change((doc) => doc.getMap('session').set('showTables', true));
  value(held.move('pitch'));
  const ids = Array.from({ length: cards }, (_, n) => held.write(held.join({ table: n + 1 }), `Idee ${n + 1}`));
  value(held.move('cluster'));
  const [ann, ben] = [member(held), member(held)];
  return { held, ids, ann, ben, inbox: held.services.inbox };
}

function member(held: Evening, duties: Duty[] = ['theme']): Person {
  const person = held.join();
  held.store.participants.change(held.code, person.id, { duties });
  held.server.door.forget(held.code);
  return person;
}

function theme(held: Evening, id: string, letter: string, cards: string[]) {
  held.room.change((doc) => {
    addCluster(doc, {
      id,
      name: `Thema ${letter}`,
      letter,
      order: letter.charCodeAt(0),
      gone: false,
      mergedInto: null,
    });
    for (const card of cards) moveCard(doc, card, id);
  });
}

describe('the inbox', () => {
  it('gives each the oldest cards that nobody has', () => {
    const { ids, ann, ben, inbox } = arranging(5);
    expect(value(inbox.take(ann.ask, { count: 2 })).cards).toEqual(ids.slice(0, 2));
    expect(value(inbox.take(ben.ask, { count: 2 })).cards).toEqual(ids.slice(2, 4));
    expect(value(inbox.take(ann.ask, { count: 2 })).cards).toEqual([ids[0], ids[1], ids[4]]);
  });

  it('forgets what has a place, and gives back on request', () => {
    const { held, ids, ann, ben, inbox } = arranging(3);
    value(inbox.take(ann.ask, { count: 2 }));
    theme(held, 'themea0001', 'A', [ids[0]!]);
    expect(value(inbox.renew(ann.ask)).cards).toEqual([ids[1]]);
    expect(value(inbox.giveBack(ann.ask))).toEqual({ cards: [], until: 0 });
    expect(value(inbox.take(ben.ask, { count: 5 })).cards).toEqual(ids.slice(1));
  });

  it('frees what somebody left in silence, not what somebody works on; a restart changes nothing', () => {
    const { held, ids, ann, ben } = arranging(2);
    value(held.services.inbox.take(ann.ask, { count: 1 }));
    held.clock.pass(limits.claim - 1_000);
    value(held.services.inbox.renew(ann.ask));
    held.clock.pass(limits.claim - 1_000);
    held.restart();
    expect(value(held.services.inbox.take(ben.ask, { count: 5 })).cards).toEqual([ids[1]]);
    held.clock.pass(2_000);
    expect(value(held.services.inbox.renew(ann.ask)).cards).toEqual([]);
    expect(value(held.services.inbox.take(ben.ask, { count: 5 })).cards).toEqual(ids);
  });

  it('leaves what somebody took to them, until it has a place; what crosses the taking on its way is not refused', () => {
    const { held, ids, ann, ben } = arranging(2);
    value(held.services.inbox.take(ann.ask, { count: 1 }));
    const may = (person: Person, card: string) => {
      const here = held.server.door.desk(held.code);
      const action = { type: 'card.move', card, cluster: null } as const;
      return codeOf(can(action, here.actor(person.ask.identity), here.facts(held.room.doc, person.ask.identity)));
    };
    const [taken, free] = ids as [string, string];
    expect(may(ben, taken)).toBe('ok');
    held.clock.pass(limits.grace);
    expect([may(ann, taken), may(ben, taken), may(ben, free)]).toEqual(['ok', 'card_taken', 'ok']);
    const merge = { cards: [taken, free], title: 'Samen' };
    expect(codeOf(held.services.cards.merge(ben.ask, merge))).toBe('card_taken');
    theme(held, 'themea0001', 'A', [taken]);
    expect(may(ben, taken)).toBe('ok');
    expect(codeOf(held.services.cards.merge(ben.ask, merge))).toBe('ok');
  });

  it('is the theme team’s alone, and only while it arranges', () => {
    const { held, ann, ids, inbox } = arranging(1);
    const other = held.join();
    expect(codeOf(inbox.take(other.ask, { count: 1 }))).toBe('not_allowed');
    expect(codeOf(held.services.themes.push(other.ask, true))).toBe('not_allowed');
    expect(codeOf(held.services.cards.merge(other.ask, { cards: [ids[0]!, 'othercard1'], title: 'x' }))).toBe(
      'not_allowed',
    );
    value(inbox.take(ann.ask, { count: 1 }));
    value(held.move('vote'));
    expect(codeOf(inbox.take(ann.ask, { count: 1 }))).toBe('phase_closed');
    expect([...readLive(held.room.doc).keys()].filter((key) => key.startsWith('claim:'))).toEqual([]);
  });
});

describe('themes so far', () => {
  it('go to the wall as they are now, with counts, and off it', () => {
    const { held, ids, ann } = arranging(3);
    const pushed = () => readPushed(readLive(held.room.doc), 'cluster', 1);
    theme(held, 'themea0001', 'A', ids.slice(0, 2));
    theme(held, 'themeb0001', 'B', []);
    value(held.services.themes.push(ann.ask, true));
    expect(pushed()?.themes).toEqual([{ id: 'themea0001', letter: 'A', name: 'Thema A', cards: 2, tables: 2 }]);
    value(held.services.themes.push(held.lead, false));
    expect(pushed()).toBeNull();
  });
});

describe('when arranging ends', () => {
  it('themes are ranked by tables, what was merged counting for all who wrote it', () => {
    const { held, ids, ann } = arranging(6);
    theme(held, 'themea0001', 'A', ids.slice(0, 3));
    theme(held, 'themeb0001', 'B', ids.slice(3, 5));
    value(held.services.cards.merge(ann.ask, { cards: ids.slice(0, 3), title: 'Samen' }));
    value(held.move('vote'));
    const [ranking] = rankingsOf(readLive(held.room.doc), 'cluster');
    expect(ranking?.lines).toEqual([
      { id: 'themea0001', title: 'Thema A', rank: 1, value: 3, wins: true },
      { id: 'themeb0001', title: 'Thema B', rank: 2, value: 2, wins: false },
    ]);
    expect(ranking?.counted).toMatchObject({ by: 'tables', top: 1, cut: 'along', left: 1 });

    const file = JSON.parse(JSON.stringify(value(held.services.exports.session(held.lead, false)))) as unknown;
    const copy = value(held.services.sessions.import(file, 'http://zaal.test')).code;
    expect(rankingsOf(readLive(held.server.rooms.open(copy).doc), 'cluster')).toEqual([ranking]);
  });

  it('who put what where can be told, by number, and only to facilitators', () => {
    const { held, ids, ann } = arranging(2);
    value(held.services.cards.merge(ann.ask, { cards: ids, title: 'Samen' }));
    const csv = value(held.services.exports.groupedCsv(held.lead));
    const number = value(held.services.people.me(ann.ask)).participant?.number;
    expect(csv.trim().split('\n')).toHaveLength(3);
    expect(csv).toContain(`;Idee 1;;${number}`);
    expect(csv).not.toContain(ann.id);
    expect(codeOf(held.services.exports.groupedCsv(ann.ask))).toBe('not_allowed');
  });
});
