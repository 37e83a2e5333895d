import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Method } from '../../shared/phases/vote.ts';
import { ballotBox } from '../support/ballot.ts';
import Ballot from './Ballot.svelte';

/** The ballot of this method on three ideas that cost 100, 200 and 300 euros. */
async function open(method: Method) {
  const made = ballotBox(method);
  for (const [n, item] of made.served.items.entries()) item.cost = 100 * (n + 1);
  await made.paper.load();
  render(Ballot, { paper: made.paper });
  await vi.waitFor(() => expect(document.querySelector('li button, li input')).not.toBeNull());
  return made;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const spoken = () => screen.getAllByRole('status').map((node) => node.textContent?.trim());
const group = (name: string) => within(screen.getByRole('group', { name }));
const words = (text: string) => ({ nl: text, en: text });

describe('points, vouchers and percents', () => {
  it('go by buttons, and say what is left', async () => {
    const { paper } = await open({ kind: 'points', points: 10 });
    await press('Meer voor Soep');
    expect(spoken()).toEqual(expect.arrayContaining(['1 punt voor Soep', 'Nog 9 punten']));
    expect(paper.choice).toEqual({ points: { Soep: 1 } });
  });

  it('are typed where there are many, never more than there are', async () => {
    const { paper } = await open({ kind: 'points', points: 100 });
    const field = screen.getByRole('textbox', { name: 'Punten: Soep' });
    await fireEvent.change(field, { target: { value: '70' } });
    await fireEvent.change(screen.getByRole('textbox', { name: 'Punten: Licht' }), { target: { value: '60' } });
    expect(paper.choice).toEqual({ points: { Soep: 70, Licht: 30 } });
    expect(spoken()).toContain('Alles verdeeld: 100 punten');
  });

  it('of vouchers go with a second choice, where that is asked', async () => {
    const method = { kind: 'vouchers', vouchers: 5, value: 10, budget: 100 } as const;
    const { paper, sent } = await open({ ...method, move: true });
    const second = screen.getByLabelText('Tweede keus');
    await fireEvent.change(second, { target: { value: 'Licht' } });
    await press('Meer voor Soep');
    expect(paper.choice).toEqual({ vouchers: { Soep: 1 }, next: 'Licht' });
    await press('Stuur mijn stem');
    expect([sent, paper.changed]).toEqual([[{ vouchers: { Soep: 1 }, next: 'Licht' }], false]);
    await fireEvent.change(second, { target: { value: '' } });
    expect([paper.choice, paper.changed]).toEqual([{ vouchers: { Soep: 1 } }, true]);
    cleanup();
    await open({ ...method, move: false });
    expect(screen.queryByLabelText('Tweede keus')).toBeNull();
  });

  it('of money must be a hundred percent before they go', async () => {
    const { paper, sent } = await open({ kind: 'allocate', budget: 1_000 });
    await fireEvent.change(screen.getByRole('textbox', { name: 'Procent: Soep' }), { target: { value: '60' } });
    expect(spoken()).toEqual(expect.arrayContaining(['Nog 40 %', 'Verdeel nog 40 %.']));
    await press('Stuur mijn stem');
    expect(sent).toEqual([]);
    await fireEvent.change(screen.getByRole('textbox', { name: 'Procent: Licht' }), { target: { value: '40' } });
    await press('Stuur mijn stem');
    expect([sent, paper.cast]).toEqual([[{ percent: { Soep: 60, Licht: 40 } }], true]);
  });
});

describe('choices', () => {
  it('of one are radio buttons, and can be cleared', async () => {
    const { paper } = await open({ kind: 'single' });
    await fireEvent.click(screen.getByRole('radio', { name: /Soep/ }));
    await fireEvent.click(screen.getByRole('radio', { name: /Licht/ }));
    expect(paper.choice).toEqual({ choose: 'Licht' });
    await press('Wis mijn keuze');
    expect(paper.choice).toEqual({ choose: null });
  });

  it('of projects say what they cost and what is left, and stop at the amount', async () => {
    const { paper } = await open({ kind: 'budget', budget: 1_000, rule: 'greedy', maxCost: 400 });
    await fireEvent.click(screen.getByRole('checkbox', { name: /Licht.*Kost €.300/ }));
    expect(spoken()).toContain('1 gekozen. Nog €\u00a0100');
    await fireEvent.click(screen.getByRole('checkbox', { name: /Soep/ }));
    expect(paper.choice).toEqual({ approve: ['Licht'] });
    expect(screen.getByRole('checkbox', { name: /Soep/ }).getAttribute('aria-disabled')).toBe('true');
  });

  it('do not go when they are too few', async () => {
    const { sent } = await open({ kind: 'budget', budget: 1_000, rule: 'greedy', min: 2 });
    await fireEvent.click(screen.getByRole('checkbox', { name: /Soep/ }));
    await press('Stuur mijn stem');
    expect([sent, spoken().includes('Kies er nog 1, of geen.')]).toEqual([[], true]);
  });
});

describe('judging', () => {
  it('gives scores, or no opinion', async () => {
    const { paper } = await open({ kind: 'score' });
    await fireEvent.click(group('Cijfer voor Soep').getByRole('radio', { name: '4' }));
    await fireEvent.click(group('Cijfer voor Licht').getByRole('radio', { name: 'Geen mening' }));
    expect(paper.choice).toEqual({ scores: { Soep: 4, Licht: null } });
    expect(spoken()).toContain('1 van 3 ingevuld');
  });

  it('of a jury says what has no mark yet, and clears', async () => {
    const criteria = ['Slim', 'Mooi'].map((text) => ({ id: text.toLowerCase(), title: words(text), weight: 1 }));
    const { paper } = await open({ kind: 'jury', criteria });
    await fireEvent.click(screen.getAllByRole('group', { name: 'Slim' })[0]!.querySelector('input[value="5"]')!);
    expect(spoken()).toContain('Nog 1 punt zonder cijfer: telt nog niet mee.');
    const item = paper.items[0]!.title;
    expect(paper.choice).toEqual({ marks: { [item]: { slim: 5 } } });
    await press(`Wis de cijfers van ${item}`);
    expect(paper.choice).toEqual({ marks: {} });
  });

  it('says yes, no or nothing', async () => {
    const { paper } = await open({ kind: 'consent' });
    await fireEvent.click(group('Stemt u in met Soep?').getByRole('radio', { name: 'Nee' }));
    expect(paper.choice).toEqual({ answers: { Soep: 'no' } });
    expect(screen.queryByRole('textbox', { name: /anders/ })).toBeNull();
  });

  it('asks who says no what should be different, and forgets it with another answer', async () => {
    const { paper, sent } = await open({ kind: 'consent', reasons: true });
    const answer = (name: string) => fireEvent.click(group('Stemt u in met Soep?').getByRole('radio', { name }));
    await answer('Nee');
    const why = screen.getByRole('textbox', { name: /Wat moet er anders/ });
    await fireEvent.input(why, { target: { value: 'Te zout' } });
    expect(paper.choice).toEqual({ answers: { Soep: 'no' }, reasons: { Soep: 'Te zout' } });
    await press('Stuur mijn stem');
    expect([sent.length, paper.changed]).toEqual([1, false]);
    await fireEvent.input(why, { target: { value: 'Te zout en te duur' } });
    expect(paper.changed).toBe(true);
    await answer('Ja');
    expect(paper.choice).toEqual({ answers: { Soep: 'yes' } });
    expect(screen.queryByRole('textbox', { name: /anders/ })).toBeNull();
  });
});

it('an order is made with buttons, says where things are, and keeps the focus', async () => {
  const { paper } = await open({ kind: 'ranked', length: 2 });
  await press('Zet Soep op plek 1');
  await press('Zet Licht op plek 2');
  expect([paper.choice, spoken().includes('Licht staat op plek 2')]).toEqual([{ ranking: ['Soep', 'Licht'] }, true]);
  expect(screen.getByRole('button', { name: /Zet Bankjes/ }).getAttribute('aria-disabled')).toBe('true');
  await press('Licht een plek omhoog');
  expect(paper.choice).toEqual({ ranking: ['Licht', 'Soep'] });
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Licht een plek omlaag'));
  await press('Haal Soep eruit');
  expect(paper.choice).toEqual({ ranking: ['Licht'] });
});

it('pairs come one by one, can be gone back to, and are kept', async () => {
  const made = ballotBox({ kind: 'pairwise', duels: 2 });
  const pairs = [
    { left: 'Soep', right: 'Licht' },
    { left: 'Bankjes', right: 'Soep' },
  ];
  made.answer({ ok: true, value: { pairs } });
  await made.paper.load();
  render(Ballot, { paper: made.paper });
  await fireEvent.click(await screen.findByRole('button', { name: 'Kies Licht' }));
  expect(screen.getByRole('heading', { level: 2 }).textContent).toMatch(/Paar 2 van 2/);
  await press('Ik weet het niet');
  expect(screen.getByRole('heading', { level: 2 }).textContent).toMatch(/alle paren/);
  await press('Vorig paar');
  await press('Kies Bankjes');
  expect(made.paper.choice).toEqual({
    duels: [
      { ...pairs[0], choice: 'right' },
      { ...pairs[1], choice: 'left' },
    ],
  });
  expect(made.kept()).toMatchObject({ pairs });
});
