/** All thirteen votes in one session: cast by phone and by keyboard alone, closed, revealed, reported, and counted again. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reportWords } from '../../client/text/report.ts';
import { resultWords } from '../../client/text/results.ts';
import { randomBallot } from '../../server/rehearsal/ballots.ts';
import { Album } from './support/album.ts';
import { castBallot, finger, keyboard } from './support/ballothand.ts';
import { KeyboardPerson } from './support/keyboardperson.ts';
import { Lead } from './support/lead.ts';
import { Person } from './support/person.ts';
import { expect, test } from './support/room.ts';
import { expectTurnout } from './support/screens.ts';
import { dividesMoney, itemsOf, openThirteen, titleOf, votes } from './support/thirteen.ts';

const report = reportWords.nl;
const program = fileURLToPath(new URL('../../dist/server/recount.js', import.meta.url));

test('thirteen votes, from the ballot to counting again', async ({ room }) => {
  test.setTimeout(240_000); // forty seconds alone, twice that beside another story on two slow cores
  const { step } = test;
  const evening = await openThirteen(room.program.url);
  const link = `${room.address}/s/${evening.code}`;
  const lead = new Lead(await room.laptop());
  const { page: wall } = await room.projector();
  const [bram, kees] = [new Person(await room.phone()), new KeyboardPerson(await room.laptop())];
  const crowd = await Promise.all([1, 2, 3].map((n) => evening.join({ group: 'inwoner', table: n })));
  const album = new Album('stemmen', {});
  /** as the wall told it: phase → titles of what was chosen, the best first */
  const told = new Map<string, string[]>();

  await lead.page.goto(`${link}/console#${evening.facilitator}`);
  await lead.press('keyDone');
  await wall.goto(`${link}/wall`);
  await bram.join(link, { group: 'inwoner', table: 4 });
  await kees.join(room.address, evening.code, 'inwoner', 5);

  for (const held of votes) {
    await step(held.title, async () => {
      const [best, turned] = [itemsOf(held), [...itemsOf(held)].reverse()];
      await lead.openVote(held.title);
      await castBallot(finger(bram.page), held.method, best);
      await castBallot(keyboard(kees.page), held.method, turned);
      for (const guest of crowd) {
        const { items, method } = await guest.paper(held.id);
        await guest.vote(held.id, randomBallot(method, items, chance));
      }
      await expectTurnout(lead.page, wall, 5, 5, held.method.kind === 'tables' ? 'votedTables' : 'voted');
      await album.take(held.id, { phone: bram.page, laptop: kees.page });
      await lead.closeVote();
      await lead.revealWhole();
      for (const page of [bram.page, kees.page])
        await expect(page.getByRole('heading', { name: resultWords.nl.result })).toBeVisible();
      told.set(held.id, await wall.getByRole('listitem').getByRole('heading').allTextContents());
      await album.take(`${held.id}-uitslag`, { wall, console: lead.page, phone: bram.page });
    });
  }

  await step('the report has all of them', async () => {
    await lead.end();
    await bram.page.goto(`${link}/report`);
    for (const { title } of votes)
      await expect(bram.page.getByRole('heading', { name: report.resultOf(title, 1) })).toBeVisible();
    await album.take('verslag', { phone: bram.page });
  });

  await step('whoever counts the export again finds what the wall showed', async () => {
    await lead.fold('Downloads');
    const file = await (await lead.download('downloadSession')).path();
    const again = JSON.parse(
      execFileSync(process.execPath, [program, file, '--json'], { encoding: 'utf8' }),
    ) as Counted;
    expect(again.votes.map(({ phase }) => phase)).toEqual(votes.map(({ id }) => id));
    for (const [n, { phase, winners }] of again.votes.entries()) {
      // what money is divided over is counted in the order in which it was paid for, and told by who wanted it
      const inOrder = (titles: readonly (string | undefined)[]) =>
        dividesMoney(votes[n]!) ? [...titles].sort() : titles;
      expect([phase, inOrder(winners.map((id) => titleOf.get(id)))]).toEqual([phase, inOrder(told.get(phase)!)]);
    }
    const words = execFileSync(process.execPath, [program, file], { encoding: 'utf8' });
    expect(words.match(/Equal to the result in the file\./g)).toHaveLength(votes.length);
    expect(readFileSync(file, 'utf8')).not.toContain(evening.facilitator);
  });
});

interface Counted {
  votes: { phase: string; winners: string[] }[];
}

let state = 11;
const chance = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
