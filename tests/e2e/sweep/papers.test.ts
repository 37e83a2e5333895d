/** Paper and hands: in the console, on the printed page, and as columns of a result. */
import { expect } from '@playwright/test';
import type { Invited } from '../../../shared/api.ts';
import type { PrintedPapers } from '../../../shared/api/papers.ts';
import { paperText } from '../../../client/text/papers.ts';
import { votePanel } from '../../../client/text/votepanel.ts';
import { waysText } from '../../../client/text/ways.ts';
import { must, type Evening } from '../../support/people.ts';
import { gather, revealVote } from './support/crowd.ts';
import { sceneOf } from './support/methods.ts';
import { openScene, type Scene } from './support/scene.ts';
import {
  laptop,
  leadFrom,
  paper,
  phone,
  press,
  projector,
  startAfresh,
  sweep,
  test,
  type Before,
  type Screen,
  type Visit,
} from './support/sweep.ts';

const t = ({ say }: Visit) => say(paperText);
const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true }).first();
const single: Scene = { phase: 'cluster', cards: 6, themes: 3, method: { kind: 'single' } };

interface Console {
  evening: Evening;
  print(count: number): Promise<PrintedPapers>;
  enter(code: string, ballot: object, ben?: boolean): Promise<unknown>;
  hands(table: number, people: number, yes: Record<string, number>): Promise<void>;
}

/** An open vote, and a second facilitator. */
async function collect({ evening }: Before): Promise<Console> {
  await evening.lead('/phase', { to: 'vote' });
  const { token } = (await evening.lead('/facilitators/invitations', { name: 'Ben' })) as Invited;
  const ben = (path: string, body: unknown) =>
    must(evening.base, 'POST', `/sessions/${evening.code}/votes/vote${path}`, token, body);
  const ann = (path: string, body: unknown) => evening.lead(`/votes/vote${path}`, body);
  return {
    evening,
    print: (count) => ann('/papers', { groups: [{ group: '', count }] }) as Promise<PrintedPapers>,
    enter: (code, ballot, other = false) => (other ? ben : ann)('/papers/entry', { code, ballot }),
    hands: async (table, people, yes) => {
      for (const enter of [ann, ben]) await enter('/hands', { table, people, yes });
    },
  };
}

/** Twelve on devices, six on paper, one set aside, one that waits, two tables. */
async function held(before: Before): Promise<Console> {
  const made = await collect(before);
  const { evening, print, enter, hands } = made;
  const { papers, items } = await print(8);
  const id = (index: number) => items[index % items.length]!.id;
  const voters = await gather(evening, 12);
  await Promise.all(voters.map((voter, index) => voter.vote('vote', { choose: id(index % 3) })));
  for (const [index, { code }] of papers.slice(0, 6).entries()) {
    for (const other of [false, true]) await enter(code, { choose: id(index % 2) }, other);
  }
  await evening.lead('/votes/vote/papers/aside', { code: papers[6]!.code, reason: 'Twee kruisjes' });
  await enter(papers[7]!.code, { choose: id(1) }, true);
  await hands(1, 8, { [id(0)]: 5, [id(2)]: 2 });
  await hands(2, 7, { [id(1)]: 3, [id(0)]: 4 });
  return made;
}

const open = (v: Visit) =>
  v.page
    .locator('summary')
    .filter({ hasText: v.say(votePanel).paper })
    .first()
    .click();
/** The code of the ballot that waits, as the list shows it. */
const takeWaiting = (v: Visit) => press(v.page.getByRole('button', { name: new RegExp(`^${t(v).find} `) }).first());

const console: Screen[] = [
  {
    name: 'console, paper, alone',
    scene: single,
    before: ({ evening }) => evening.lead('/phase', { to: 'vote' }),
    steps: open,
    shows: (v) => v.page.getByText(t(v).alone),
  },
  {
    name: 'console, paper and hands, some entered',
    scene: single,
    before: held,
    steps: open,
    shows: (v) => v.page.getByText(t(v).forYou).first(),
  },
  {
    name: 'console, paper, entering a ballot',
    scene: single,
    before: async (before) => {
      await (await held(before)).evening.lead('/votes/vote/collect');
    },
    steps: takeWaiting,
    shows: (v) => button(v, t(v).spoil),
  },
  {
    name: 'console, paper, a ballot is spoiled',
    scene: single,
    before: async (before) => {
      await (await held(before)).evening.lead('/votes/vote/collect');
    },
    steps: async (v) => {
      await takeWaiting(v);
      await press(button(v, t(v).spoil));
    },
    shows: ({ page }) => page.getByRole('dialog'),
    opener: (v) => button(v, t(v).spoil),
  },
];

/** The sheet stays where it is: nothing is sent to a printer. */
async function print(v: Visit) {
  await v.page.evaluate(() => (window.print = () => undefined));
  await open(v);
  await v.page.getByLabel(t(v).count).fill('3');
  await press(button(v, t(v).make));
  await press(button(v, t(v).print));
}

/** What is printed is no page: it is held against its edges alone, and has a picture. */
for (const name of ['single', 'jury', 'pairwise', 'equal shares'] as const) {
  test(`paper, ballots of ${name}`, async ({ program, context, page }, info) => {
    const evening = await openScene(program.url, sceneOf(name));
    await leadFrom(context, evening);
    await evening.lead('/phase', { to: 'vote' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await startAfresh(page, evening.base, 'nl');
    await page.goto(`${evening.base}/s/${evening.code}/console`);
    await print({ page, say: ({ nl }) => nl } as Visit);
    await page.setViewportSize({ width: paper[0], height: paper[1] });
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.ballots');
    await expect(sheet.locator('article')).toHaveCount(3);
    const wide = await sheet.evaluate(
      (all) =>
        [...all.querySelectorAll('*')].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
          .length,
    );
    expect(wide).toBe(0);
    await expect(sheet).not.toContainText('undefined');
    await info.attach(name, { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' });
    await page.emulateMedia({ media: 'screen' });
  });
}

const revealed = async (before: Before) => revealVote((await held(before)).evening);
const result = (as: string): Screen[] => [
  { name: `${as}, result with paper and hands`, scene: single, before: revealed, shows: (v) => shown(v, as) },
];
const shown = (v: Visit, as: string) =>
  as === 'wall'
    ? v.page.getByText(v.say(waysText).onWall)
    : v.page.getByRole('heading', { name: v.say(waysText).heading });

sweep({ as: 'facilitator', path: '/console', sizes: [phone, laptop] }, console);
sweep({ as: 'participant', path: '', sizes: [phone] }, result('phone'));
sweep({ as: 'wall', path: '/wall', sizes: [projector] }, [
  {
    name: 'wall, paper is still entered',
    scene: single,
    before: async (before) => (await held(before)).evening.lead('/votes/vote/collect'),
    shows: ({ page }) => page.getByRole('heading', { level: 1 }),
  },
  ...result('wall'),
]);
sweep(
  { as: 'facilitator', path: '/report?role=facilitator', sizes: [phone, laptop, paper] },
  result('report').map((screen) => ({ ...screen, mute: true })),
);
