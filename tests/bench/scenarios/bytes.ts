/**
 * What one phone costs its owner: all that TCP carries both ways, heads and handshakes too. Not the page itself (script and
 * fonts), which a browser takes once and keeps; and not what TLS adds, in a proxy before the server. Without HTTPS, as in a
 * hall of its own, a browser takes gzip and not Brotli.
 */
import { atMost, complete, ratio } from '../bounds.ts';
import type { Client } from '../client.ts';
import { Crowd } from '../crowd.ts';
import { Phone } from '../phone.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { makeSeed, ownCard } from '../seed.ts';
import { awaitCards } from './arriving.ts';
import { pitch } from './pitching.ts';

const rate = 10;
/** seconds that a phone is gone */
const away = { usual: 30, quick: 3 };

export const bytes: Scenario = {
  name: 'bytes',
  title: `Bytes of a phone that arrives, and of one that comes back after ${away.usual} s of ${rate} cards a second`,
  servers: ['kantelbord'],
  measures: {
    arriving: { title: 'arriving', unit: 'bytes' },
    board: { title: 'of which the board', unit: 'bytes' },
    plain: { title: 'arriving without HTTPS', unit: 'bytes' },
    missed: { title: 'missed', unit: 'bytes' },
    back: { title: 'coming back', unit: 'bytes' },
    times: { title: 'times what it missed', unit: 'count' },
    restarted: { title: 'coming back, server restarted', unit: 'bytes' },
  },
  bounds: [
    complete,
    atMost('a phone that arrives: at most 150 KB', 'arriving', 150_000),
    ratio('a phone that comes back: at most 1.5 × what it missed', 'back', 'missed', 1.5),
  ],
  run,
};

async function run(stage: Stage): Promise<Outcome> {
  const { clients, cards, quick } = stage.options;
  const seed = makeSeed(cards, Date.now(), ownCard);
  const { board, crowd } = await stage.crowd(clients, seed);
  const { evening } = board;
  if (!evening) throw new Error('only of Kantelbord');
  await crowd.gather(clients);
  const pair = new Crowd({ board, seed, size: 2 }); // with a document each
  try {
    awaitCards(pair, crowd.cards, 2);
    const first = await comeIn(new Phone(evening), pair);
    const second = await comeIn(new Phone(evening, 'http'), pair);
    for (const { client } of [first, second]) leave(client);

    const stays = crowd.clients.at(-1)!;
    const before = stays.updateBytes;
    const writer = { write: () => awaitCards(pair, [crowd.write()], 2) };
    const { load } = await stage.measure(() => pitch(stage, writer, rate, quick ? away.quick : away.usual));
    const unseen = await crowd.arrived();
    const missed = stays.updateBytes - before;

    const back = await comeBack(first.client);
    await stage.server.child.kill();
    await stage.server.child.start();
    const restarted = await comeBack(second.client);
    await first.client.connect();
    return {
      missing: unseen + (await pair.arrived()),
      differing: await pair.differing(),
      load,
      measured: {
        arriving: first.carried,
        board: first.board,
        plain: second.carried,
        missed,
        back,
        times: back / missed,
        restarted,
      },
    };
  } finally {
    pair.close();
  }
}

/** From opening the page to the full board. */
async function comeIn(phone: Phone, crowd: Crowd): Promise<{ client: Client; carried: number; board: number }> {
  try {
    await phone.look();
    await phone.join();
    const { update, vector, mark, carried } = await phone.takeBoard();
    const client = crowd.admit(phone.door);
    client.take(update, vector, mark);
    await client.connect();
    return { client, carried: phone.carried + client.carried, board: carried };
  } finally {
    phone.close();
  }
}

function leave(client: Client): void {
  client.from = client.mark;
  client.drop();
}

async function comeBack(client: Client): Promise<number> {
  await client.connect();
  return client.carried;
}
