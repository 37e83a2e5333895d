/** Telling, answering and hearing: on the wall, on the phone and in the console. */
import { pitches } from '../../../client/text/pitches.ts';
import { gather } from './support/crowd.ts';
import { answered, checked, go, pitch, replied, spoken } from './support/spoken.ts';
import { laptop, phone, projector, sweep, type Before, type Screen, type Visit } from './support/sweep.ts';

const heading = ({ page }: Visit) => page.getByRole('heading', { level: 1 }).first();
const scene = spoken();
type Act = (before: Before) => Promise<unknown>;

const called: Act = async ({ evening }) => {
  await go(evening, 'present');
  await pitch(evening, { do: 'next' });
};
const running: Act = async (before) => {
  await called(before);
  await before.evening.lead('/timer', { action: 'start', seconds: 300 });
};
const dueling: Act = async ({ evening }) => {
  await go(evening, 'duels');
  await pitch(evening, { do: 'next' });
};
const polled: Act = async ({ evening }) => {
  await go(evening, 'poll');
  await answered(evening, await gather(evening, 14));
};
const told: Act = async (before) => {
  await polled(before);
  await before.evening.lead('/polls/poll/show');
};
const checking: Act = async ({ evening }) => {
  await go(evening, 'check');
  await checked(evening, 1, 'on');
  await checked(evening, 3, 'back');
};
const replying: Act = async ({ evening }) => {
  await evening.lead('/end');
  await go(evening, 'reply');
  await replied(evening, 1, 'nee');
  await replied(evening, 1, 'ja');
  await replied(evening, 4, 'nee');
};

const parts: [name: string, before: Act, cards?: number][] = [
  ['pitch called', called],
  ['pitch running', running],
  ['pitches, nobody yet', ({ evening }) => go(evening, 'signup')],
  ['duel', dueling],
  ['duels, the scheme', ({ evening }) => go(evening, 'duels')],
  ['poll open', polled],
  ['poll told', told],
  ['check', checking],
  ['check, nothing there', ({ evening }) => go(evening, 'check'), 0],
  ['themes shown', ({ evening }) => go(evening, 'themes')],
  ['teams, none yet', ({ evening }) => go(evening, 'teams')],
  ['replies', replying],
];

const wall = parts.map(([name, before, cards]): Screen => {
  return { name: `wall, ${name}`, scene: cards === undefined ? scene : spoken(cards), before, shows: heading };
});
wall.push({
  name: 'wall, asks for a press to be heard',
  scene,
  before: async (before) => {
    await called(before);
    const { evening } = before;
    const init = {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${evening.facilitator}` },
    };
    await fetch(`${evening.base}/api/sessions/${evening.code}`, { ...init, body: JSON.stringify({ sounds: true }) });
  },
  covered: true,
  shows: ({ page, say }) => page.getByRole('button', { name: say(pitches).soundAllow }),
});

const guests = parts.map(([name, before, cards]): Screen => {
  return { name: `participant, ${name}`, scene: cards === undefined ? scene : spoken(cards), before, shows: heading };
});
guests.push({
  name: 'participant, own pitch in the queue',
  scene,
  before: async ({ evening, guest }) => {
    const card = await guest.write('Een bankje bij de vijver');
    await go(evening, 'signup');
    await guest.command('PUT', `/pitches/${card}`);
  },
  shows: ({ page, say }) => page.getByText(say(pitches).yourTurnIn(1)),
});

const console = parts.map(([name, before, cards]): Screen => {
  return { name: `console, ${name}`, scene: cards === undefined ? scene : spoken(cards), before, shows: heading };
});

sweep({ as: 'wall', path: '/wall', sizes: [projector] }, wall);
sweep({ as: 'participant', path: '', sizes: [phone, laptop] }, guests);
sweep({ as: 'facilitator', path: '/console', sizes: [laptop, phone] }, console);
sweep({ as: 'facilitator', path: '/report?role=facilitator', sizes: [laptop, phone] }, [
  {
    name: 'report of pitches, polls, checks and replies',
    mute: true,
    scene,
    before: async (before) => {
      await called(before);
      await told(before);
      await checking(before);
      await replying(before);
    },
    shows: heading,
  },
]);
