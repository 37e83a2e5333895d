/**
 * A Pabulib file becomes a session: its projects on the board, and a vote on them as the file describes it. Who voted what in
 * the file is nobody of this session; when it is asked for, those ballots come along as a vote that was held and counted.
 */
import { createHash } from 'node:crypto';
import { makeId } from '../../shared/ids.ts';
import { refuse, type Language } from '../../shared/refusals.ts';
import { phaseOf } from '../../shared/format.ts';
import { fault, type Fault } from '../../shared/pabulib/faults.ts';
import type { Pabulib } from '../../shared/pabulib/file.ts';
import { openingOf, type Opening } from '../../shared/pabulib/opening.ts';
import { parsePabulib } from '../../shared/pabulib/parse.ts';
import { ballotsOf, ruleOf, seedOf, waysIn } from '../../shared/pabulib/poll.ts';
import { pastVote } from '../../shared/pabulib/programme.ts';
import { addCard, addResult, setVote } from '../../shared/stamp.ts';
import { strip } from '../../shared/strip.ts';
import type { BudgetBallot } from '../../shared/tally/budget.ts';
import { commitment } from '../../shared/tally/lot.ts';
import type { VoteItem, VoteRecord } from '../../shared/vote.ts';
import { packBallot, type Kept } from './ballot.ts';
import { countWhole } from './counter.ts';
import { countsOf, type Outcomes } from './counts.ts';
import { found } from './founding.ts';
import type { Hall } from './hall.ts';
import { noticeOf, prepareVote } from './opening.ts';
import { keepCounted, resultOf } from './result.ts';
import { shuffle } from './secrets.ts';
import { answer, type Answer, type Founded } from './services.ts';

interface Held {
  vote: VoteRecord;
  ballots: { id: string; ballot: string }[];
  outcomes: Outcomes;
}

/** `votes`: with the ballots of the file, as a vote that was held. What is wrong is said with its line, in this language. */
export async function importPabulib(
  hall: Hall,
  text: string,
  { votes, language }: { votes: boolean; language: Language },
  origin: string,
): Promise<Answer<Founded>> {
  const no = ({ line, sentence }: Fault) =>
    refuse('bad_import', `${language === 'nl' ? 'Regel' : 'Line'} ${line}: ${sentence[language]}`);
  const parsed = parsePabulib(text);
  if (!parsed.ok) return no(parsed);
  const { file } = parsed;
  const made = openingOf(file, votes);
  if (!made.ok) return no(made);
  const { opening } = made;
  const { random } = hall.parts;
  const ids = file.projects.map(() => makeId(random));
  const held = votes ? await hold(hall, text, file, opening, ids) : null;
  if (held && 'line' in held) return no(held);
  const { cards, ...foundation } = opening;
  const now = hall.now();
  const runs: Record<string, number> = held ? { [pastVote]: 1 } : {};
  return answer(
    found(
      hall,
      { ...foundation, state: 'prepared', runs },
      origin,
      (doc) => {
        for (const [index, { title, text: words, fields }] of cards.entries()) {
          const content = { kind: 'project', title, text: words, cluster: null, fields, on: null, column: null };
          const stamp = { number: index + 1, at: now, phase: null, run: 0, table: null, via: null };
          addCard(doc, ids[index]!, content, stamp);
        }
        if (!held) return;
        setVote(doc, noticeOf(held.vote));
        addResult(doc, resultOf(held.vote, held.outcomes, file.votes.length));
      },
      (code, register) => {
        if (!held) return;
        const key = { session: code, phase: held.vote.phase, run: held.vote.run };
        register.putVote(held.vote);
        register.setElectorate(held.vote, file.votes.length);
        hall.parts.store.ballots.add(key, held.ballots);
        keepCounted(hall.parts.store, code, held.vote, held.outcomes);
        hall.parts.store.results.put(code, hall.parts.store.results.get(key)!.result, true);
      },
    ),
  );
}

/** The vote of the file, counted again; a fault when that is not possible, or gives another result than the file. */
async function hold(
  hall: Hall,
  text: string,
  file: Pabulib,
  { format, cards }: Opening,
  ids: readonly string[],
): Promise<Held | Fault> {
  const { random } = hall.parts;
  const phase = phaseOf(format, pastVote);
  if (phase?.kind !== 'vote') throw new TypeError('The programme lacks the vote that was held.');
  if (ruleOf(file) === null) return fault(file.lines.rule ?? 1, 'rule', file.meta.rule ?? 'rule');
  if (file.votes.length > most) return fault(file.lines.num_votes!, 'much', 'num_votes', file.votes.length, most);
  const items = cards.flatMap(({ title, text: words }, index): VoteItem[] => {
    const cost = Number(cards[index]!.fields.kosten);
    const item = { id: ids[index]!, title, text: words, letter: null, originals: [], struck: false, cost };
    return cost > 0 ? [item] : [];
  });
  const said = seedOf(file);
  // A file without a lot of ours: one that whoever has the file can make again.
  const seed = /^[0-9a-f]{64}$/.test(said) ? said : createHash('sha256').update(text).digest('hex');
  const prepared = prepareVote(hall, phase, 1, dateOf(file.meta.date_begin) ?? hall.now());
  const vote: VoteRecord = { ...prepared, state: 'revealed', items, seed, commit: commitment(seed) };
  const places = new Map(file.projects.map(({ id }, index) => [id, ids[index]!]));
  const ways = waysIn(file);
  const all = ballotsOf(file).map((ballot, index): Kept => {
    return { ballot: strip(renamed(ballot, places), items), apart: false, channel: ways?.[index] ?? 'digital' };
  });
  const cast = shuffle(all, random);
  const counts = countsOf(vote, cast, cast.length);
  const outcomes = await countWhole(hall, counts).catch(() => null);
  if (!outcomes) return fault(file.lines.rule ?? 1, 'long');
  const won = new Set(outcomes.decides.winners);
  const other = file.projects.find(
    ({ id, selected }) => selected !== null && (selected === 1) !== won.has(places.get(id)!),
  );
  if (other) return fault(other.line, 'other', other.name);
  return {
    vote,
    outcomes,
    ballots: cast.map(({ ballot, channel }) => ({
      id: makeId(random),
      ballot: packBallot(ballot, 'decides', channel),
    })),
  };
}

/** As many as an export can hold. */
const most = 20_000;

function renamed(ballot: BudgetBallot, places: ReadonlyMap<string, string>): BudgetBallot {
  const all = (list: readonly string[]) => list.map((id) => places.get(id)!);
  if ('approve' in ballot) return { approve: all(ballot.approve) };
  if ('ranking' in ballot) return { ranking: all(ballot.ranking) };
  return { points: Object.fromEntries(Object.entries(ballot.points).map(([id, given]) => [places.get(id)!, given])) };
}

/** `dd.mm.yyyy`, or a year; null: none, or before 1970, where our times begin. */
function dateOf(text: string | undefined): number | null {
  const [, day = '1', month = '1', year] = /^(?:(\d{1,2})\.(\d{1,2})\.)?(\d{4})$/.exec(text ?? '') ?? [];
  const time = year === undefined ? -1 : Date.UTC(Number(year), Number(month) - 1, Number(day));
  return time < 0 ? null : time;
}
