/** An exported session becomes a session again: a new code, new tokens, everything else as it was. */
import type * as Y from 'yjs';
import * as v from 'valibot';
import { faultOf, faultText } from '../../shared/faults.ts';
import { comparedKey } from '../../shared/compared.ts';
import { exportFile, type ExportFile } from '../../shared/exportfile.ts';
import { isPerTable } from '../../shared/electorate.ts';
import { makeId } from '../../shared/ids.ts';
import type { Result } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import {
  addCard,
  addCluster,
  addResult,
  restOf,
  setLive,
  setMergedInto,
  setVote,
  takeOut,
} from '../../shared/stamp.ts';
import { rankingKey } from '../../shared/ranking.ts';
import { spokenEntries } from '../../shared/spoken.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import type { Store } from '../store/store.ts';
import { packBallot } from './ballot.ts';
import { found } from './founding.ts';
import { setOpened } from './exposure.ts';
import type { Hall } from './hall.ts';
import { fillMatching } from './matchingfile.ts';
import { noticeOf } from './opening.ts';
import { fillPlaces } from './placesfile.ts';
import { fillPlanLogs, fillPlans } from './plansfile.ts';
import type { Register } from './register.ts';
import { setReasons } from './reasons.ts';
import { keepNoSteps } from './result.ts';
import { answer, type Answer, type Founded } from './services.ts';

type ExportedVote = ExportFile['votes'][number];

/** The line of the audit log that says who took part in an imported evening: heads per capacity, nobody in person. */
const peopleNote = 'session.import';

export function importFile(hall: Hall, unknown: unknown, origin: string): Answer<Founded> {
  const read = v.safeParse(exportFile, unknown, { abortEarly: true });
  if (!read.success) {
    const [issue] = read.issues;
    return refuse('bad_import', v.getDotPath(issue) === null ? issue.message : faultText([faultOf(issue)]));
  }
  const file = read.output;
  const made = found(
    hall,
    file.session,
    origin,
    (doc) => {
      fillDocument(doc, file);
      fillPlaces(doc, file);
    },
    (code, register) => fillStore(hall, file, code, register),
  );
  return answer(made);
}

/** Heads per capacity that came with an import; none for a session that was held here. */
export function importedPeople(store: Store, code: string): ExportFile['people'] {
  const note = store.audit.of(code).find(({ who, action }) => who === 'server' && action === peopleNote);
  return note ? (JSON.parse(note.detail) as ExportFile['people']) : [];
}

function fillDocument(
  doc: Y.Doc,
  { clusters, cards, votes, plans, matching, rankings = [], ...spoken }: ExportFile,
): void {
  for (const ranking of rankings) setLive(doc, rankingKey(ranking.phase, ranking.run), ranking);
  for (const [key, value] of spokenEntries(spoken)) setLive(doc, key, value);
  for (const cluster of clusters) addCluster(doc, cluster);
  for (const card of cards) {
    const { kind, title, text, cluster, number, at, phase, run, table, via, gone, mergedFrom, mergedInto } = card;
    // What is gone never comes into this document, not even to be taken out again.
    const said = { kind, title, text, cluster, ...restOf(card) };
    const content = gone === null ? said : { kind: '', title: '', text: '', cluster: null };
    addCard(doc, card.id, content, { number, at, phase, run, table, via }, mergedFrom);
    if (mergedInto !== null) setMergedInto(doc, card.id, mergedInto);
    if (gone !== null) takeOut(doc, card.id, gone);
  }
  for (const vote of votes) {
    setVote(doc, noticeOf(recordOf(vote)));
    addResult(doc, resultOf(vote));
    for (const other of vote.others ?? []) {
      const { phase, run } = vote;
      setLive(doc, comparedKey(phase, run, other.other), { phase, run, ...other });
    }
  }
  if (plans) fillPlans(doc, plans);
  if (matching) fillMatching(doc, matching);
}

function fillStore(hall: Hall, file: ExportFile, code: string, register: Register): void {
  const { store, random } = hall.parts;
  for (const card of file.cards) {
    const { id, kind, title, text, cluster, gone, reason } = card;
    if (gone !== 'hidden' || reason === undefined) continue;
    store.gone.put({ session: code, card: id, gone, reason, content: { kind, title, text, cluster, ...restOf(card) } });
  }
  for (const { fields, on, column, ...held } of file.held) {
    const more = restOf({ fields, on, column });
    store.held.add({ ...held, session: code, participant: null, reason: 'late', more });
  }
  for (const vote of file.votes) {
    register.putVote(recordOf(vote));
    register.setElectorate(recordOf(vote), vote.electorate);
    const ballots = vote.ballots.map((ballot, index) => {
      return { id: makeId(random), ballot: packBallot(ballot, 'decides', vote.channels?.[index]) };
    });
    store.ballots.add(register.keyOf(vote), ballots);
    store.results.put(code, resultOf(vote), true);
    if (vote.withheld !== undefined) keepNoSteps(store, code, recordOf(vote));
    if (vote.reasons) setReasons(store, code, vote, vote.reasons);
    if (vote.exposure) setOpened(store, code, recordOf(vote), vote.exposure.opened);
  }
  fillPlanLogs(hall, register, file.plans ?? []);
  const people = file.people.filter(({ joined }) => joined > 0);
  const note = { session: code, at: hall.now(), who: 'server', action: peopleNote };
  store.audit.add({ ...note, detail: JSON.stringify(people) });
}

function recordOf({ phase, run, opensAt, settings, items, seed, commit, published }: ExportedVote): VoteRecord {
  const open = published ? { published } : {};
  return { phase, run, state: 'revealed', settings, opensAt, items, seed, commit, ...open };
}

function resultOf(vote: ExportedVote): Result {
  const { phase, run, settings, ranking, electorate, ballots, blank, lots, seed, commit } = vote;
  const { keys, verdicts, again, apart, columns, papers, exposure } = vote;
  const { method, items, top, cut, threshold } = settings;
  return {
    phase,
    run,
    method,
    items,
    ranking,
    top,
    cut,
    electorate,
    ballots: vote.withheld ?? ballots.length,
    blank,
    lots,
    seed,
    commit,
    ...(isPerTable(settings) && { per: 'table' as const }),
    ...(settings.tickets && { tickets: settings.tickets }),
    ...(threshold && { threshold }),
    ...(keys && { keys }),
    ...(verdicts && { verdicts }),
    ...(again && { again }),
    ...(apart && { apart }),
    ...(columns && { columns }),
    ...(papers && { papers }),
    ...(exposure && { exposure }),
  };
}
