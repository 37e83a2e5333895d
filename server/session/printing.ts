/** Which vote ballots are printed for, and what is on them: the items, each with a mark that it keeps. */
import type { PrintedItem } from '../../shared/api/papers.ts';
import { voteKey } from '../../shared/document.ts';
import { phaseOf } from '../../shared/format.ts';
import { refuse } from '../../shared/refusals.ts';
import { itemsOf, type VoteItem, type VoteRecord, type VoteSettings } from '../../shared/vote.ts';
import type { Store } from '../store/store.ts';
import type { Hall, Scene } from './hall.ts';
import { newestVote } from './opening.ts';
import { answer, type Answer } from './services.ts';
import { settlePlans } from './telling.ts';
import { isOpen } from './voters.ts';

/** A run that is open, or the next that will be. */
export interface Printable {
  phase: string;
  run: number;
  settings: VoteSettings;
  items: readonly VoteItem[];
  /** null: not opened yet */
  vote: VoteRecord | null;
}

const kind = 'paperorder';

export function printableOf(hall: Hall, scene: Scene, phase: string): Answer<Printable> {
  const newest = newestVote(hall, scene, phase);
  const vote = isOpen(newest) ? newest : null;
  if (vote && vote.state !== 'opening') return answer({ ...vote, vote });
  const settings = phaseOf(scene.session.format, phase);
  if (settings?.kind !== 'vote') return refuse('not_found', 'vote');
  settlePlans(hall, scene); // what is voted on may be plans
  const run = vote?.run ?? (scene.session.runs[phase] ?? 0) + 1;
  return answer({ phase, run, settings, items: itemsOf(scene.room.doc, settings), vote });
}

/** In the order of the paper: a theme by its letter, all else by a number. What came since the first print comes after. */
export function markedItems(store: Store, code: string, { phase, run, settings, items }: Printable): PrintedItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return orderOf(store, code, { phase, run, items }).flatMap((id, index) => {
    const item = byId.get(id);
    if (!item) return [];
    const { title, text, letter, cost, struck } = item;
    const mark = (settings.items === 'clusters' && letter) || `${index + 1}`;
    return [{ id, mark, title, text, struck, ...(cost === undefined ? {} : { cost }) }];
  });
}

/** Within the transaction of a print: from now on these keep their marks. */
export function keepOrder(store: Store, code: string, printable: Printable): void {
  const id = voteKey(printable.phase, printable.run);
  store.records.put({ session: code, kind, id, value: orderOf(store, code, printable) });
}

function orderOf(store: Store, code: string, { phase, run, items }: Pick<Printable, 'phase' | 'run' | 'items'>) {
  const kept = (store.records.get(code, kind, voteKey(phase, run))?.value as string[] | undefined) ?? [];
  const known = new Set(kept);
  return [...kept, ...items.flatMap(({ id }) => (known.has(id) ? [] : [id]))];
}
