/** Signing up, the auction and the market: on the wall, on the phone, in the console and in the report. */
import { auctionText } from '../../../client/text/auction.ts';
import { matchText } from '../../../client/text/matches.ts';
import { participantText } from '../../../client/text/participant.ts';
import { teamText } from '../../../client/text/teams.ts';
import { gather } from './support/crowd.ts';
import { accept, bidOn, call, go, matched, signUp } from './support/matched.ts';
import { cardId } from './support/scene.ts';
import { laptop, phone, projector, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

type Act = (before: Before) => Promise<unknown>;
const heading = ({ page }: Visit) => page.getByRole('heading', { level: 1 }).first();
const scene = matched();

const signing: Act = async ({ evening }) => {
  await go(evening, 'teams');
  await signUp(await gather(evening, 14), [1, 1, 2, 1, 3]);
};
const opened: Act = async ({ evening }) => {
  await go(evening, 'veiling');
  await call(evening, 'open', 1);
};
const bidding: Act = async (before) => {
  await opened(before);
  return bidOn(await gather(before.evening, 9), 'veiling', [1]);
};
const twice: Act = async (before) => {
  const ids = (await bidding(before)) as string[];
  await accept(before.evening, ids.slice(3, 4));
  await call(before.evening, 'once');
  await call(before.evening, 'twice');
};
const sold: Act = async (before) => {
  const ids = (await bidding(before)) as string[];
  await accept(before.evening, ids.slice(4, 6));
  await call(before.evening, 'sold');
};
const between: Act = async (before) => {
  await sold(before);
  await call(before.evening, 'open', 2);
  await call(before.evening, 'skip');
};
const market: Act = async ({ evening }) => {
  await go(evening, 'markt');
  const ids = await bidOn(await gather(evening, 9), 'markt', [1, 2, 1, 4]);
  await accept(evening, ids.slice(0, 3));
};
/** The guest of this browser brought something, and somebody bids on it. */
const brought: Act = async ({ evening, guest }) => {
  const card = await guest.write('Een bankje bij de vijver');
  await go(evening, 'veiling');
  await evening.lead('/auctions/veiling/call', { call: 'open', lot: card });
  const others = await gather(evening, 3);
  for (const [n, other] of others.entries())
    await other.command('POST', '/bids', {
      phase: 'veiling',
      lot: card,
      kind: 'things',
      text: `${n + 1} planken eikenhout`,
    });
};
/** The guest has a match, and the other side gave how to reach them. */
const paired: Act = async (before) => {
  await brought(before);
  const { evening, guest } = before;
  const card = (await guest.me()).cards[0] ?? '';
  const [other] = await gather(evening, 1);
  const body = { phase: 'veiling', lot: card, kind: 'time', text: 'ik timmer hem in elkaar' };
  const { id } = (await other?.command('POST', '/bids', body)) as { id: string };
  await guest.command('POST', `/bids/${id}/accept`);
  await other?.command('PUT', `/matches/${id}/contact`, { words: '06 0000 0001' });
};

const parts: [name: string, before: Act, cards?: number][] = [
  ['signing up, nobody yet', ({ evening }) => go(evening, 'teams')],
  ['signing up', signing],
  ['signing up, nothing there', ({ evening }) => go(evening, 'teams'), 0],
  ['auction about to begin', ({ evening }) => go(evening, 'veiling')],
  ['auction, lot open', opened],
  ['auction, bids', bidding],
  ['auction, going twice', twice],
  ['auction, awarded', sold],
  ['auction, between lots', between],
  ['auction, no lots', ({ evening }) => go(evening, 'veiling'), 0],
  ['market', market],
];
const screens = (who: string): Screen[] =>
  parts.map(([name, before, cards]) => {
    return { name: `${who}, ${name}`, scene: cards === undefined ? scene : matched(cards), before, shows: heading };
  });

const guests: Screen[] = [
  {
    name: 'participant, in a working group',
    scene,
    before: async (before) => {
      await signing(before);
      await before.guest.command('POST', '/teams/teams/join', { item: cardId(2) });
      await before.guest.command('POST', '/teams/teams/lead', { item: cardId(2), lead: true });
    },
    shows: ({ page, say }) => page.getByText(say(teamText).youLead),
  },
  {
    name: 'participant, own lot with bids',
    scene,
    before: brought,
    shows: ({ page, say }) => page.getByText(say(auctionText).youBring).first(),
  },
  {
    name: 'participant, own match and contact',
    scene,
    before: paired,
    shows: ({ page, say }) => page.getByRole('heading', { name: say(matchText).heading }),
  },
  {
    name: 'participant, after the auction',
    scene,
    before: async (before) => {
      await paired(before);
      await go(before.evening, 'na');
    },
    steps: ({ page, say }) => page.getByRole('button', { name: say(participantText).mine }).click(),
    sizes: [phone],
    shows: ({ page, say }) => page.getByRole('heading', { name: say(auctionText).stillOpen }),
  },
  {
    name: 'participant, a stall opened',
    scene,
    before: market,
    steps: ({ page, say }) =>
      page
        .getByRole('button', { name: /Soep op zondag/ })
        .first()
        .click()
        .then(() => say),
    shows: ({ page, say }) => page.getByRole('button', { name: say(auctionText).send }),
  },
];

sweep({ as: 'wall', path: '/wall', sizes: [projector] }, screens('wall'));
sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, [...screens('participant'), ...guests]);
sweep({ as: 'facilitator', path: '/console', sizes: [laptop, phone] }, screens('console'));
sweep({ as: 'facilitator', path: '/report?role=facilitator', sizes: [laptop, phone] }, [
  {
    name: 'report of teams, lots and matches',
    mute: true,
    scene,
    before: async (before) => {
      await signing(before);
      await sold(before);
      await market(before);
    },
    shows: heading,
  },
]);
