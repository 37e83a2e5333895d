/** Whose plan it is, from what the server knows of people. */
import type * as Y from 'yjs';
import { readCard } from '../../shared/document.ts';
import { readPlan } from '../../shared/plans.ts';
import { isTheirs, type Belongings } from '../../shared/whose.ts';
import type { Identity } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { bidRow } from './bidrows.ts';
import { sessionOf } from './board.ts';
import { bringersOf } from './bringers.ts';
import type { Register } from './register.ts';
import { teamRows } from './teamrows.ts';

/** May this person write in it, as far as it is about whose it is? Facilitators help everybody. */
export function writesPlan(store: Store, register: Register, doc: Y.Doc, { role, who }: Identity, id: string): boolean {
  if (who === null || role === 'screen') return false;
  const plan = readPlan(doc, id);
  if (plan === null) return false;
  return role === 'facilitator' || isTheirs(plan, sessionOf(doc).format, belongingsOf(store, register, doc, who));
}

export function belongingsOf(store: Store, register: Register, doc: Y.Doc, who: string): Belongings {
  const { code } = register;
  const { runs } = sessionOf(doc);
  return {
    table: register.participant(who)?.table ?? null,
    owns: (card) => register.authors.of(card) === who,
    originals: (card) => readCard(doc, card)?.mergedFrom ?? [],
    inTeam: (item) =>
      teamRows(store, code).some((team) => {
        return team.item === item && team.run === runs[team.phase] && team.members.some((member) => member.who === who);
      }),
    inMatch(match) {
      const bid = bidRow(store, code, doc, match);
      return bid !== null && (bid.by === who || bringersOf(store, register, doc, bid.lot).includes(who));
    },
  };
}
