/** The eight steps of an evening as one story: a facilitator, a wall and five people, each on a device of their own. */
import { readFileSync } from 'node:fs';
import { consoleWords } from '../../client/text/console.ts';
import { contributeText } from '../../client/text/contribute.ts';
import { joinText } from '../../client/text/join.ts';
import { participantText } from '../../client/text/participant.ts';
import { resultWords } from '../../client/text/results.ts';
import { vote as voteText } from '../../client/text/vote.ts';
import { wall as wallText } from '../../client/text/wall.ts';
import { ask } from '../support/people.ts';
import { typeTogether } from './support/board.ts';
import { keptOf } from './support/device.ts';
import { KeyboardPerson } from './support/keyboardperson.ts';
import { Lead } from './support/lead.ts';
import { Person } from './support/person.ts';
import { expect, test } from './support/room.ts';
import { expectHalfTold, expectInside, expectReport, expectTurnout } from './support/screens.ts';

const write = contributeText.nl;
const part = participantText.nl;
const vote = voteText.nl;

/** All that is on the board at the end; the first two lie inside the third. */
const onTheBoard = [
  'Lampen in het tunneltje',
  'Licht langs het fietspad',
  'Licht in tunnel en langs het pad',
  'Soep op zondag',
  'Repaircafé in de school',
  'Samen koken op vrijdag',
  'Twee bankjes bij de vijver',
  'Bomen planten met de school',
  'Een moestuin op het veld',
];

test('an evening, from empty room to report', async ({ room }) => {
  test.setTimeout(240_000);
  const { step } = test;
  const { address } = room;
  const lead = new Lead(await room.laptop());
  const { page: wall } = await room.projector();
  const anna = new Person(await room.laptop());
  const bram = new Person(await room.phone());
  const carla = new Person(await room.phone());
  const esma = new Person(await room.phone());
  const fons = new Person(await room.phone());
  const dirk = new KeyboardPerson(await room.phone());
  const everybody = [anna.page, bram.page, carla.page, dirk.page, esma.page];
  let link = '';

  await step('1. opens a session', async () => {
    await lead.open(address, {
      title: 'Lindewijk aan zet',
      question: 'Welk idee maakt de buurt warmer?',
      organiser: 'Gemeente Lindestad',
      anchors: ['Er is € 40.000', 'De speeltuin blijft'],
    });
    expect(lead.code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    link = await lead.link('participantsLink');
    expect(link).toBe(`${address}/s/${lead.code}`);
    expect(await lead.link('wallLink')).toBe(`${link}/wall`);
    expect(await lead.link('entryField')).toContain(`${link}/console#`);
    await expect(lead.page.getByRole('img', { name: consoleWords.nl.qrLabel(link) })).toBeVisible();
    await lead.press('keyDone');
    await expect(lead.page.getByText(consoleWords.nl.keyHeading)).toBeHidden();
  });

  await step('2. opens the wall', async () => {
    await wall.goto(`${link}/wall`);
    await expect(wall.getByRole('heading', { name: 'Welk idee maakt de buurt warmer?' })).toBeVisible();
    await expect(wall.getByText(lead.code)).toBeVisible();
    await expect(wall.getByRole('img', { name: wallText.nl.qr(link.replace('http://', '')) })).toBeVisible();
    await expectInside(wall, 0);
  });

  await step('3. five people join', async () => {
    await anna.page.goto(link);
    await expect(anna.page.getByText('Gemeente Lindestad organiseert dit.')).toBeVisible();
    await expect(
      anna.page.getByText(/Wat u schrijft, blijft bewaard tot .* Iedereen in de sessie kan het lezen\./),
    ).toBeVisible();
    await anna.enter({ name: 'Anna', group: 'inwoner', table: 4 });
    await expectInside(wall, 1);
    await bram.join(link, { group: 'ondernemer' });
    await carla.join(link, { group: 'inwoner', table: 2 });
    await dirk.join(address, lead.code, 'raadslid');
    await esma.join(link);
    await expectInside(wall, 5);
    await expect(lead.page.getByText(consoleWords.nl.people(5, 5))).toBeVisible();

    await anna.page.reload();
    await expect(anna.page.getByRole('heading', { name: part.inside })).toBeVisible();
    await expectInside(anna.page, 5);

    await lead.press('doorsShut');
    await expect(wall.getByText(wallText.nl.doorsShutBody)).toBeVisible();
    await fons.page.goto(link);
    await expect(fons.page.getByText(joinText.nl.shutHeading)).toBeVisible();
    await expect(fons.button(joinText.nl.join)).toBeHidden();
    await lead.press('doorsOpen');
    await fons.join(link);
    await expectInside(wall, 6);
  });

  await step('4. everybody writes', async () => {
    await lead.forward('Ideeën schrijven');
    await lead.button(consoleWords.nl.startClock(15)).click();
    await expect(wall.getByRole('timer', { name: /^Nog 1[45] minuten/ })).toBeVisible();
    await lead.button(consoleWords.nl.plus(5)).click();
    await expect(wall.getByRole('timer', { name: /^Nog (19|20) minuten/ })).toBeVisible();

    await anna.write('Lampen in het tunneltje', 'Zodat kinderen daar durven fietsen.');
    await expect(wall.getByText('Lampen in het tunneltje').first()).toBeVisible();
    await anna.write('Licht langs het fietspad');
    await bram.write('Soep op zondag');
    await bram.expectSaved('saved');
    await bram.context.setOffline(true);
    await bram.expectSaved('offline');
    await bram.write('Repaircafé in de school');
    await bram.write('Samen koken op vrijdag');
    await expect(bram.page.getByText(write.sentOffline).first()).toBeVisible();
    await carla.write('Een bankje bij de vijver');
    await carla.write('Gratis parkeren');
    await dirk.write('Bomen planten met de school', 'Elke klas één boom.');
    await esma.write('Een moestuin op het veld');
    await fons.write('Weg met de buren van nummer 12');

    await carla.openMine();
    await carla.edit('Een bankje bij de vijver', 'Twee bankjes bij de vijver');
    await carla.withdraw('Gratis parkeren');
    await expect(wall.getByText(/^7\s*ideeën$/)).toBeVisible();

    await bram.context.setOffline(false);
    await bram.expectSaved('saved');
    await expect(wall.getByText(/^9\s*ideeën$/)).toBeVisible();
    await bram.openMine();
    for (const title of ['Soep op zondag', 'Repaircafé in de school', 'Samen koken op vrijdag']) {
      await expect(bram.card(title)).toHaveCount(1);
      await expect(lead.button(`Acties bij ${title}`)).toHaveCount(1);
    }
  });

  await step('8. the facilitator leads: clock, cards, people', async () => {
    await lead.press('pause');
    await expect(bram.page.getByText(part.paused)).toBeVisible();
    await expect(wall.getByText(wallText.nl.pausedMark, { exact: true })).toBeVisible();
    await lead.press('resume');
    await expect(bram.page.getByText(part.paused)).toBeHidden();

    await lead.press('lock');
    await expect(esma.page.getByText(part.locked)).toBeVisible();
    await lead.press('unlock');
    await expect(esma.page.getByText(part.locked)).toBeHidden();

    await lead.act('Soep op zondag', 'spotlight');
    await expect(wall.getByRole('heading', { name: wallText.nl.discussed })).toBeVisible();
    await expect(wall.getByText('Soep op zondag')).toBeVisible();
    await lead.act('Soep op zondag', 'unspotlight');
    await expect(wall.getByRole('heading', { name: 'Welk idee maakt de buurt warmer?' })).toBeVisible();

    await lead.hide('Een moestuin op het veld', 'Staat er al');
    await esma.openMine();
    await expect(esma.card('Een moestuin op het veld')).toContainText(write.hidden('Staat er al'));
    await lead.bringBack('Een moestuin op het veld');
    await expect(esma.card('Een moestuin op het veld')).toContainText(write.saved);

    await lead.removeAuthor('Weg met de buren van nummer 12');
    await expect(fons.page.getByRole('heading', { name: joinText.nl.removedHeading })).toBeVisible();
    await lead.hide('Weg met de buren van nummer 12', 'Onaardig voor mensen');
    await expect(wall.getByText(/^8\s*ideeën$/)).toBeVisible();

    await lead.announce('De koffie staat klaar');
    for (const page of [wall, ...everybody])
      await expect(page.getByText('De koffie staat klaar').first()).toBeVisible();
    await lead.press('announceClear');
    await expect(wall.getByText('De koffie staat klaar')).toBeHidden();
  });

  await step('5. everybody arranges', async () => {
    const cor = new Lead(await room.laptop());
    await cor.page.goto(await lead.invite('Cor'));
    await cor.expectOpen('Lindewijk aan zet');
    await cor.forward('Ideeën ordenen');
    for (const person of [anna, bram, carla, dirk, esma]) await person.goOn('Ideeën ordenen');

    await anna.board.makeTheme('Licht');
    await anna.board.drag('Lampen in het tunneltje', 'Licht');
    await anna.board.drag('Licht langs het fietspad', 'Licht');
    await carla.board.moveToNew('Soep op zondag', 'Samen eten');
    await esma.board.moveMany(['Repaircafé in de school', 'Samen koken op vrijdag'], 'Samen eten');
    await dirk.moveToNew('Bomen planten met de school', 'Groen');
    await dirk.move('Twee bankjes bij de vijver', 'Groen');
    await cor.fold(consoleWords.nl.boardHeading);
    await cor.board.move('Een moestuin op het veld', 'Groen');
    await expect(wall.getByText(wallText.nl.allPlaced)).toBeVisible();

    await typeTogether(anna.board, carla.board, { before: 'Meer ', theme: 'Licht', after: ' op straat' });
    await bram.board.expectIn('Meer Licht op straat', 'Lampen in het tunneltje', 'Licht langs het fietspad');
    await expect(wall.getByText('Meer Licht op straat')).toBeVisible();

    const merged = 'Licht in tunnel en langs het pad';
    await anna.board.merge(['Lampen in het tunneltje', 'Licht langs het fietspad'], merged);
    const originals = await bram.board.originals(merged, 2);
    await expect(originals).toContainText('Zodat kinderen daar durven fietsen.');
    await bram.board.takeApart();
    await anna.board.expectIn('Meer Licht op straat', 'Lampen in het tunneltje', 'Licht langs het fietspad');
    await bram.board.undo();
    await anna.board.expectIn('Meer Licht op straat', merged);

    await carla.board.move('Soep op zondag', 'Groen');
    await carla.board.undo();
    await esma.board.expectIn('Samen eten', 'Soep op zondag');
    await carla.board.mergeTheme('Samen eten', 'Groen');
    await esma.board.expectIn('Groen', 'Soep op zondag', 'Bomen planten met de school');
    await carla.board.undo();
    await esma.board.expectIn('Samen eten', 'Soep op zondag', 'Repaircafé in de school', 'Samen koken op vrijdag');
    await esma.board.dissolve('Groen');
    await carla.board.expectIn(null, 'Bomen planten met de school', 'Een moestuin op het veld');
    await esma.board.undo();
    await carla.board.expectIn('Groen', 'Bomen planten met de school', 'Een moestuin op het veld');
  });

  await step('6. everybody votes, in secret', async () => {
    await lead.openVote();
    await anna.dot('Soep op zondag', 2);
    await anna.dot('Een moestuin op het veld', 1);
    await anna.sendVote();
    await bram.dot('Soep op zondag', 2);
    await bram.sendVote();
    await carla.dot('Twee bankjes bij de vijver', 2);
    await carla.sendVote();
    await dirk.vote('Soep op zondag', 1);
    await expectTurnout(lead.page, wall, 4, 5);
    await carla.undot('Twee bankjes bij de vijver', 1);
    await carla.dot('Licht in tunnel en langs het pad', 2);
    await carla.sendVote(true);
    await expectTurnout(lead.page, wall, 4, 5);
    for (const page of [wall, anna.page]) await expect(page.getByText(/Plek \d|van \d mensen$/)).toBeHidden();
    await expect(wall.getByText('Soep op zondag')).toBeHidden();

    await lead.closeVote();
    await expect(carla.page.getByText(vote.closedCounts)).toBeVisible();
    await expect(esma.page.getByText(vote.closedNone)).toBeVisible();
    await expect(lead.page.getByText(/Plek \d/)).toBeHidden();
    await lead.reveal({ tell: 'press', ballots: true });
    await expectHalfTold(lead, wall, 'Soep op zondag');
    for (const page of everybody) {
      await expect(page.getByRole('heading', { name: resultWords.nl.result })).toBeVisible();
      await expect(page.getByRole('listitem').filter({ hasText: 'Soep op zondag' })).toContainText('5 stippen');
    }
    await expect(wall.getByRole('heading', { name: 'Soep op zondag' })).toBeVisible();
    await expect(wall.getByRole('listitem').filter({ hasText: 'Licht in tunnel' })).toContainText('2');
    await carla.lookFor(1); // her last ballot, and not the one before it
    await esma.lookFor(null);
  });

  await step('7. everybody reads the report, the facilitator takes the files', async () => {
    await lead.forward('Uitslag');
    await bram.page.goto(`${link}/report`);
    await expectReport(bram.page, onTheBoard);
    await expect(bram.page.getByRole('link', { name: consoleWords.nl.downloadSession })).toBeHidden();

    await lead.fold(consoleWords.nl.downloads);
    const session = await (await lead.download('downloadSession')).path();
    const cards = readFileSync(await (await lead.download('downloadCards')).path(), 'utf8');
    const results = readFileSync(await (await lead.download('downloadResults')).path(), 'utf8');
    for (const csv of [cards, results]) expect(csv).toMatch(/^\uFEFF[^\n]*;/);
    for (const title of onTheBoard) expect(cards).toContain(title);
    for (const gone of ['Gratis parkeren', 'Weg met de buren']) expect(cards).not.toContain(gone);
    expect(results).toMatch(/Soep op zondag.*;5/);

    const again = new Lead(await room.laptop());
    await again.import(address, session, 'Lindewijk aan zet');
    expect(again.code).not.toBe(lead.code);
    await again.fold(consoleWords.nl.boardHeading);
    const { board } = again;
    await board.expectIn('Samen eten', 'Soep op zondag', 'Repaircafé in de school', 'Samen koken op vrijdag');
    await board.expectIn(
      'Groen',
      'Bomen planten met de school',
      'Een moestuin op het veld',
      'Twee bankjes bij de vijver',
    );
    await board.expectIn('Meer Licht op straat', 'Licht in tunnel en langs het pad');
  });

  await step('8. the facilitator ends and deletes', async () => {
    await lead.end();
    await expect(anna.page.getByRole('heading', { name: part.thanks })).toBeVisible();
    await expect(wall.getByText(wallText.nl.thanks)).toBeVisible();
    await lead.delete();
    for (const { page } of [anna, carla, esma]) {
      await expect(page.getByRole('heading', { name: joinText.nl.deletedHeading })).toBeVisible();
      await expect.poll(() => keptOf(page, lead.code)).toEqual([]);
    }
    for (const path of ['', '/board?role=screen', '/report', '/me']) {
      expect((await ask(room.program.url, 'GET', `/sessions/${lead.code}${path}`)).status).toBe(410);
    }
  });
});
