import { describe, expect, it } from 'vitest';
import { readVote } from '../../shared/document.ts';
import { setSession } from '../../shared/stamp.ts';
import { ballotCodeLength, makePaperCode, showCode } from '../../shared/papercode.ts';
import { dots, paperEvening } from './collecting.ts';
import { codeOf, seeded, value } from './evening.ts';

describe('a ballot on paper', () => {
  it('counts when two people enter the same, in whatever order they fill it in', () => {
    const { open, print, enter, ann, ben, items, info, turnout, end } = paperEvening();
    open();
    const [code] = print(2);
    const [a, b] = items;
    expect(value(enter(ann, code!, { dots: { [a!]: 1, [b!]: 2 } })).is).toBe('waits');
    expect([info(ann).waiting, info(ben).waiting]).toEqual([
      [{ code, mine: true, differs: false }],
      [{ code, mine: false, differs: false }],
    ]);
    expect(turnout()).toEqual({ voted: 0, of: 3 });
    expect(value(enter(ben, showCode(code!).toLowerCase(), { dots: { [b!]: 2, [a!]: 1 } })).is).toBe('counted');
    expect(turnout()).toEqual({ voted: 1, of: 4 });
    expect(info()).toMatchObject({ printed: 2, counted: 1, aside: 0, waiting: [] });
    const result = end();
    expect(result).toMatchObject({
      ballots: 1,
      electorate: 4,
      papers: { printed: 2, counted: 1, aside: 0, waiting: 0 },
    });
    expect(result.ranking.map(({ id, value: given }) => [id, given])).toEqual([
      [b, 2],
      [a, 1],
      [items[2], 0],
    ]);
  });

  it('is not counted on the word of one, who may correct it', () => {
    const { open, print, enter, ann, ben, items, info, end } = paperEvening();
    open();
    const [code] = print();
    value(enter(ann, code!, { dots: { [items[0]!]: 1 } }));
    expect(value(enter(ann, code!, { dots: { [items[0]!]: 1 } })).is).toBe('waits');
    expect(value(enter(ann, code!, { dots: { [items[1]!]: 1 } })).is).toBe('waits');
    expect(info(ben).counted).toBe(0);
    const result = end();
    expect(result).toMatchObject({ ballots: 0, papers: { printed: 1, counted: 0, waiting: 1 } });
  });

  it('says to both that they differ, and counts when they look again', () => {
    const { hall, open, print, enter, ann, ben, items, info } = paperEvening();
    open();
    const [code] = print();
    value(enter(ann, code!, { dots: { [items[0]!]: 3 } }));
    expect(value(enter(ben, code!, { dots: { [items[0]!]: 2 } })).is).toBe('differs');
    for (const ask of [ann, ben]) expect(info(ask).waiting).toEqual([{ code, mine: true, differs: true }]);
    expect(value(hall.services.papers.look(ann, 'vote', code!))).toEqual({ group: '', mine: true, theirs: true });
    expect(JSON.stringify(info(ann))).not.toContain('dots');
    expect(value(enter(ann, code!, { dots: { [items[0]!]: 2 } })).is).toBe('counted');
  });

  it('counts once, and only in the run it was printed for', () => {
    const { hall, open, print, both, enter, ann, items } = paperEvening();
    open();
    const [code, other] = print(2);
    expect(both(code!, { dots: { [items[0]!]: 1 } })).toBe('counted');
    expect(codeOf(enter(ann, code!, { dots: { [items[1]!]: 1 } }))).toBe('paper_counted');
    value(hall.services.votes.abort(ann, 'vote'));
    expect(codeOf(enter(ann, code!, { dots: {} }))).toBe('paper_closed');
    value(hall.move('cluster'));
    open();
    for (const old of [code!, other!]) expect(codeOf(enter(ann, old, { dots: {} }))).toBe('paper_other_vote');
  });

  it('is refused with a typing error, when it is of another session, or with a ballot that can not be', () => {
    const { open, print, enter, ann, items, people } = paperEvening();
    open();
    const [code] = print();
    const wrong = code!.slice(0, 7) + (code!.endsWith('A') ? 'B' : 'A');
    const strange = makePaperCode(seeded('another session'), ballotCodeLength);
    expect(codeOf(enter(ann, wrong, { dots: {} }))).toBe('paper_bad_code');
    expect(codeOf(enter(ann, strange, { dots: {} }))).toBe('paper_unknown');
    expect(codeOf(enter(ann, code!, { dots: { [items[0]!]: 4 } }))).toBe('bad_ballot');
    expect(codeOf(enter(ann, code!, { dots: { nothere00: 1 } }))).toBe('unknown_item');
    expect(codeOf(enter(people[0]!.ask, code!, { dots: {} }))).toBe('not_allowed');
  });

  it('is set aside as spoiled with a reason, and taken back', () => {
    const { open, print, enter, aside, both, ann, ben, info, items, turnout, end } = paperEvening();
    open();
    const [code, counted] = print(2);
    both(counted!, { dots: {} });
    value(enter(ann, code!, { dots: { [items[0]!]: 1 } }));
    value(aside(code!, 'Vijf kruisjes', ben));
    expect(info()).toMatchObject({ aside: 1, waiting: [] });
    expect(codeOf(enter(ben, code!, { dots: { [items[0]!]: 1 } }))).toBe('paper_aside');
    expect(codeOf(aside(counted!, 'te laat'))).toBe('paper_counted');
    value(aside(code!, null));
    expect(value(enter(ben, code!, { dots: { [items[0]!]: 1 } })).is).toBe('waits');
    value(aside(code!, 'Toch niet'));
    expect(turnout()).toEqual({ voted: 1, of: 4 });
    expect(end().papers).toEqual({ printed: 2, counted: 1, aside: 1, waiting: 0 });
  });

  it('loses what was hidden since the first person entered it', () => {
    const { hall, open, print, enter, ann, ben, items, end } = paperEvening();
    open();
    const [code] = print();
    value(enter(ann, code!, { dots: { [items[0]!]: 2, [items[1]!]: 1 } }));
    value(hall.services.cards.hide(ann, items[0]!, 'dubbel'));
    expect(value(enter(ben, code!, { dots: { [items[1]!]: 1 } })).is).toBe('counted');
    expect(end().ranking.map(({ value: given }) => given)).toEqual([1, 0]);
  });
});

describe('printing', () => {
  it('is possible before the vote opens; every item keeps its mark', () => {
    const { hall, ann, open, people, items, print, info, both } = paperEvening();
    const [code] = print();
    expect(info()).toMatchObject({ open: false, run: 1, printed: 1 });
    expect(info().items.map(({ mark, title }) => `${mark} ${title}`)).toEqual(['1 bank', '2 boom', '3 plein']);
    value(hall.services.cards.hide(ann, items[0]!, 'dubbel'));
    value(hall.move('pitch'));
    value(hall.services.cards.add(people[1]!.ask, { title: 'vijver', fields: {} }));
    value(hall.move('cluster'));
    hall.clock.pass(60_000);
    open();
    expect(info().items.map(({ mark, title }) => `${mark} ${title}`)).toEqual(['2 boom', '3 plein', '4 vijver']);
    expect(both(code!, { dots: { [items[1]!]: 1 } })).toBe('counted');
  });

  it('stores no code, and refuses what does not fit', () => {
    const { hall, ann, print, people } = paperEvening();
    const codes = print(3);
    const kept = JSON.stringify(hall.store.records.of(hall.code, 'paper'));
    for (const code of codes) expect(kept).not.toContain(code);
    const { papers } = hall.services;
    const many = { groups: [{ group: '', count: 1_998 }] };
    expect(codeOf(papers.print(ann, 'vote', many))).toBe('too_many');
    expect(codeOf(papers.print(ann, 'vote', { groups: [{ group: 'marsman', count: 1 }] }))).toBe('bad_request');
    expect(codeOf(papers.print(ann, 'pitch', { groups: [{ group: '', count: 1 }] }))).toBe('not_found');
    expect(codeOf(papers.print(people[0]!.ask, 'vote', many))).toBe('not_allowed');
  });

  it('is for groups that may vote; each ballot is of its group', () => {
    const { hall, ann, open, print, both, info, people, items, turnout, end } = paperEvening(dots, {
      electorate: ['inwoner'],
      others: 'apart',
    });
    expect(people.length).toBe(3);
    open();
    expect(info().groups.map(({ group }) => group)).toContain('inwoner');
    const [own] = print(1, 'inwoner');
    const other = hall.session.format.groups.find(({ id }) => id !== 'inwoner')!.id;
    const [apart] = print(1, other);
    expect(both(own!, { dots: { [items[0]!]: 1 } })).toBe('counted');
    expect(both(apart!, { dots: { [items[1]!]: 3 } })).toBe('counted');
    expect(turnout()).toEqual({ voted: 1, of: 1 });
    expect(value(hall.services.papers.look(ann, 'vote', print(1, 'inwoner')[0]!)).group).toBe('inwoner');
    const result = end();
    expect(result.ranking[0]).toMatchObject({ id: items[0], value: 1 });
    expect(result.apart).toBeUndefined(); // fewer than five
  });
});

describe('where a table votes together', () => {
  it('there is no paper: its table could count twice', () => {
    const { hall, ann, open, enter } = paperEvening(dots, { per: 'table' });
    const print = () => hall.services.papers.print(ann, 'vote', { groups: [{ group: '', count: 1 }] });
    expect(codeOf(print())).toBe('paper_table');
    open();
    expect(codeOf(print())).toBe('paper_table');
    expect(codeOf(enter(ann, makePaperCode(seeded('x'), ballotCodeLength), { dots: {} }))).toBe('paper_table');
  });

  it('what was printed before that counts no more', () => {
    const { hall, ann, open, print, enter } = paperEvening();
    const [code] = print();
    const format = {
      ...hall.session.format,
      phases: hall.session.format.phases.map((one) => (one.kind === 'vote' ? { ...one, per: 'table' as const } : one)),
    };
    hall.room.change((doc) => setSession(doc, { format }));
    open();
    expect(codeOf(enter(ann, code!, { dots: {} }))).toBe('paper_table');
  });
});

describe('where every vote needs a ticket', () => {
  it('paper is for who handed theirs in: nobody more has the right to vote', () => {
    const { hall, ann, open, print, both, items, turnout, end } = paperEvening();
    hall.room.change((doc) => setSession(doc, { format: { ...hall.session.format, tickets: true } }));
    value(hall.services.tickets.make(ann, { groups: [{ group: '', count: 3 }] }));
    open();
    const [code] = print();
    expect(both(code!, { dots: { [items[0]!]: 1 } })).toBe('counted');
    expect(turnout()).toEqual({ voted: 1, of: 3 });
    expect(end()).toMatchObject({ ballots: 1, electorate: 3 });
  });
});

describe('between devices and the count', () => {
  it('paper is still entered, and devices are told that the vote is closed', () => {
    const { hall, open, print, both, cast, collect, people, items, turnout, end } = paperEvening();
    open();
    const [code] = print();
    value(cast(people[0]!, { dots: { [items[0]!]: 1 } }));
    value(collect());
    expect(readVote(hall.room.doc, 'vote', 1)?.state).toBe('collecting');
    expect(codeOf(cast(people[1]!, { dots: { [items[0]!]: 1 } }))).toBe('vote_not_open');
    expect(codeOf(collect())).toBe('vote_not_open');
    expect(codeOf(hall.services.sessions.end(hall.lead))).toBe('vote_open');
    expect(codeOf(hall.move('cluster'))).toBe('vote_open');
    hall.join();
    expect(turnout()).toEqual({ voted: 1, of: 3 });
    expect(both(code!, { dots: { [items[1]!]: 1 } })).toBe('counted');
    expect(end()).toMatchObject({ ballots: 2, electorate: 4 });
  });

  it('no slot of a device is left: nobody can find their ballot in the box any more', () => {
    const { hall, open, cast, collect, people, items, print, enter, ann } = paperEvening();
    open();
    for (const person of people) value(cast(person, { dots: { [items[0]!]: 1 } }));
    const [code] = print();
    value(enter(ann, code!, { dots: {} }));
    const own = () => value(hall.services.votes.ownBallot(people[0]!.ask, people[0]!.token, 'vote')).ballot;
    expect(own()).not.toBeNull();
    value(collect());
    expect(own()).toBeNull();
    const key = { session: hall.code, phase: 'vote', run: 1 };
    expect(hall.store.box.all(key)).toHaveLength(4);
  });

  it('goes on after a restart, in whatever was begun', () => {
    const { hall, open, print, enter, ann, ben, items, collect, info, turnout, end } = paperEvening();
    open();
    const [first, second] = print(2);
    value(enter(ann, first!, { dots: { [items[0]!]: 1 } }));
    hall.restart();
    value(enter(ben, first!, { dots: { [items[0]!]: 1 } }));
    value(enter(ben, second!, { dots: { [items[1]!]: 1 } }));
    value(collect());
    hall.restart();
    expect([turnout(), info().waiting.length]).toEqual([{ voted: 1, of: 4 }, 1]);
    expect(value(enter(ann, second!, { dots: { [items[1]!]: 1 } })).is).toBe('counted');
    hall.restart();
    expect(end()).toMatchObject({ ballots: 2, electorate: 5, papers: { printed: 2, counted: 2 } });
  });
});
