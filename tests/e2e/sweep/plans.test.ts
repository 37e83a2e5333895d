/** Plans: writing one together, handing it in, and how far everybody is. */
import { expect } from '@playwright/test';
import { plansText } from '../../../client/text/plans.ts';
import { planId, planned } from './support/planned.ts';
import { laptop, phone, press, projector, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const heading = ({ page }: Visit) => page.getByRole('heading', { level: 1 });
const button = (key: 'handIn' | 'reopen' | 'make') => (visit: Visit) =>
  visit.page.getByRole('button', { name: visit.say(plansText)[key] });
const sitsAt =
  (table: number | null) =>
  ({ guest }: Before) =>
    guest.command('PATCH', '/me', { table });
const field = ({ page, say }: Visit) =>
  page.getByLabel(say({ nl: 'Wat gaan we doen?', en: 'What are we going to do?' }));
const saved = (visit: Visit) => visit.page.getByText(visit.say(plansText).saved.saved, { exact: true }).last();

const wall: Screen[] = [
  { name: 'wall, no plans', scene: planned(0, 0), shows: heading },
  { name: 'wall, plans of six tables', scene: planned(6, 2), shows: heading },
  { name: 'wall, plans of eighty tables', scene: planned(80, 31), shows: heading },
  {
    name: 'wall, one plan',
    scene: planned(6, 2),
    before: ({ evening }) => evening.lead('/screen', { mode: 'card', card: planId(1) }),
    shows: heading,
  },
];

const guests: Screen[] = [
  {
    name: 'participant, no table yet',
    scene: planned(6, 2),
    before: sitsAt(null),
    shows: ({ page, say }) => page.getByText(say(plansText).noneTable),
  },
  { name: 'participant, no plan yet', scene: planned(6, 2), before: sitsAt(9), shows: button('make') },
  { name: 'participant, plan', scene: planned(6, 2), before: sitsAt(3), shows: button('handIn') },
  {
    name: 'participant, typed and saved',
    scene: planned(6, 2),
    before: sitsAt(3),
    steps: async (visit) => {
      await field(visit).fill('Een tuin voor de hele buurt, met een hoek voor elke straat.');
      await expect(saved(visit)).toBeVisible();
    },
    shows: button('handIn'),
  },
  {
    name: 'participant, hands in too early',
    scene: planned(6, 2),
    before: sitsAt(4),
    steps: (visit) => press(button('handIn')(visit)),
    shows: ({ page, say }) => page.getByText(say(plansText).missing).first(),
  },
  { name: 'participant, handed in', scene: planned(6, 2), before: sitsAt(1), shows: button('reopen') },
];

const lead: Screen[] = [
  { name: 'console, no plans', scene: planned(0, 0), shows: ({ page, say }) => page.getByText(say(plansText).makeAll) },
  { name: 'console, plans', scene: planned(12, 5), shows: ({ page, say }) => page.getByText(say(plansText).remind) },
  {
    name: 'console, one plan opened',
    scene: planned(6, 2),
    steps: ({ page, say }) => press(page.getByRole('button', { name: new RegExp(`^${say(plansText).look}:`) }).nth(3)),
    shows: ({ page }) => page.getByRole('dialog'),
    opener: ({ page, say }) => page.getByRole('button', { name: new RegExp(`^${say(plansText).look}:`) }).nth(3),
  },
];

sweep({ as: 'wall', path: '/wall', sizes: [projector] }, wall);
sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, guests);
sweep({ as: 'facilitator', path: '/console', sizes: [laptop, phone] }, lead);
sweep({ as: 'facilitator', path: '/report?role=facilitator', sizes: [laptop, phone] }, [
  { name: 'report of plans', scene: planned(6, 4, true), shows: heading, mute: true },
]);
