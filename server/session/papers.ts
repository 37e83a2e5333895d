/**
 * Ballots on paper, and hands. What two people of the console entered alike counts; one alone counts nothing, and nobody is
 * told what another entered. Who somebody is follows from their token.
 */
import { checkBallot } from '../../shared/ballots.ts';
import { isPerTable } from '../../shared/electorate.ts';
import { checkHands, handsKind, handsPerVote, plainHands } from '../../shared/hands.ts';
import { limits } from '../../shared/limits.ts';
import { ballotCodeLength, makePaperCode, readPaperCode } from '../../shared/papercode.ts';
import { refuse } from '../../shared/refusals.ts';
import { strip } from '../../shared/strip.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import { inGroup, packBallot } from './ballot.ts';
import { standingOnPaper, type PaperRow } from './collected.ts';
import {
  compareEntries,
  entryMark,
  isDisputed,
  packEntry,
  unpackEntry,
  type HandsEntry,
  type PaperEntry,
} from './entries.ts';
import type { Hall, Scene } from './hall.ts';
import { newestVote } from './opening.ts';
import { keepOrder, markedItems, printableOf } from './printing.ts';
import { handsSlot, looseSlot, paperHash, paperSlot } from './secrets.ts';
import { answer, type Answer, type Ask, type Services } from './services.ts';
import { votes } from './voters.ts';

/** A ballot of paper in hand, in a vote that takes it. */
interface InHand {
  scene: Scene;
  vote: VoteRecord;
  code: string;
  hash: string;
  row: PaperRow;
}

export function makePapers(hall: Hall): Services['papers'] {
  const { store, random } = hall.parts;

  return {
    print(ask, phase, { groups }) {
      const scene = hall.may(ask, { type: 'paper.print' });
      if (!scene.ok) return scene;
      const { code, session, register } = scene.value;
      const printable = printableOf(hall, scene.value, phase);
      if (!printable.ok) return printable;
      const { run, settings, vote } = printable.value;
      if (isPerTable(settings)) return refuse('paper_table');
      // the pairs on a paper follow from its code and from what is voted on: that has to be fixed
      if (settings.method.kind === 'pairwise' && vote?.state !== 'open') return refuse('vote_not_open');
      const known = (group: string) => group === '' || session.format.groups.some(({ id }) => id === group);
      const mayVote = (group: string) => known(group) && standingOnPaper(settings, group) !== 'none';
      if (!groups.every(({ group }) => mayVote(group))) return refuse('bad_request', 'group');
      const count = groups.reduce((sum, one) => sum + one.count, 0);
      const before = register.collected.papersOf({ phase, run }).length;
      if (before + count > limits.papersPerVote) return refuse('too_many', 'papers');
      const papers = hall.transaction(code, () => {
        hall.note(scene.value, 'paper.print', `${phase}:${run} ${count}`);
        keepOrder(store, code, printable.value);
        return groups.flatMap(({ group, count: many }) =>
          Array.from({ length: many }, () => {
            const paper = freshCode(scene.value);
            register.collected.setPaper(paperHash(code, paper), { phase, run, group, is: 'printed' });
            return { code: paper, group };
          }),
        );
      });
      hall.pokeLeaders(scene.value);
      return answer({ run, items: markedItems(store, code, printable.value), papers });
    },

    info(ask, phase) {
      const scene = hall.lead(ask);
      if (!scene.ok) return scene;
      const { code, session, register, who } = scene.value;
      const printable = printableOf(hall, scene.value, phase);
      if (!printable.ok) return printable;
      const { run, settings, vote } = printable.value;
      const rows = register.collected.papersOf({ phase, run });
      const entries = vote
        ? store.box.all(register.keyOf(vote), entryMark).flatMap((text) => unpackEntry(text) ?? [])
        : [];
      const waiting = entries.filter((one) => one.is === 'paper');
      const groups = ['', ...session.format.groups.map(({ id }) => id)].filter(
        (group) => standingOnPaper(settings, group) !== 'none',
      );
      return answer({
        run,
        open: vote !== null && vote.state !== 'opening',
        items: markedItems(store, code, printable.value),
        groups: groups.map((group) => ({ group, printed: rows.filter((row) => row.group === group).length })),
        printed: rows.length,
        counted: rows.filter(({ is }) => is === 'counted').length,
        aside: rows.filter(({ is }) => is === 'aside').length,
        waiting: waiting.map((one) => ({ code: one.code, mine: who in one.entries, differs: isDisputed(one.entries) })),
        hands: handsKind(settings),
        tables: entries
          .filter((one) => one.is === 'hands')
          .map((one) => ({
            table: one.table,
            is: stateOfHands(one),
            mine: who in one.entries,
            people: one.agreed?.people ?? 0,
          }))
          .sort((a, b) => a.table - b.table),
        people: register.facilitators.length,
      });
    },

    look(ask, phase, typed) {
      const paper = inHand(ask, phase, typed);
      if (!paper.ok) return paper;
      const { scene, row } = paper.value;
      const people = Object.keys(entryOf(paper.value).entries);
      const mine = people.includes(scene.who);
      return answer({ group: row.group, mine, theirs: people.length > Number(mine) });
    },

    enter(ask, phase, { code: typed, ballot }) {
      const paper = inHand(ask, phase, typed);
      if (!paper.ok) return paper;
      const { scene, vote, code, hash, row } = paper.value;
      const { method } = vote.settings;
      const lawful = checkBallot(ballot, method, vote.items);
      if (!lawful.ok) return lawful;
      const { register, who } = scene;
      const kept = inGroup(strip(ballot, vote.items), method, row.group);
      const before = Object.entries(entryOf(paper.value).entries);
      // what was hidden since the first of them is on neither
      const entries = { ...Object.fromEntries(before.map(([by, one]) => [by, strip(one, vote.items)])), [who]: kept };
      const found = compareEntries(entries, who);
      const key = register.keyOf(vote);
      hall.transaction(ask.code, () => {
        if (found !== 'agrees')
          return store.box.put(key, paperSlot(code, key), packEntry({ is: 'paper', code, entries }));
        const standing = standingOnPaper(vote.settings, row.group);
        // nobody changes it any more: from now on it lies where the code does not lead
        store.box.remove(key, paperSlot(code, key));
        store.box.put(key, looseSlot(random), packBallot(kept, standing, 'paper'));
        register.collected.setPaper(hash, { ...row, is: 'counted' });
        if (standing === 'decides') admit(scene, vote, 1);
      });
      return taken(scene, found);
    },

    setAside(ask, phase, { code: typed, reason }) {
      const paper = inHand(ask, phase, typed, reason === null);
      if (!paper.ok) return paper;
      const { scene, vote, code, hash, row } = paper.value;
      const { register } = scene;
      const key = register.keyOf(vote);
      const { reason: _, ...rest } = row;
      hall.transaction(ask.code, () => {
        hall.note(scene, 'paper.enter', reason === null ? 'back' : 'aside');
        store.box.remove(key, paperSlot(code, key));
        register.collected.setPaper(hash, {
          ...rest,
          ...(reason === null ? { is: 'printed' } : { is: 'aside', reason }),
        });
      });
      hall.pokeLeaders(scene);
      return answer(null);
    },

    enterHands(ask, phase, { table, people, yes, no = {} }) {
      const held = entering(ask, phase);
      if (!held.ok) return held;
      const { scene, vote } = held.value;
      const items = vote.items.filter(({ struck }) => !struck);
      const lawful = checkHands({ people, yes, no }, vote.settings, items);
      if (!lawful.ok) return lawful;
      // who has a badge could still vote with it, after the hand that was counted
      if (scene.session.admission === 'badge' && vote.state !== 'collecting') return refuse('hands_first');
      if (people > roomAt(scene, vote, table)) return refuse('hands_table');
      const { register, who } = scene;
      const elsewhere = register.collected.handsOf(vote).filter((row) => row.table !== table);
      if (elsewhere.reduce((sum, row) => sum + row.people, people) > handsPerVote) return refuse('too_many', 'hands');
      const key = register.keyOf(vote);
      const hands = plainHands({ people, yes, no }, items);
      const text = store.box.get(key, handsSlot(table, key));
      const before = (text === null ? null : unpackEntry(text)) as HandsEntry | null;
      const entries = { ...before?.entries, [who]: hands };
      const found = compareEntries(entries, who);
      const entry: HandsEntry =
        found === 'agrees'
          ? { is: 'hands', table, entries: {}, agreed: hands }
          : { is: 'hands', table, entries, agreed: before?.agreed ?? null };
      hall.transaction(ask.code, () => {
        store.box.put(key, handsSlot(table, key), packEntry(entry));
        if (found !== 'agrees') return;
        const more = newcomers(scene, vote, table, people);
        register.collected.setHands(vote, table, people, more);
        admit(scene, vote, more);
      });
      return taken(scene, found);
    },
  };

  /** The vote that takes entries now. */
  function entering(ask: Ask, phase: string): Answer<{ scene: Scene; vote: VoteRecord }> {
    const entered = hall.enter(ask);
    if (!entered.ok) return entered;
    const vote = newestVote(hall, entered.value, phase);
    const scene = hall.may(ask, { type: 'paper.enter' }, vote?.state ?? null);
    return scene.ok ? answer({ scene: scene.value, vote: vote! }) : scene;
  }

  /** `aside`: it may have been set aside. */
  function inHand(ask: Ask, phase: string, typed: string, aside = false): Answer<InHand> {
    const held = entering(ask, phase);
    if (!held.ok) return held;
    const read = readPaperCode(typed, ballotCodeLength);
    if (!read.ok) return refuse('paper_bad_code', read.why);
    // also of before the vote became one of tables
    if (isPerTable(held.value.vote.settings)) return refuse('paper_table');
    const { code } = read;
    const hash = paperHash(ask.code, code);
    const row = held.value.scene.register.collected.paper(hash);
    if (!row) return refuse('paper_unknown');
    const { phase: of, run } = held.value.vote;
    if (row.phase !== of || row.run !== run) return refuse('paper_other_vote');
    if (row.is === 'counted') return refuse('paper_counted');
    return row.is === 'aside' && !aside ? refuse('paper_aside') : answer({ ...held.value, code, hash, row });
  }

  function entryOf({ scene, vote, code }: InHand): PaperEntry {
    const key = scene.register.keyOf(vote);
    const text = store.box.get(key, paperSlot(code, key));
    return (text === null ? null : (unpackEntry(text) as PaperEntry | null)) ?? { is: 'paper', code, entries: {} };
  }

  function freshCode({ code, register }: Scene): string {
    for (;;) {
      const paper = makePaperCode(random, ballotCodeLength);
      if (!register.collected.paper(paperHash(code, paper))) return paper;
    }
  }

  /** After the transaction. */
  function taken(scene: Scene, found: 'waits' | 'differs' | 'agrees') {
    hall.pokeLeaders(scene);
    if (found === 'agrees') scene.room.pulse();
    return answer({ is: found === 'agrees' ? ('counted' as const) : found });
  }
}

/**
 * Within a transaction: who votes on paper or with a hand is one more with the right to vote, as whoever comes in while a vote
 * is open. Where people come in by badge only, or each vote needs a ticket, all of them have it already.
 */
function admit({ register, session }: Scene, vote: VoteRecord, people: number): void {
  const { settings } = vote;
  const known = session.admission === 'badge' || settings.tickets || isPerTable(settings);
  const grown = register.electorate(vote) + (known ? 0 : people);
  register.setElectorate(vote, Math.max(grown, register.voted(vote)));
}

/**
 * How many more vote with a hand than are in the electorate: whoever sits at this table and has not voted is counted there. In a
 * hall without tables that is whoever has not voted. Less than zero after a recount.
 */
function newcomers({ register }: Scene, vote: VoteRecord, table: number, people: number): number {
  const seated = register.people.some((row) => row.table !== null);
  const mayVote = register.people.filter((row) => votes(vote, row) && !register.hasVoted(vote, row.id));
  const known = mayVote.filter((row) => !seated || row.table === table).length;
  const rows = register.collected.handsOf(vote).filter((row) => !seated || row.table === table);
  const others = rows.filter((row) => row.table !== table);
  const raised = others.reduce((sum, row) => sum + row.people, people);
  return Math.max(0, raised - known) - rows.reduce((sum, row) => sum + (row.admitted ?? row.people), 0);
}

/** How many can still vote with a hand at this table. Where everybody has a badge that is known: who has not voted otherwise. */
function roomAt({ register, session }: Scene, vote: VoteRecord, table: number): number {
  if (session.admission !== 'badge') return limits.handsPerTable;
  return register.people.filter((row) => row.table === table && !register.hasVoted(vote, row.id)).length;
}

function stateOfHands({ entries, agreed }: HandsEntry): 'waits' | 'differs' | 'counted' {
  if (isDisputed(entries)) return 'differs';
  return agreed && Object.keys(entries).length === 0 ? 'counted' : 'waits';
}
