/** Neighbourhood tables and an auction of ideas as one story: from the table's cards to agreements between two sides. */
import { auctionText } from '../../client/text/auction.ts';
import { contributeText } from '../../client/text/contribute.ts';
import { dutyWords } from '../../client/text/duties.ts';
import { matchText } from '../../client/text/matches.ts';
import { pitches } from '../../client/text/pitches.ts';
import { plansText } from '../../client/text/plans.ts';
import { tally } from '../../client/text/tally.ts';
import { vote as voteText } from '../../client/text/vote.ts';
import { votePanel } from '../../client/text/votepanel.ts';
import { Album } from './support/album.ts';
import { Lead } from './support/lead.ts';
import { Person } from './support/person.ts';
import { expect, test } from './support/room.ts';
import { expectInside } from './support/screens.ts';
import { knocks, listenTo } from './support/sound.ts';

const auction = auctionText.nl;
const match = matchText.nl;

const own = 'Wat doe ik zelf?';
const soup = 'Soep op zondag';
const eating = 'Samen eten met de hele straat';
const garden = 'Een moestuin op het veld';
const paths = 'Veilig oversteken bij de school';
const pans = 'Veertig stoelen en een grote pan';
const cooks = 'Twee koks leren u soep voor zestig';
const seeds = 'Zaden en een middag spitten';

test('an auction of ideas, from the tables to the agreements', async ({ room }) => {
  const { step } = test;
  const lead = new Lead(await room.laptop());
  const { page: wall } = await room.projector();
  const sara = new Person(await room.laptop());
  const bram = new Person(await room.phone());
  const pia = new Person(await room.phone());
  const vera = new Person(await room.phone());
  const album = new Album('ideeenveiling', { wall, console: lead.page, phone: bram.page, table: sara.page });

  await lead.open(room.address, {
    format: 'Wijktafels en ideeënveiling',
    title: 'Ideeënveiling Lindewijk',
    question: 'Wat doet u met uw buren?',
    organiser: 'Gemeente Lindestad',
    anchors: ['De speeltuin blijft', 'Klaar voor 1 juli 2027'],
  });
  const link = await lead.link('participantsLink');
  await lead.press('keyDone');

  await step('everybody comes in, each by their own link', async () => {
    const links = {
      table: await lead.linkFor('secretary', 'bewoner'),
      partner: await lead.linkFor('partner', 'partner'),
      auctioneer: await lead.linkFor('auctioneer'),
    };
    await listenTo(wall);
    await wall.goto(`${link}/wall`);
    await sara.join(links.table);
    await pia.join(links.partner, { name: 'Buurthuis De Linde' });
    await vera.join(links.auctioneer);
    await bram.join(link, { group: 'bewoner' });
    await expectInside(wall, 4);
    await album.take('lobby', { partner: pia.page, auctioneer: vera.page });
  });

  await step('the table writes, and says what it does itself', async () => {
    await lead.forward('Wijktafels');
    await expect(sara.page.getByText(dutyWords.nl.forTable(1), { exact: true }).first()).toBeVisible();
    await sara.fill({ [contributeText.nl.title('idee')]: soup });
    await sara.button(contributeText.nl.send).click();
    await expect(sara.page.getByText(contributeText.nl.fieldMissing)).toBeVisible();
    await album.take('wijktafels-begin', { partner: pia.page });
    await sara.writeCard('idee', soup, { [own]: 'Wij koken om de beurt.' });
    await sara.writeCard('idee', eating, { [own]: 'Wij zetten de tafels klaar.' });
    await sara.writeCard('idee', garden, { 'Wat is het idee?': 'Groente voor iedereen.', [own]: 'Wij spitten.' });
    await sara.writeCard('idee', paths, { [own]: 'Wij staan er elke ochtend.' });
    await expect(wall.getByText(paths).first()).toBeVisible();
    await album.take('wijktafels');
  });

  await step('the table makes one lot of what belongs together', async () => {
    await lead.forward('Kavels maken');
    for (const person of [sara, bram, pia, vera]) await person.goOn('Kavels maken');
    await sara.board.merge([soup, eating], eating);
    await expect(wall.getByText(soup)).toBeHidden();
    await album.take('kavels');
  });

  await step('residents choose what comes under the hammer', async () => {
    await lead.openVote('Wat gaat naar de veiling?');
    await bram.dot(eating, 2);
    await bram.dot(garden, 1);
    await bram.sendVote();
    await expect(pia.page.getByText(voteText.nl.notEligible)).toBeVisible();
    await expect(wall.getByRole('region', { name: tally.nl.turnout })).toContainText('1');
    await album.take('keuze', { partner: pia.page });
    await lead.callForLastVotes(wall);
    await album.take('laatste-oproep');
    await lead.closeVote();
    await expect(wall.getByText(votePanel.nl.lastCallSays)).toHaveCount(0);
    await lead.reveal();
    await expect(wall.getByRole('heading', { name: eating })).toBeVisible();
    await album.take('uitslag');
  });

  await step('who brought a lot says what is needed', async () => {
    await lead.forward('Kavelkaart');
    for (const [title, needs, gives] of [
      [eating, 'Een grote pan en stoelen', 'Wij koken elke zondag'],
      [garden, 'Zaden en gereedschap', 'Wij houden het bij'],
    ] as const) {
      await sara.button(title).click();
      await sara.handIn({ 'Wat heeft u nodig?': needs, 'Wat stelt u er zelf tegenover?': gives });
      await sara.button(plansText.nl.back).click();
    }
    await album.take('kavelkaart');
  });

  await step('the auction', async () => {
    await lead.forward('De veiling');
    await expect(wall.getByText(auction.soon)).toBeVisible();
    await lead.page.getByLabel(pitches.nl.sounds).check();
    await wall.getByRole('button', { name: pitches.nl.soundAllow }).click();
    await expect(wall.getByRole('button', { name: pitches.nl.soundAllow })).toBeHidden();
    expect(await knocks(wall)).toBe(1); // so that whoever pressed hears that it works
    await album.take('veiling-begin', { auctioneer: vera.page });
    await vera.button(auction.openLot(1, eating)).click();
    await expect(wall.getByRole('heading', { name: eating })).toBeVisible();
    await expect(wall.getByText('Een grote pan en stoelen')).toBeVisible();
    await bid(pia, auction.kinds.things, pans, 'Buurthuis De Linde');
    await bid(bram, auction.kinds.knowledge, cooks);
    for (const words of [pans, cooks]) await expect(wall.getByText(words)).toBeVisible();
    await album.take('veiling-bieden', { auctioneer: vera.page, partner: pia.page });
    for (const words of [pans, cooks]) {
      await sara.button(auction.acceptOf(words)).click();
      await expect(sara.button(auction.releaseOf(words))).toBeVisible();
    }
    await call(vera, 'once');
    await expect(wall.getByText(auction.steps.once, { exact: true })).toBeVisible();
    await call(vera, 'twice');
    await album.take('veiling-andermaal', { auctioneer: vera.page });
    await call(vera, 'sold');
    await expect(wall.getByText(auction.steps.sold, { exact: true }).first()).toBeVisible();
    await expect.poll(() => knocks(wall)).toBe(3);
    await album.take('veiling-gegund', { auctioneer: vera.page, partner: pia.page });
  });

  await step('what nobody takes stays open', async () => {
    await lead.page.getByLabel(pitches.nl.sounds).uncheck();
    await vera.button(auction.openLot(2, garden)).click();
    await bid(bram, auction.kinds.things, seeds);
    for (const step of ['once', 'twice', 'sold'] as const) await call(vera, step);
    expect(await knocks(wall)).toBe(3);
    await album.take('veiling-open', { auctioneer: vera.page });
  });

  await step('both sides say how to reach each other, by consent', async () => {
    await reachable(pia, '06 12 34 56 78');
    await sara.page.getByRole('article').filter({ hasText: pans }).getByLabel(match.ask).fill('sara@linde.example');
    await sara.page.getByRole('article').filter({ hasText: pans }).getByRole('checkbox').check();
    await sara.page.getByRole('article').filter({ hasText: pans }).getByRole('button', { name: match.give }).click();
    await expect(pia.page.getByText('sara@linde.example')).toBeVisible();
    for (const page of [wall, lead.page, bram.page]) await expect(page.getByText('sara@linde.example')).toHaveCount(0);
    await album.take('koppels', { partner: pia.page });
  });

  await step('agreements: who does what, who calls whom, by when', async () => {
    await lead.forward('Afspraken');
    for (const offered of [pans, cooks]) await expect(wall.getByText(`${eating}: ${offered}`)).toBeVisible();
    await album.take('afspraken-leeg', { partner: pia.page });
    await pia.handIn({
      'Wie doet wat?': 'Het buurthuis brengt de pan, de straat kookt',
      'Wie belt wie?': 'Sara belt het buurthuis',
      'Voor welke dag?': 'Vrijdag 4 december',
    });
    await album.take('afspraken', { partner: pia.page });
  });

  await step('closing, and the harvest', async () => {
    await lead.forward('Slot');
    await expect(wall.getByText(pans)).toBeVisible();
    await album.take('slot');
    await lead.end();
    await album.take('einde');
    const { page: reader } = bram;
    await reader.goto(`${link}/report`);
    await expect(reader.getByRole('heading', { name: 'De veiling', exact: true })).toBeVisible();
    for (const words of [eating, garden, pans, cooks, 'Sara belt het buurthuis', 'Vrijdag 4 december'])
      await expect(reader.getByText(words).first()).toBeVisible();
    await expect(reader.getByText(auction.also, { exact: true })).toBeVisible();
    await expect(reader.getByText('06 12 34 56 78')).toHaveCount(0);
    await album.take('verslag');
  });
});

/** A press while the one before is still on its way does nothing, so that nobody hammers by pressing twice. */
async function call(auctioneer: Person, step: keyof typeof auction.call): Promise<void> {
  const button = auctioneer.button(auction.call[step]);
  await expect(async () => {
    await button.click({ timeout: 5_000 });
    await expect(button).toBeHidden({ timeout: 3_000 });
  }).toPass();
}

async function bid(person: Person, kind: string, words: string, name?: string): Promise<void> {
  await person.page.getByRole('radio', { name: kind }).check();
  await person.fill({ [auction.sentence]: words });
  if (name) await person.page.getByLabel(auction.showOrganisation(name)).check();
  await person.button(auction.send).click();
  await expect(person.page.getByText(auction.sent).first()).toBeVisible();
}

async function reachable(person: Person, words: string): Promise<void> {
  await person.fill({ [match.ask]: words });
  await person.page.getByLabel(match.consent).check();
  await person.button(match.give).click();
}
