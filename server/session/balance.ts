/**
 * Who is here and who gets a word in (DOMAIN 4.19), for facilitators only. It is in the store and never in the document: what
 * is expected of a group is nobody else's business.
 */
import type { BalanceInfo } from '../../shared/api/balance.ts';
import { cardsMap } from '../../shared/document.ts';
import { balance } from '../../shared/draw/balance.ts';
import { refuse } from '../../shared/refusals.ts';
import type { Store } from '../store/store.ts';
import type { Hall, Scene } from './hall.ts';
import { answer, type Services } from './services.ts';

const kind = 'balance';
const id = 'settings';

interface Kept {
  expected: Readonly<Record<string, number | null>>;
  interests: readonly string[];
  there: readonly string[];
}

export function makeBalance(hall: Hall): Services['balance'] {
  const { store } = hall.parts;

  return {
    set(ask, input) {
      const scene = hall.may(ask, { type: 'balance.set' });
      if (!scene.ok) return scene;
      const { code, session } = scene.value;
      const known = new Set(session.format.groups.map((group) => group.id));
      const stranger = Object.keys(input.expected ?? {}).find((group) => !known.has(group));
      if (stranger !== undefined) return refuse('bad_request', 'expected');
      const before = keptOf(store, code);
      const interests = unique(input.interests ?? before.interests);
      const value: Kept = {
        expected: { ...before.expected, ...input.expected },
        interests,
        there: unique(input.there ?? before.there).filter((one) => interests.includes(one)),
      };
      hall.transaction(code, () => {
        store.records.put({ session: code, kind, id, value });
        hall.note(scene.value, 'balance.set', Object.keys(input).join(', '));
      });
      hall.pokeLeaders(scene.value);
      return answer(null);
    },
  };
}

export function balanceOf(store: Store, { code, doc, session, register }: Scene): BalanceInfo {
  const { expected, interests, there } = keptOf(store, code);
  const cards = cardsMap(doc);
  const lies = (card: string) => cards.get(card)?.has('gone') === false;
  const wanted = session.format.groups.map((group) => [group.id, expected[group.id] ?? group.expected ?? 0] as const);
  const seen = {
    present: register.people.map(({ group }) => group),
    cards: register.people.flatMap((one) => [...register.authors.cardsOf(one.id)].filter(lies).map(() => one.group)),
    turns: turnsOf(store, code),
  };
  return { groups: balance(Object.fromEntries(wanted), seen), interests: [...interests], there: [...there] };
}

/** The group of who had the floor, once for each turn. Whatever keeps speaking turns puts a record of this kind for each. */
function turnsOf(store: Store, code: string): string[] {
  return store.records.of(code, 'turn').map(({ value }) => (value as { group?: string }).group ?? '');
}

function keptOf(store: Store, code: string): Kept {
  const row = store.records.get(code, kind, id);
  return row ? (row.value as Kept) : { expected: {}, interests: [], there: [] };
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
