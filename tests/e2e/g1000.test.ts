/** A G1000 as one story, small: lot, three rounds, themes, proposals, the residents' vote, groups, and the council's reply. */
import { arrange } from '../../client/text/arrange.ts';
import { pitches } from '../../client/text/pitches.ts';
import { plansText } from '../../client/text/plans.ts';
import { polls } from '../../client/text/polls.ts';
import { replies } from '../../client/text/replies.ts';
import { tableText } from '../../client/text/tables.ts';
import { teamText } from '../../client/text/teams.ts';
import { themesText } from '../../client/text/themes.ts';
import { resultWords as voteText } from '../../client/text/results.ts';
import type { Part } from '../../server/rehearsal/visitor.ts';
import { Album } from './support/album.ts';
import { Crowd } from './support/crowd.ts';
import { Lead } from './support/lead.ts';
import { Person } from './support/person.ts';
import { expect, test } from './support/room.ts';
import { expectInside } from './support/screens.ts';

const table = tableText.nl;
const pitch = pitches.nl;
const themes = themesText.nl;
const reply = replies.nl;

const cycling = 'Veilig fietsen';
const trees = 'Meer bomen';
const proposal = 'Tien bomen in elke straat';

const mergingTrees = /^Voeg samen: Meer bomen/;

const some = (count: number, group: string, duty: Part['duty'] = null): Part[] =>
  Array.from({ length: count }, () => ({ group, duty }));
/** with a table and a phone of the story: three tables, each with its secretary */
const others = [
  ...some(2, 'inwoner', 'secretary'),
  ...some(5, 'inwoner'),
  ...some(2, 'werkgever'),
  ...some(2, 'overheid'),
  ...some(2, 'vrij'),
];

test('a G1000, from the lot to the reply of the council', async ({ room }) => {
  const { step } = test;
  const lead = new Lead(await room.laptop());
  const { page: wall } = await room.projector();
  const sara = new Person(await room.laptop());
  const tess = new Person(await room.laptop());
  const bram = new Person(await room.phone());
  const cleo = new Person(await room.phone());
  const album = new Album('g1000', { wall, console: lead.page, phone: bram.page, table: sara.page });

  await lead.open(room.address, {
    format: 'G1000',
    title: 'G1000 Lindestad',
    question: 'Wat vinden wij belangrijk voor de stad?',
    organiser: 'Gemeente Lindestad',
    anchors: ['De raad antwoordt op elk gekozen voorstel', 'Gelote inwoners kiezen'],
  });
  const link = await lead.link('participantsLink');
  const entry = await lead.link('entryField');
  await lead.press('keyDone');
  const council = await lead.linkFor('decider');
  const crowd = await Crowd.enter(room.program.url, entry, others);

  await step('everybody comes in, each by their own link', async () => {
    const links = { table: await lead.linkFor('secretary', 'gelote inwoner'), theme: await lead.linkFor('theme') };
    await wall.goto(`${link}/wall`);
    await sara.join(links.table);
    await tess.join(links.theme);
    await bram.join(link, { group: 'inwoner' });
    await expectInside(wall, others.length + 3);
    await album.take('binnenkomst', { theme: tess.page });
  });

  await step('the lot, with its seal', async () => {
    await lead.goTo('Loting');
    await expect(wall.getByText('Vooraf: loting')).toBeVisible();
    await expect(wall.getByRole('heading', { level: 1 })).toBeVisible();
    await album.take('loting-vooraf');
    await lead.button(table.draw).click();
    await lead.dialog().getByRole('button', { name: table.draw }).click();
    await expect(bram.page.getByText(table.lotDrawn)).toBeVisible();
    await expect(wall.getByText(table.wallLot)).toBeVisible();
    await album.take('loting');
  });

  await step('welcome', async () => {
    await lead.forward('Welkom');
    await expect(wall.getByText(/Er is geen agenda/)).toBeVisible();
    await album.take('welkom');
  });

  await step('three rounds, each with new neighbours', async () => {
    const rounds = [
      [cycling, [cycling, trees]],
      ['Schone lucht', [cycling]],
      ['Meer bomen in de straat', [trees]],
    ] as const;
    for (const [index, [mine, theirs]] of rounds.entries()) {
      const title = `Ronde ${index + 1}`;
      await lead.forward(title);
      if (index > 0) for (const person of [sara, bram]) await person.goOn(title);
      await expect(lead.page.getByText(table.panelSeated(12, 3))).toBeVisible();
      await sara.writeCard('onderwerp', mine);
      await crowd.write('onderwerp', theirs);
      await expect(wall.getByText(mine).first()).toBeVisible();
      for (const page of [wall, sara.page]) await expect(page.getByText(`${index + 2} van 13: ronde`)).toBeVisible();
      await album.take(`ronde${index + 1}`, index === 0 ? { theme: tess.page } : {});
    }
  });

  await step('the theme team takes, merges, names, and shows', async () => {
    await lead.forward('Onderwerpen samenvoegen');
    await tess.goOn('Onderwerpen samenvoegen');
    await tess.button(themes.take(10)).click();
    await album.take('themas-begin', { theme: tess.page });
    await tess.page.getByRole('button', { name: mergingTrees }).first().click();
    await tess.page.getByRole('dialog').getByRole('button', { name: arrange.nl.merge, exact: true }).click();
    await expect(tess.page.getByRole('dialog')).toBeHidden();
    await place(tess, cycling, 'Verkeer');
    await place(tess, trees, 'Groen');
    await album.take('themas', { theme: tess.page });
    for (;;) {
      const next = tess.page.getByRole('button', { name: /^Kies een thema voor/ }).first();
      await expect(next.or(tess.button(themes.push)).first()).toBeVisible();
      if (!(await next.isVisible())) break;
      const title = (await next.getAttribute('aria-label'))!.replace(/^Kies een thema voor /, '');
      await place(tess, title, /bomen/i.test(title) ? 'Groen' : 'Verkeer');
    }
    await tess.button(themes.push).click();
    await expect(wall.getByText(themes.soFar)).toBeVisible();
    await album.take('themas-tot-nu-toe', { theme: tess.page });
  });

  await step('lunch, under the themes', async () => {
    await lead.forward('Lunch');
    for (const person of [sara, bram]) await person.goOn('Lunch');
    for (const page of [wall, bram.page]) await expect(page.getByText('Verkeer').first()).toBeVisible();
    await album.take('lunch');
  });

  await step('everybody chooses a theme, and gets a table', async () => {
    await lead.forward('Kies uw onderwerp');
    for (const person of [sara, bram]) {
      await person.page.getByRole('radio', { name: 'Groen' }).check();
      await person.button(table.choose).click();
      await expect(person.page.getByText(table.chosen('Groen'))).toBeVisible();
    }
    await crowd.choose();
    await album.take('themakeuze');
    await lead.button(table.seat).click();
    await expect(bram.page.getByText(table.yourTable)).toBeVisible();
    await album.take('themakeuze-tafels');
  });

  await step('ideas at tables of ten', async () => {
    await lead.forward('Ideeën bij uw onderwerp');
    await sara.writeCard('idee', proposal, { 'Licht het toe': 'Schaduw op warme dagen.' });
    await crowd.write('idee', ['Een fietsstraat langs de school']);
    await expect(wall.getByText(proposal)).toBeVisible();
    await album.take('voorstel1');
  });

  await step('one proposal a table', async () => {
    await lead.forward('Eén voorstel per tafel');
    for (const person of [sara, bram]) await person.goOn('Eén voorstel per tafel');
    await sara.handIn({
      [plansText.nl.title]: proposal,
      'Wat gaan we doen?': 'Bewoners kiezen de plek, de gemeente plant.',
      'Waarom?': 'Het wordt te warm in de stad.',
      'Wie doet mee?': 'Wij, en de groenploeg.',
    });
    await crowd.handIn();
    await expect(lead.page.getByText(plansText.nl.allDone)).toBeVisible();
    await album.take('voorstel2');
  });

  await step('pitches of a minute, in drawn order', async () => {
    await lead.forward('Voorstellen vertellen');
    await expect(wall.getByText(pitch.first(2))).toBeVisible();
    await album.take('pitch-begin');
    await lead.page.getByRole('button', { name: /^Roep: / }).click();
    await lead.button(pitch.startClock).click();
    await expect(wall.getByRole('timer')).toBeVisible();
    await album.take('pitch');
    await lead.button(pitch.nextNow).click();
    await lead.button(pitch.lastNow).click();
    await expect(wall.getByText(pitch.allDone)).toBeVisible();
  });

  await step('the residents drawn by lot decide; others are counted apart', async () => {
    await lead.openVote('Burgerraad');
    await bram.page.getByRole('checkbox', { name: proposal }).check();
    await bram.sendVote();
    await crowd.vote('burgerraad', proposal);
    await album.take('burgerraad');
    await lead.closeVote();
    await album.take('burgerraad-gesloten');
    await lead.reveal();
    await expect(wall.getByText(proposal).first()).toBeVisible();
    await expect(bram.page.getByText(voteText.nl.apartHeading)).toBeVisible();
    await album.take('burgerraad-uitslag');
  });

  await step('working groups on the spot', async () => {
    await lead.forward('Werkgroepen');
    await bram.button(teamText.nl.joinOf(proposal)).click();
    await bram.button(teamText.nl.offer).click();
    await crowd.join('werkgroepen', proposal, 3);
    await expect(bram.page.getByText(teamText.nl.complete, { exact: true })).toBeVisible();
    await album.take('werkgroepen');
  });

  await step('closing', async () => {
    await lead.forward('Afsluiting');
    await bram.fill({ 'Wat neemt u mee van vandaag?': 'Dat wij hetzelfde willen.' });
    await bram.button(polls.nl.send).click();
    await expect(bram.page.getByText(polls.nl.sent)).toBeVisible();
    await crowd.answer('afsluiting', { mee: null, gehoord: 4, verder: 5 });
    await album.take('afsluiting');
    await lead.button(polls.nl.show).click();
    await lead.dialog().getByRole('button', { name: polls.nl.show }).click();
    await expect(wall.getByText('gemiddeld 5')).toBeVisible();
    await album.take('afsluiting-uitkomst');
  });

  await step('months later the council replies, with a reason', async () => {
    await lead.end();
    await album.take('einde');
    await lead.goTo('De raad antwoordt');
    await expect(wall.getByText('Na afloop: de raad antwoordt')).toBeVisible();
    await cleo.join(council);
    await cleo.button(reply.giveTo(proposal)).click();
    await album.take('raad-vooraf', { council: cleo.page });
    await cleo.page.getByRole('radio', { name: 'overgenomen', exact: true }).check();
    await cleo.fill({ [reply.reason]: 'De raad trekt er geld voor uit.', [reply.who]: 'De gemeenteraad' });
    await cleo.button(reply.send).click();
    for (const page of [cleo.page, wall, bram.page])
      await expect(page.getByText('De raad trekt er geld voor uit.')).toBeVisible();
    await album.take('raad', { council: cleo.page });
  });

  await step('the harvest', async () => {
    const { page: reader } = bram;
    await reader.goto(`${link}/report`);
    for (const words of ['Groen', 'Verkeer', proposal, 'Het wordt te warm in de stad.', 'overgenomen'])
      await expect(reader.getByText(words).first()).toBeVisible();
    await expect(reader.getByRole('heading', { name: teamText.nl.report })).toBeVisible();
    await expect(reader.getByText('De raad trekt er geld voor uit.')).toBeVisible();
    await album.take('verslag');
  });
  crowd.leave();
});

/** From the inbox into a theme, which is made when it is not there yet. */
async function place({ page }: Person, title: string, theme: string): Promise<void> {
  const asking = page.getByRole('dialog');
  await page
    .getByRole('button', { name: themes.placeOf(title), exact: true })
    .first()
    .click();
  const known = asking.getByRole('button', { name: theme });
  await expect(asking.getByRole('button', { name: arrange.nl.newTheme })).toBeVisible();
  if (await known.isVisible()) await known.click();
  else {
    await asking.getByRole('button', { name: arrange.nl.newTheme }).click();
    await asking.getByLabel(arrange.nl.themeName).fill(theme);
    await asking.getByRole('button', { name: arrange.nl.makeTheme }).click();
  }
  await expect(asking).toBeHidden();
}
