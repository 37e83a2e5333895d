/** The plug is pulled in the middle of each phase: what anybody saw is there again, and everybody comes back by themselves. */
import { participantText } from '../../client/text/participant.ts';
import { vote as voteText } from '../../client/text/vote.ts';
import { votePanel } from '../../client/text/votepanel.ts';
import { wall as wallText } from '../../client/text/wall.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import { must, openEvening } from '../support/people.ts';
import { Lead } from './support/lead.ts';
import { Person } from './support/person.ts';
import { expect, test } from './support/room.ts';
import { expectInside, expectTurnout } from './support/screens.ts';

const vote = { ...voteText.nl, ...votePanel.nl };

test('a server that is killed in every phase loses nothing that anybody saw', async ({ room }) => {
  test.setTimeout(240_000);
  const { step } = test;
  const { program, address } = room;
  const evening = await openEvening(program.url);
  const link = `${address}/s/${evening.code}`;
  const lead = new Lead(await room.laptop());
  await lead.page.goto(`${link}/console#${evening.facilitator}`);
  await lead.press('keyDone');
  const { page: wall } = await room.projector();
  await wall.goto(`${link}/wall`);
  const anna = new Person(await room.laptop());
  const bram = new Person(await room.phone());
  await anna.join(link, { group: 'inwoner' });
  await bram.join(link);

  /** Gives what the server itself still had, asked before the devices came back to tell it anything. */
  async function powerCut(meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<ExportFile> {
    await program.kill();
    for (const person of [anna, bram]) await person.expectSaved('offline');
    await expect(wall.getByText(wallText.nl.offline)).toBeVisible();
    await meanwhile();
    await program.start();
    const kept = await must<ExportFile>(
      program.url,
      'GET',
      `/sessions/${evening.code}/export/session.json`,
      evening.facilitator,
    );
    for (const person of [anna, bram]) await person.expectSaved('saved');
    await expect(lead.saved).toBeVisible();
    await expect(wall.getByText(wallText.nl.offline)).toBeHidden();
    return kept;
  }

  await step('lobby', async () => {
    await expectInside(wall, 2);
    await powerCut();
    expect((await evening.info()).counts.joined).toBe(2);
    await expectInside(wall, 2);
    await expect(bram.page.getByRole('heading', { name: participantText.nl.inside })).toBeVisible();
  });

  await step('writing', async () => {
    await lead.forward('Ideeën schrijven');
    await anna.write('Lampen in het tunneltje', 'Zodat kinderen daar durven fietsen.');
    await expect(wall.getByText('Lampen in het tunneltje').first()).toBeVisible();
    await anna.begin('Een half idee');
    const kept = await powerCut(() => bram.write('Soep op zondag'));
    expect(kept.cards).toMatchObject([
      { title: 'Lampen in het tunneltje', text: 'Zodat kinderen daar durven fietsen.' },
    ]);
    await expect(wall.getByText('Soep op zondag').first()).toBeVisible();
    await expect(anna.field).toHaveValue('Een half idee');
    await anna.begin('');
  });

  await step('arranging', async () => {
    await lead.forward('Ideeën ordenen');
    for (const person of [anna, bram]) await person.goOn('Ideeën ordenen');
    await bram.board.moveToNew('Soep op zondag', 'Samen');
    await anna.board.expectIn('Samen', 'Soep op zondag');
    const kept = await powerCut(() => anna.board.move('Lampen in het tunneltje', 'Samen'));
    expect(kept.clusters).toMatchObject([{ name: 'Samen' }]);
    expect(kept.cards.find(({ title }) => title === 'Soep op zondag')?.cluster).toBe(kept.clusters[0]?.id);
    await bram.board.expectIn('Samen', 'Lampen in het tunneltje', 'Soep op zondag');
  });

  await step('voting', async () => {
    await lead.openVote();
    await anna.dot('Soep op zondag', 2);
    await anna.sendVote();
    await bram.dot('Lampen in het tunneltje', 1);
    await bram.sendVote();
    await expectTurnout(lead.page, wall, 2, 2);
    await powerCut(async () => {
      await bram.dot('Lampen in het tunneltje', 1);
      await bram.button(vote.sendAgain).click();
      await expect(bram.page.getByText(vote.waiting)).toBeVisible();
    });
    await expect(bram.page.getByText(vote.kept)).toBeVisible();
    await anna.undot('Soep op zondag', 1);
    await anna.sendVote(true);
    await expectTurnout(lead.page, wall, 2, 2);
  });

  await step('voted', async () => {
    await lead.closeVote();
    await powerCut();
    await expect(anna.page.getByText(vote.closedCounts)).toBeVisible();
    await expect(lead.page.getByText(vote.closedPanel)).toBeVisible();
  });

  await step('revealed', async () => {
    await lead.reveal();
    await expect(wall.getByRole('heading', { name: 'Lampen in het tunneltje' })).toBeVisible();
    const kept = await powerCut();
    expect(kept.votes[0]?.ranking).toMatchObject([
      { title: 'Lampen in het tunneltje', value: 2 },
      { title: 'Soep op zondag', value: 1 },
    ]);
    await bram.page.reload();
    for (const { page } of [anna, bram]) {
      await expect(page.getByRole('listitem').filter({ hasText: 'Lampen in het tunneltje' })).toContainText(
        '2 stippen',
      );
    }
  });
});
