/** The theme team's inbox: each takes a batch, and nobody else has the same cards meanwhile. */
import type * as Y from 'yjs';
import { placeOf, readClusters, readLive } from '../../shared/document.ts';
import { claimKey, freeOf, readClaims, waitingFor } from '../../shared/inbox.ts';
import { limits } from '../../shared/limits.ts';
import type { Card } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import { setLive } from '../../shared/stamp.ts';
import { shownCards } from './board.ts';
import type { Hall, Scene } from './hall.ts';
import { answer, type Services } from './services.ts';

export function makeInbox(hall: Hall): Services['inbox'] {
  return {
    take(ask, { count }) {
      const asked = hall.may(ask, { type: 'inbox.take' });
      if (!asked.ok) return asked;
      const scene = asked.value;
      const { doc, facts } = scene;
      const phase = facts.phase;
      if (phase?.kind !== 'arrange' || phase.who !== 'theme') return refuse('not_allowed', 'inbox.take');
      const by = numberOf(scene);
      const waiting = waitingFor(phase, unplaced(doc));
      const mine = keptOf(scene, by, waiting);
      const others = readClaims(readLive(doc)).filter((claim) => claim.by !== by);
      const own = new Set(mine);
      const free = freeOf(waiting, others, hall.now()).filter(({ id }) => !own.has(id));
      const more = free.slice(0, Math.min(count, limits.cardsPerClaim - mine.length)).map(({ id }) => id);
      const all = new Set([...mine, ...more]);
      const oldestFirst = waiting.map(({ id }) => id).filter((id) => all.has(id));
      return answer(claim(scene, by, oldestFirst));
    },

    renew(ask) {
      const asked = hall.may(ask, { type: 'inbox.take' });
      if (!asked.ok) return asked;
      const scene = asked.value;
      const by = numberOf(scene);
      return answer(claim(scene, by, keptOf(scene, by, unplaced(scene.doc))));
    },

    giveBack(ask) {
      const asked = hall.may(ask, { type: 'inbox.return' });
      if (!asked.ok) return asked;
      const scene = asked.value;
      return answer(claim(scene, numberOf(scene), []));
    },
  };

  /** Own cards that still wait for a place; none when they ran out, for others may have them by now. */
  function keptOf({ doc }: Scene, by: number, waiting: readonly Card[]): string[] {
    const claim = readClaims(readLive(doc)).find((one) => one.by === by);
    if (!claim || claim.until <= hall.now()) return [];
    const there = new Set(waiting.map(({ id }) => id));
    return claim.cards.filter((id) => there.has(id));
  }

  function claim(scene: Scene, by: number, cards: string[]): { cards: string[]; until: number } {
    const until = cards.length > 0 ? hall.now() + limits.claim : 0;
    const value = cards.length > 0 ? { by, cards, until } : null;
    if (value || readLive(scene.doc).has(claimKey(by))) {
      hall.change(scene, (doc) => setLive(doc, claimKey(by), value));
    }
    return { cards, until };
  }
}

/** When the arranging is over nobody holds anything. */
export function dropClaims(doc: Y.Doc): void {
  for (const { by } of readClaims(readLive(doc))) setLive(doc, claimKey(by), null);
}

function unplaced(doc: Y.Doc): Card[] {
  const clusters = new Map(readClusters(doc).map((cluster) => [cluster.id, cluster]));
  return shownCards(doc).filter(({ cluster }) => placeOf(cluster, clusters) === null);
}

function numberOf({ register, who }: Scene): number {
  return register.participant(who)?.number ?? 0;
}
