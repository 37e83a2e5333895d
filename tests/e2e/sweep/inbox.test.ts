/** The theme team at its inbox, and a board with the columns of its phase. */
import { arrange } from '../../../client/text/arrange.ts';
import { themesText } from '../../../client/text/themes.ts';
import { must } from '../../support/people.ts';
import { columns, themeTeam } from './support/cards.ts';
import { titleOf, type Scene } from './support/scene.ts';
import { laptop, phone, press, projector, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const team: Scene = { phase: 'cluster', cards: 24, themes: 5, unplaced: 13, change: themeTeam };
const who: Scene = { phase: 'cluster', cards: 12, change: columns };
const inTeam = ({ evening: { base, code, facilitator } }: Before) =>
  must(base, 'PATCH', `/sessions/${code}/people/1`, facilitator, { give: ['theme'] });
const batch = async (before: Before) => {
  await inTeam(before);
  await before.guest.command('POST', '/inbox/take', { count: 5 });
};
const words = ({ say }: Visit) => say(themesText);
const first = ({ page }: Visit) => page.getByText(titleOf(1)).first();
const move = ({ page, say }: Visit) => page.getByRole('button', { name: say(arrange).moveCard(titleOf(2)) }).first();

const guests: Screen[] = [
  {
    name: 'inbox, cards wait',
    scene: team,
    before: inTeam,
    shows: (visit) => visit.page.getByText(words(visit).waiting(13)).first(),
  },
  {
    name: 'inbox, with a batch',
    scene: team,
    before: batch,
    shows: (visit) => visit.page.getByRole('button', { name: words(visit).giveBack }),
  },
  {
    name: 'inbox, nothing waits',
    scene: { ...team, unplaced: 0 },
    before: inTeam,
    shows: (visit) => visit.page.getByText(words(visit).waiting(0)).first(),
  },
  { name: 'inbox, for who is not in the team', scene: team, shows: first },
  { name: 'columns', scene: who, shows: first },
  {
    name: 'columns, move a card',
    scene: who,
    steps: (visit) => press(move(visit)),
    shows: ({ page }) => page.getByRole('dialog'),
    opener: move,
  },
];

sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, guests);
sweep({ as: 'facilitator', path: '/console', sizes: [phone, laptop] }, [
  { name: 'console, theme team', scene: team, shows: ({ page, say }) => page.getByText(say(themesText).push) },
  { name: 'console, columns', scene: who, shows: first },
]);
sweep({ as: 'wall', path: '/wall', sizes: [projector] }, [
  { name: 'wall, columns', scene: who, shows: ({ page }) => page.getByRole('heading', { level: 1 }) },
]);
