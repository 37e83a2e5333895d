/** What leaves the server as files. Nothing of a vote before its reveal, and never who wrote or voted what. */
import type { ExportFile } from '../../shared/exportfile.ts';
import { exportVersion } from '../../shared/exportfile.ts';
import { readCompared, type Compared } from '../../shared/compared.ts';
import { readCards, readClusters, readLive, voteKey } from '../../shared/document.ts';
import type { Card, Result } from '../../shared/model.ts';
import { allRankings } from '../../shared/ranking.ts';
import { spokenIn } from '../../shared/spoken.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import { unpackBallot } from './ballot.ts';
import { ballotsCsv, ballotsJson } from './ballotfiles.ts';
import { cardsCsv, resultsCsv } from './csv.ts';
import { matchesCsv, matchingFile, teamsCsv } from './matchingfile.ts';
import { StoreUnavailable } from '../store/failure.ts';
import { groupedCsv } from './grouping.ts';
import { shownPerItem } from './exposure.ts';
import type { Hall, Scene } from './hall.ts';
import { peopleOf } from './overview.ts';
import { pabulibOf } from './pabulibfile.ts';
import { placesOf } from './placesfile.ts';
import { plansFile, plansMarkdown } from './plansfile.ts';
import { reasonsOf } from './reasons.ts';
import { tellWhose } from './result.ts';
import { answer, type Services } from './services.ts';
import { settlePlans } from './telling.ts';

export function makeExports(hall: Hall): Services['exports'] {
  const { store } = hall.parts;

  return {
    session(ask, hidden) {
      const scene = hall.may(ask, { type: 'export' });
      if (!scene.ok) return scene;
      note(scene.value, `session.json${hidden ? ' hidden' : ''}`);
      return answer(fileOf(hall, scene.value, hidden));
    },

    cardsCsv(ask, hidden) {
      const scene = hall.may(ask, { type: 'export' });
      if (!scene.ok) return scene;
      note(scene.value, `cards.csv${hidden ? ' hidden' : ''}`);
      return answer(cardsCsv(fileOf(hall, scene.value, hidden)));
    },

    groupedCsv(ask) {
      const scene = hall.may(ask, { type: 'export' });
      if (!scene.ok) return scene;
      note(scene.value, 'grouped.csv');
      return answer(groupedCsv(store, ask.code, scene.value.doc));
    },

    resultsCsv(ask) {
      const scene = hall.may(ask, { type: 'export' });
      if (!scene.ok) return scene;
      note(scene.value, 'results.csv');
      const revealed = store.results.of(ask.code).filter((one) => one.revealed);
      const { format, language } = scene.value.session;
      const shown = ({ phase, run, exposure }: Result) => {
        const vote = exposure && scene.value.register.vote(phase, run);
        return vote ? shownPerItem(vote, exposure.opened) : new Map<string, number>();
      };
      const told = revealed.map(({ result }) => ({ result, shown: shown(result) }));
      return answer(resultsCsv(told, format, language));
    },

    plansMarkdown(ask) {
      const scene = hall.may(ask, { type: 'export' });
      if (!scene.ok) return scene;
      note(scene.value, 'plans.md');
      settlePlans(hall, scene.value);
      return answer(plansMarkdown(scene.value));
    },

    matchesCsv(ask) {
      const scene = hall.may(ask, { type: 'export' });
      if (!scene.ok) return scene;
      note(scene.value, 'matches.csv');
      return answer(matchesCsv(scene.value));
    },

    teamsCsv(ask) {
      const scene = hall.may(ask, { type: 'export' });
      if (!scene.ok) return scene;
      note(scene.value, 'teams.csv');
      return answer(teamsCsv(scene.value));
    },

    ballotsJson(ask, phase, run) {
      const scene = hall.may(ask, { type: 'export' });
      if (!scene.ok) return scene;
      const file = ballotsJson(hall, scene.value, phase, run);
      if (file.ok) note(scene.value, `${voteKey(phase, run)}.json`);
      return file;
    },

    ballotsCsv(ask, phase, run) {
      const scene = hall.may(ask, { type: 'export' });
      if (!scene.ok) return scene;
      const file = ballotsCsv(hall, scene.value, phase, run);
      if (file.ok) note(scene.value, `${voteKey(phase, run)}.csv`);
      return file;
    },

    pabulib(ask, phase, run) {
      const scene = hall.may(ask, { type: 'export' });
      if (!scene.ok) return scene;
      const file = pabulibOf(hall, scene.value, phase, run);
      if (file.ok) note(scene.value, `${voteKey(phase, run)}.pb`);
      return file;
    },
  };

  /** On a full disk there is no line in the audit log: that must not keep the evening from whoever wants to rescue it. */
  function note(scene: Scene, file: string): void {
    try {
      hall.transaction(scene.code, () => hall.note(scene, 'export', file));
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}

function fileOf(hall: Hall, scene: Scene, hidden: boolean): ExportFile {
  const { code, doc, session, register } = scene;
  const { store } = hall.parts;
  const { title, question, organiser, anchors, language, format, state, phase, run, runs, doors, locked, showTables } =
    session;
  return {
    kantelbord: exportVersion,
    exportedAt: hall.now(),
    code,
    createdAt: session.createdAt,
    session: {
      title,
      question,
      organiser,
      anchors,
      language,
      format,
      state,
      phase,
      run,
      runs,
      doors,
      locked,
      showTables,
      ...(session.endedAt !== undefined && { endedAt: session.endedAt }),
      ...(session.followsFrom && { followsFrom: session.followsFrom }),
    },
    people: peopleOf(hall, scene),
    clusters: readClusters(doc),
    cards: readCards(doc).map((card) => (hidden && card.gone === 'hidden' ? withWords(card) : card)),
    held: hidden ? heldOf() : [],
    ...plansFile(hall, scene),
    ...matchingFile(doc),
    votes: register.votes.filter((vote) => vote.state === 'revealed').map(revealed),
    ...placesOf(doc),
    ...spokenIn(readLive(doc)),
    rankings: allRankings(readLive(doc)).map((one) => ({ ...one, lines: [...one.lines] })),
  };

  function withWords(card: Card): ExportFile['cards'][number] {
    const row = store.gone.get(code, card.id);
    return row ? { ...card, ...row.content, reason: row.reason } : card;
  }

  function heldOf(): ExportFile['held'] {
    return store.held.of(code).flatMap(({ id, kind, title: heading, text, at, state: standing, more = {} }) => {
      if (standing === 'admitted') return [];
      const { fields = {}, on = null, column = null } = more;
      return [{ id, kind, title: heading, text, fields, on, column, at, state: standing }];
    });
  }

  function reasonsIn(vote: VoteRecord): Pick<ExportFile['votes'][number], 'reasons'> {
    const reasons = hidden ? reasonsOf(store, code, vote) : {};
    return Object.keys(reasons).length > 0 ? { reasons } : {};
  }

  function revealed(vote: VoteRecord): ExportFile['votes'][number] {
    const key = register.keyOf(vote);
    const { result } = store.results.get(key)!;
    const cast = store.ballots.of(key).map(({ ballot }) => unpackBallot(ballot));
    const decides = cast.filter(({ apart }) => !apart);
    const all = decides.map(({ ballot }) => ballot);
    const withheld = all.length < result.ballots || tellWhose(vote.settings, all); // the first: left out when it came here
    const ballots = withheld ? [] : decides;
    return {
      phase: vote.phase,
      run: vote.run,
      opensAt: vote.opensAt,
      settings: vote.settings,
      items: vote.items,
      electorate: register.electorate(vote),
      ballots: ballots.map(({ ballot }) => ballot),
      ...reasonsIn(vote),
      ...(withheld && { withheld: result.ballots }),
      ...(ballots.some(({ channel }) => channel !== 'digital') && { channels: ballots.map(({ channel }) => channel) }),
      ...(result.columns && { columns: result.columns }),
      ...(result.papers && { papers: result.papers }),
      ...(result.exposure && { exposure: result.exposure }),
      ...(result.apart ? { apart: result.apart } : {}),
      ranking: result.ranking,
      blank: result.blank,
      lots: result.lots,
      ...(result.keys && { keys: [...result.keys] }),
      ...(result.verdicts && { verdicts: result.verdicts }),
      ...(result.again && { again: result.again }),
      seed: vote.seed,
      commit: vote.commit,
      ...(vote.published && { published: true }),
      ...othersOf(readCompared(readLive(doc), vote.phase, vote.run)),
    };
  }
}

function othersOf(all: readonly Compared[]): Pick<ExportFile['votes'][number], 'others'> {
  if (all.length === 0) return {};
  return {
    others: all.map(({ other, method, wins, ranking }) => ({ other, method, wins: [...wins], ranking: [...ranking] })),
  };
}
