/** Saving fails for a while, and then the server is gone: every screen says what is going on, and afterwards nothing is lost. */
import Database from 'better-sqlite3';
import { common } from '../../client/text/common.ts';
import { joinText } from '../../client/text/join.ts';
import { participantText } from '../../client/text/participant.ts';
import { vote as voteText } from '../../client/text/vote.ts';
import { sentence } from '../../shared/refusals.ts';
import { openEvening } from '../support/people.ts';
import { Lead } from './support/lead.ts';
import { Person } from './support/person.ts';
import { expect, test } from './support/room.ts';

const vote = voteText.nl;
const part = participantText.nl;

test('while nothing can be saved everybody is told, and when it can it is', async ({ room }) => {
  test.setTimeout(60_000);
  const { step } = test;
  const { program, address } = room;
  const evening = await openEvening(program.url);
  const link = `${address}/s/${evening.code}`;
  const laptop = await room.laptop();
  const lead = new Lead(laptop);
  await lead.page.goto(`${link}/console#${evening.facilitator}`);
  await lead.press('keyDone');
  const wall = await laptop.context.newPage();
  await wall.goto(`${link}/wall`);
  const person = new Person(await room.phone());
  await person.join(link);
  await lead.forward('Ideeën schrijven');
  await expect(person.field).toBeVisible();

  /** As long as another program holds the file, nothing can be stored. */
  async function withoutSaving(meanwhile: () => Promise<void>): Promise<void> {
    const other = new Database(program.data);
    other.exec('BEGIN EXCLUSIVE');
    await meanwhile();
    other.exec('ROLLBACK');
    other.close();
  }

  await step('a card', async () => {
    await withoutSaving(async () => {
      await person.write('Soep op zondag');
      await person.expectSaved('late');
      await expect(person.page.getByText(part.late)).toBeVisible();
      await expect(wall.getByText('Soep op zondag')).toHaveCount(0);
      await lead.forward('Ideeën ordenen');
      await expect(lead.page.getByText(sentence('store_unavailable', 'nl'))).toBeVisible();
    });
    await person.expectSaved('saved');
    await expect(person.page.getByText(part.late)).toHaveCount(0);
    await expect(wall.getByText('Soep op zondag').first()).toBeVisible();
  });

  await step('a vote', async () => {
    await lead.forward('Ideeën ordenen');
    await person.goOn('Ideeën ordenen');
    await lead.openVote();
    await person.dot('Soep op zondag', 2);
    await withoutSaving(async () => {
      await person.button(vote.send).click();
      await expect(person.page.getByText(vote.waiting)).toBeVisible();
      await expect(person.button(vote.less('Soep op zondag'))).toBeEnabled();
    });
    await expect(person.page.getByText(vote.kept)).toBeVisible();
    expect((await evening.info()).counts.joined).toBe(1);
  });

  await step('a server that is gone', async () => {
    await program.kill();
    await person.expectSaved('offline');
    await expect(lead.page.getByRole('banner').getByText(common.nl.offline)).toBeVisible();
    await person.undot('Soep op zondag', 1);
    await person.button(vote.sendAgain).click();
    await expect(person.page.getByText(vote.waiting)).toBeVisible();
    await program.start();
    await person.expectSaved('saved');
    await expect(person.page.getByText(vote.kept)).toBeVisible();
    await expect(lead.saved).toBeVisible();
  });
});

test('a part that can not be fetched says so on the screen, and comes when it is asked for again', async ({ room }) => {
  const evening = await openEvening(room.program.url);
  const person = new Person(await room.phone());
  const { page } = person;
  await person.join(`${room.address}/s/${evening.code}`, { name: 'Ans' });
  await page.route(/assets\/MyDetails-/, (route) => route.abort());
  await person.button(part.menu).click();
  await page.getByRole('menuitem', { name: part.details }).click();
  const dialog = page.getByRole('dialog', { name: part.details });
  await expect(dialog.getByText(part.broken)).toBeVisible();
  await page.unroute(/assets\/MyDetails-/);
  await dialog.getByRole('button', { name: common.nl.tryAgain }).click();
  await expect(dialog.getByLabel(joinText.nl.name)).toHaveValue('Ans');
});
