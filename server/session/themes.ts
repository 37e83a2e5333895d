/** Themes as they are counted: while the theme team works, for the wall, and when it is done. */
import { toHexString } from 'lib0/buffer';
import type * as Y from 'yjs';
import { placeOf, readCards, readClusters } from '../../shared/document.ts';
import { countOf, rankThemes, type CountedTheme, type Origin } from '../../shared/draw/ranked.ts';
import type { PhaseOf } from '../../shared/format.ts';
import { waitingFor } from '../../shared/inbox.ts';
import { pushedKey, type Pushed } from '../../shared/pushed.ts';
import { rankingKey, type Ranking } from '../../shared/ranking.ts';
import { setLive } from '../../shared/stamp.ts';
import { shownCards } from './board.ts';
import type { Hall } from './hall.ts';
import { dropClaims } from './inbox.ts';
import type { Register } from './register.ts';
import { answer, type Services } from './services.ts';
import type { PhaseWork } from './work.ts';

type Arrange = PhaseOf<'arrange'>;

export function makeThemes(hall: Hall): Services['themes'] {
  return {
    push(ask, show) {
      const asked = hall.may(ask, { type: 'themes.push' });
      if (!asked.ok) return asked;
      const { doc, session, facts, register } = asked.value;
      const phase = facts.phase as Arrange;
      const themes = counted(register, doc, phase).map(({ id, letter, title, cards, tables }) => {
        return { id, letter, name: title, cards, tables };
      });
      const value: Pushed | null = show ? { at: hall.now(), themes: themes.filter(({ cards }) => cards > 0) } : null;
      hall.act(asked.value, 'themes.push', String(show), (board) => {
        setLive(board, pushedKey(phase.id, session.run), value);
      });
      return answer(null);
    },
  };
}

export const arrangeWork: PhaseWork<Arrange> = {
  end(hall, { register }, { phase, run }, doc) {
    dropClaims(doc);
    setLive(doc, pushedKey(phase.id, run), null);
    if (phase.rank) setLive(doc, rankingKey(phase.id, run), rankingOf(hall, register, doc, phase, run));
  },
};

function rankingOf(hall: Hall, register: Register, doc: Y.Doc, phase: Arrange, run: number): Ranking {
  const { by, top, cut } = phase.rank!;
  const seed = toHexString(hall.parts.random(32));
  const lines = rankThemes(counted(register, doc, phase), { by, top, cut, seed });
  const clusters = new Map(readClusters(doc).map((cluster) => [cluster.id, cluster]));
  const unplaced = shownCards(doc).filter(({ cluster }) => placeOf(cluster, clusters) === null);
  return {
    phase: phase.id,
    run,
    lines: lines.map(({ id, title, rank, value, wins }) => ({ id, title, rank, value, wins })),
    counted: { by, top, cut, seed, left: waitingFor(phase, unplaced).length },
  };
}

function counted(register: Register, doc: Y.Doc, { cardKind }: Arrange): CountedTheme[] {
  const origin: Origin = {
    tableOf: (card) => card.table ?? register.participant(register.authors.of(card.id) ?? '')?.table ?? null,
    writerOf: (card) => register.authors.of(card.id) ?? card.id, // nobody's: counted by itself
  };
  return countOf(readCards(doc), readClusters(doc), origin, cardKind);
}
