/** A Broedplaats as one story: from check-in to first steps, with a table at a laptop, people on phones, and no vote. */
import { contributeText } from '../../client/text/contribute.ts';
import { pitches } from '../../client/text/pitches.ts';
import { plansText } from '../../client/text/plans.ts';
import { polls } from '../../client/text/polls.ts';
import { teamText } from '../../client/text/teams.ts';
import { Album } from './support/album.ts';
import { Lead } from './support/lead.ts';
import { Person } from './support/person.ts';
import { expect, test } from './support/room.ts';
import { expectInside } from './support/screens.ts';

const pitch = pitches.nl;
const team = teamText.nl;

const tools = 'Gereedschap lenen in de straat';
const soup = 'Soep op zondag';
const choir = 'Een koor op het plein';

test('a Broedplaats, from check-in to first steps', async ({ room }) => {
  const { step } = test;
  const lead = new Lead(await room.laptop());
  const { page: wall } = await room.projector();
  const anna = new Person(await room.laptop());
  const bram = new Person(await room.phone());
  const carla = new Person(await room.phone());
  const dirk = new Person(await room.phone());
  const olga = new Person(await room.phone());
  const album = new Album('broedplaats', { wall, console: lead.page, phone: bram.page, laptop: anna.page });

  await lead.open(room.address, {
    format: 'Broedplaats',
    title: 'Broedplaats Lindewijk',
    question: 'Wat begint u samen met uw buren?',
    organiser: 'Gemeente Lindestad',
    anchors: ['Er is geen budget', 'De gemeente denkt mee'],
  });
  const link = await lead.link('participantsLink');
  await lead.press('keyDone');

  await step('everybody comes in', async () => {
    const watching = await lead.linkFor('observer');
    await wall.goto(`${link}/wall`);
    await anna.join(link, { group: 'inwoner', table: 3, name: 'Anna' });
    await bram.join(link, { group: 'raadslid' });
    await olga.join(watching);
    await carla.join(link, { group: 'ambtenaar' });
    await dirk.join(link, { group: 'inwoner' });
    await expectInside(wall, 5);
    await album.take('lobby');
  });

  await step('check-in', async () => {
    await lead.forward('Inchecken');
    for (const person of [anna, bram, dirk]) {
      await person.page.getByRole('radio', { name: 'Ja, één keer' }).check();
      await person.page.getByRole('radio', { name: '4', exact: true }).check();
      await person.fill({ 'Waarom bent u hier?': 'Omdat ik mijn buren wil leren kennen.' });
      await person.button(polls.nl.send).click();
      await expect(person.page.getByText(polls.nl.sent)).toBeVisible();
    }
    await expect(lead.page.getByText(polls.nl.answeredLine(3, 4))).toBeVisible();
    await album.take('inchecken', { observer: olga.page });
    await lead.button(polls.nl.show).click();
    await lead.dialog().getByRole('button', { name: polls.nl.show }).click();
    await expect(wall.getByText('gemiddeld 4')).toBeVisible();
    await album.take('uitkomst');
  });

  await step('ideas, with what one does oneself', async () => {
    await lead.forward('Ideeën');
    await anna.writeCard('idee', tools, {
      'Wat is het idee?': 'Een boormachine gebruik je één keer per jaar.',
      'Wat doe ik zelf?': 'Ik geef mijn schuur.',
      'Wie of wat zoek ik?': 'Iemand die een lijst bijhoudt.',
    });
    await bram.writeCard('idee', soup, { 'Wat doe ik zelf?': 'Ik kook.', 'Wie of wat zoek ik?': 'Een grote pan.' });
    await bram.writeCard('idee', choir);
    await expect(wall.getByText(choir).first()).toBeVisible();
    await album.take('ideeen', { observer: olga.page });
  });

  await step('pitches, in the order in which people put themselves', async () => {
    await lead.forward('Pitches');
    for (const person of [anna, bram]) await person.goOn('Pitches');
    await album.take('pitches-leeg');
    await anna.button(pitch.joinItem(tools)).click();
    await lead.button(pitch.call(tools)).click();
    await lead.button(pitch.startClock).click();
    await expect(wall.getByRole('heading', { name: tools })).toBeVisible();
    await expect(wall.getByRole('timer')).toBeVisible();
    await bram.button(pitch.joinItem(soup)).click();
    await expect(anna.page.getByText(pitch.yourTurn)).toBeVisible();
    await bram.fill({ reactie: 'Mijn buurman heeft een aanhanger' });
    await bram.button(pitch.react).click();
    await expect(bram.page.getByText(pitch.reacted)).toBeVisible();
    await album.take('pitch', { observer: olga.page });
    await lead.button(pitch.nextNow).click();
    await expect(wall.getByRole('heading', { name: soup })).toBeVisible();
    await lead.button(pitch.lastNow).click();
    await expect(wall.getByText(pitch.allDoneBody(2))).toBeVisible();
    await album.take('pitches-klaar');
  });

  await step('tips and questions', async () => {
    await lead.forward('Tips en vragen');
    await expect(wall.getByText('Nog geen reactie.')).toBeVisible();
    await album.take('reacties-kiezen');
    await anna.button(contributeText.nl.reactTo(soup)).click();
    await anna.page.getByRole('radio', { name: 'ik ken iemand' }).check();
    await anna.writeCard('reactie', 'De kok van het buurthuis');
    await expect(wall.getByText(`ik ken iemand bij: ${soup}`)).toBeVisible();
    await expect(wall.getByText(/^1\s*reactie$/)).toBeVisible();
    await bram.button(contributeText.nl.reactTo(tools)).click();
    await bram.page.getByRole('radio', { name: 'vraag' }).check();
    await bram.writeCard('reactie', 'Wat als er iets stukgaat?');
    await album.take('reacties');
  });

  await step('working groups', async () => {
    await lead.forward('Werkgroepen');
    for (const person of [anna, bram, carla, dirk]) await person.goOn('Werkgroepen');
    await anna.page.getByRole('article').filter({ hasText: tools }).getByRole('checkbox').check();
    await anna.button(team.joinOf(tools)).click();
    await anna.button(team.offer).click();
    await bram.button(team.joinOf(tools)).click();
    await expect(bram.page.getByText(team.incomplete).first()).toBeVisible();
    await album.take('werkgroepen-begin');
    await carla.button(team.joinOf(tools)).click();
    await dirk.button(team.joinOf(soup)).click();
    for (const words of ['Trekker: Anna', 'inwoner 1, raadslid 1, ambtenaar 1']) {
      for (const page of [bram.page, wall]) await expect(page.getByText(words).first()).toBeVisible();
    }
    await expect(lead.page.getByText(team.completeCount(1, 2))).toBeVisible();
    await expect(lead.page.getByText(team.withoutTeam(1))).toBeVisible();
    await album.take('werkgroepen');
  });

  await step('first steps: what, who, when', async () => {
    await lead.forward('Eerste stap');
    await expect(bram.page.getByLabel('Wat is de eerste stap?')).toBeVisible();
    await album.take('eerste-stap-leeg');
    await bram.fill({ 'Wanneer?': 'Zaterdag 12 december' });
    await expect(anna.page.getByLabel('Wanneer?')).toHaveValue('Zaterdag 12 december');
    await anna.handIn({ 'Wat is de eerste stap?': 'Een lijst van gereedschap', 'Wie doet dat?': 'Anna en de buurman' });
    await expect(lead.page.getByText(plansText.nl.done, { exact: true }).first()).toBeVisible();
    await album.take('eerste-stap');
  });

  await step('closing, and the harvest', async () => {
    await lead.forward('Slot');
    for (const page of [wall, bram.page]) await expect(page.getByText(tools).first()).toBeVisible();
    await album.take('slot');
    await lead.end();
    await album.take('einde');
    const { page: reader } = bram;
    await reader.goto(`${link}/report`);
    for (const words of [tools, soup, choir, 'Een lijst van gereedschap', 'Zaterdag 12 december'])
      await expect(reader.getByText(words).first()).toBeVisible();
    await expect(reader.getByRole('heading', { name: team.reportNone })).toBeVisible();
    await album.take('verslag');
  });
});
