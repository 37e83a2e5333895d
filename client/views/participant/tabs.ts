import type { Phase } from '../../../shared/format.ts';
import type { SessionState } from '../../../shared/model.ts';
import type { IconName } from '../../components/icons.ts';
import type { participantText } from '../../text/participant.ts';
import type { Tab } from './place.svelte.ts';

/** The three parts of the page; the first is called after what there is to do. */
export function tabsOf(t: (typeof participantText)['nl'], state: SessionState, phase: Phase | null) {
  const [label, icon] = task(t, state, phase);
  const items: { id: Tab; label: string; icon: IconName }[] = [
    { id: 'task', label, icon },
    { id: 'mine', label: t.mine, icon: 'list' },
    { id: 'all', label: t.all, icon: 'board' },
  ];
  return items;
}

function task(t: (typeof participantText)['nl'], state: SessionState, phase: Phase | null): [string, IconName] {
  if (state === 'ended' && !phase) return [t.tabEnded, 'flag'];
  switch (phase?.kind) {
    case undefined:
      return [t.tabExplain, 'info'];
    case 'contribute':
      return [t.tabContribute, 'pencil'];
    case 'arrange':
      return [t.tabArrange, 'theme'];
    case 'vote':
      return [t.tabVote, 'check'];
    case 'explain':
      return phase.show === 'results' ? [t.tabResults, 'star'] : [t.tabExplain, 'info'];
    case 'match':
      return phase.way === 'teams'
        ? [t.tabTeams, 'people']
        : [phase.way === 'auction' ? t.tabAuction : t.tabMarket, 'star'];
    default:
      return [t.task, 'pencil'];
  }
}
