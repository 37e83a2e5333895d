/** The anonymous ballots of one vote that was revealed, as files: in order of their random ids, each with how it came. */
import { ballotFileVersion, type BallotFile } from '../../shared/ballotfile.ts';
import type { Channel } from '../../shared/channel.ts';
import type { Result } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import type { Ballot, VoteRecord } from '../../shared/vote.ts';
import { say, type Named } from '../../shared/words.ts';
import { unpackBallot } from './ballot.ts';
import { table, type Line } from './csv.ts';
import type { Hall, Scene } from './hall.ts';
import { tellWhose } from './result.ts';
import { answer, type Answer } from './services.ts';

interface Told {
  vote: VoteRecord;
  result: Result;
  electorate: number;
  ballots: Ballot[];
  channels: Channel[];
}

/** So that anybody can count again: `kantelbord recount` reads it. */
export function ballotsJson(hall: Hall, scene: Scene, phase: string, run: number): Answer<BallotFile> {
  const told = toldOf(hall, scene, phase, run);
  if (!told.ok) return told;
  const { vote, result, electorate: size, ballots, channels } = told.value;
  const { method, top, cut, threshold } = vote.settings;
  const ways = channels.some((channel) => channel !== 'digital') ? { channels } : {};
  return answer({
    kantelbordBallots: ballotFileVersion,
    phase,
    run,
    method,
    items: vote.items.flatMap(({ id, title, cost, struck }) => (struck ? [] : [{ id, title, ...(cost && { cost }) }])),
    top,
    cut,
    ...(threshold && { threshold }),
    electorates: [{ id: 'decides', counts: true, size, ballots, ...ways }],
    seed: vote.seed,
    commit: vote.commit,
    result: {
      winners: result.ranking.filter(({ wins }) => wins).map(({ id }) => id),
      again: result.again ?? [],
      ranking: result.ranking.map(({ id, rank, value, voters, values, wins }) => {
        const exact = values ?? (method.kind === 'dots' ? [`${value}`, `${voters}`] : [`${value}`]);
        return { id, rank, values: [...exact], wins };
      }),
    },
  });
}

/** A ballot a line, an item a column; of a jury a criterion of an item, of pairs a pair a line. Empty: nothing said of it. */
export function ballotsCsv(hall: Hall, scene: Scene, phase: string, run: number): Answer<string> {
  const told = toldOf(hall, scene, phase, run);
  if (!told.ok) return told;
  const { vote, ballots, channels } = told.value;
  const { method } = vote.settings;
  const names = namesOf(vote);
  const criteria = method.kind === 'jury' ? method.criteria : [];
  const cellOf = (item: string, criterion: Named) =>
    `${names.get(item)}: ${say(criterion.title, scene.session.language)} (${criterion.id})`;
  const moves = method.kind === 'vouchers' && method.move;
  const columns = [...names].flatMap(([id, name]) =>
    criteria.length > 0 ? criteria.map((criterion) => cellOf(id, criterion)) : [name],
  );
  const lines = ballots.flatMap((ballot, index): Line[] => {
    const start = { ballot: index + 1, channel: channels[index]! };
    if ('duels' in ballot) {
      const name = (id: string) => names.get(id) ?? id;
      return ballot.duels.map(({ left, right, choice }) => ({
        ...start,
        left: name(left),
        right: name(right),
        choice,
      }));
    }
    const marks = 'marks' in ballot ? ballot.marks : {};
    const marked = [...names.keys()].flatMap((id) =>
      criteria.map((criterion) => [cellOf(id, criterion), marks[id]?.[criterion.id] ?? ''] as const),
    );
    const said = Object.entries(givenOn(ballot)).map(([id, given]) => [names.get(id) ?? id, given ?? ''] as const);
    const next = 'vouchers' in ballot && ballot.next !== undefined ? names.get(ballot.next) : undefined;
    return [{ ...start, ...Object.fromEntries(marked), ...Object.fromEntries(said), ...(next && { next }) }];
  });
  const own = method.kind === 'pairwise' ? ['left', 'right', 'choice'] : columns;
  return answer(table(['ballot', 'channel', ...own, ...(moves ? ['next'] : [])], lines));
}

/** What each item is called in the head of a table: no two alike. */
function namesOf({ items }: VoteRecord): Map<string, string> {
  const there = items.filter(({ struck }) => !struck);
  const taken = new Set(['ballot', 'channel', 'next']);
  return new Map(
    there.map(({ id, title }) => {
      const name = taken.has(title) ? `${title} (${id})` : title;
      taken.add(name);
      return [id, name];
    }),
  );
}

/** Per item: 1 for a choice, its place in an order, so many units, a score or an answer. Of a jury none. */
function givenOn(ballot: Exclude<Ballot, { duels: unknown }>): Record<string, string | number | null> {
  if ('approve' in ballot) return Object.fromEntries(ballot.approve.map((id) => [id, 1]));
  if ('choose' in ballot) return ballot.choose === null ? {} : { [ballot.choose]: 1 };
  if ('ranking' in ballot) return Object.fromEntries(ballot.ranking.map((id, place) => [id, place + 1]));
  if ('dots' in ballot) return ballot.dots;
  if ('points' in ballot) return ballot.points;
  if ('percent' in ballot) return ballot.percent;
  if ('vouchers' in ballot) return ballot.vouchers;
  if ('scores' in ballot) return ballot.scores;
  return 'answers' in ballot ? ballot.answers : {};
}

/** Those that decide. Refused before the reveal, and where they would say whose they were. */
function toldOf(hall: Hall, { register }: Scene, phase: string, run: number): Answer<Told> {
  const { store } = hall.parts;
  const vote = register.vote(phase, run);
  if (vote?.state !== 'revealed') return refuse('not_found', 'vote');
  const key = register.keyOf(vote);
  const { result } = store.results.get(key)!;
  const kept = store.ballots.of(key).map(({ ballot }) => unpackBallot(ballot));
  const decides = kept.filter(({ apart }) => !apart);
  const ballots = decides.map(({ ballot }) => ballot);
  if (ballots.length < result.ballots || tellWhose(vote.settings, ballots)) return refuse('not_found', 'ballots');
  const channels = decides.map(({ channel }) => channel);
  return answer({ vote, result, electorate: register.electorate(vote), ballots, channels });
}
