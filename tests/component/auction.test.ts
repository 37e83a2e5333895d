import { fireEvent, render, screen, within } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { describe, expect, it } from 'vitest';
import AuctionDesk from '../../client/phases/match/auction/AuctionDesk.svelte';
import AuctionFloor from '../../client/phases/match/auction/AuctionFloor.svelte';
import Contact from '../../client/phases/match/own/Contact.svelte';
import { Acting } from '../../client/phases/match/acting.svelte.ts';
import { auction, auctionBoard, lot, type Told } from '../support/matching.ts';
import Held from './Held.svelte';

// What the test's browser does not have.
HTMLDialogElement.prototype.showModal ??= function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close() {
  this.open = false;
};

const open: Told = { floor: { step: 'open', lot: lot(1) }, lots: { [lot(1)]: 'open' } };
const given = { phase: auction, run: 1 };

function show(view: unknown, told: Told, more: Record<string, unknown> = given) {
  const { board, sent } = auctionBoard(told);
  render(Held, {
    board,
    view: view as Component,
    given: { ...more, ...(view === Contact && { acting: new Acting(board) }) },
  });
  return sent;
}
const button = (name: RegExp | string) => screen.getByRole('button', { name });
const press = (name: RegExp | string) => fireEvent.click(button(name));

describe('the auction on the phone', () => {
  it('asks for a kind and one sentence, says what is missing, and sends it once', async () => {
    const sent = show(AuctionFloor, open);
    await press('Doe uw bod');
    expect(sent).toEqual([]);
    expect(screen.getByText('Schrijf eerst wat u biedt.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('radio', { name: 'Spullen' }));
    await fireEvent.input(screen.getByLabelText('Uw bod in één zin'), { target: { value: ' een grote pan ' } });
    await press('Doe uw bod');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      path: '/bids',
      body: { phase: 'veiling', lot: lot(1), kind: 'things', text: 'een grote pan', show: false },
    });
  });

  it('offers money only when it is allowed, and a name only to who gave one', () => {
    show(AuctionFloor, open);
    expect(screen.queryByRole('radio', { name: 'Geld' })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
    document.body.innerHTML = '';
    show(AuctionFloor, { ...open, floor: { ...open.floor, money: true }, name: 'Ans' });
    expect(screen.getByRole('radio', { name: 'Geld' })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Laat mijn naam zien/ }).checked).toBe(false);
  });

  it('ticks the organisation of a partner, who can untick it', () => {
    show(AuctionFloor, { ...open, name: 'De Pan', duties: ['partner'] });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /van wie dit bod is \(De Pan\)/ }).checked).toBe(
      true,
    );
  });

  it('lets the bringer choose instead of bid', async () => {
    const bids = [{ id: 'bod00001', lot: lot(1), text: '2 koks' }];
    const sent = show(AuctionFloor, { ...open, bids, own: { lots: [lot(1)] } });
    expect(screen.queryByRole('button', { name: 'Doe uw bod' })).toBeNull();
    await press('Neem aan: 2 koks');
    expect(sent.map(({ path }) => path)).toEqual(['/bids/bod00001/accept']);
  });

  it('asks why when a match is withdrawn, and nothing when a bid is', async () => {
    const bids = [
      { id: 'bod00001', lot: lot(1), text: 'koks' },
      { id: 'bod00002', lot: lot(1), text: 'pannen', state: 'accepted' as const },
    ];
    const sent = show(AuctionFloor, { ...open, bids, own: { bids: ['bod00001', 'bod00002'] } });
    await press('Trek in: koks');
    expect(sent).toHaveLength(1);
    await press('Trek in: pannen');
    const dialog = within(screen.getByRole('dialog'));
    await fireEvent.click(dialog.getByRole('button', { name: 'Trek in' }));
    expect(sent).toHaveLength(1);
    await fireEvent.input(dialog.getByLabelText('Waarom gaat het niet door?'), { target: { value: 'ziek' } });
    await fireEvent.click(dialog.getByRole('button', { name: 'Trek in' }));
    expect(sent[1]).toMatchObject({ path: '/bids/bod00002/withdraw', body: { reason: 'ziek' } });
  });

  it('keeps what nobody took open for bids, and not what was taken', () => {
    show(AuctionFloor, {
      lots: { [lot(1)]: 'hammered', [lot(2)]: 'hammered' },
      bids: [{ id: 'bod00001', lot: lot(2), state: 'accepted' }],
    });
    expect(button('Bekijk en bied op Idee 1')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Idee 2/ })).toBeNull();
  });
});

describe('the auctioneer', () => {
  it.each([
    ['waiting', {}, /Open kavel 1/, { call: 'open', lot: lot(1) }],
    ['open', { [lot(1)]: 'open' }, /^Eenmaal$/, { call: 'once' }],
    ['once', { [lot(1)]: 'open' }, /^Andermaal$/, { call: 'twice' }],
    ['twice', { [lot(1)]: 'open' }, /Gegund/, { call: 'sold' }],
    ['sold', { [lot(1)]: 'hammered' }, /Open kavel 2/, { call: 'open', lot: lot(2) }],
  ] as const)('after %s has one next call', async (step, lots, name, body) => {
    const sent = show(AuctionDesk, {
      floor: { step, lot: step === 'waiting' ? null : lot(1) },
      lots,
      role: 'facilitator',
    });
    await fireEvent.click(screen.getAllByRole('button', { name })[0]!);
    expect(sent).toEqual([{ method: 'POST', path: '/auctions/veiling/call', body }]);
  });

  it('has the same desk on the phone', () => {
    show(AuctionFloor, { ...open, duties: ['auctioneer'] });
    expect(screen.getByRole('heading', { name: 'U bent de veilingmeester' })).toBeTruthy();
    expect(button('Eenmaal')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Doe uw bod' })).toBeNull();
  });
});

describe('how two sides reach each other', () => {
  const contact = (match: object): Told => ({
    own: { contacts: [{ match: 'bod00001', given: null, waits: false, theirs: null, ...match }] },
  });
  const view = { match: 'bod00001' };

  it('is sent only with words and consent', async () => {
    const sent = show(Contact, contact({}), view);
    await fireEvent.input(screen.getByLabelText('Hoe kan de ander u bereiken?'), {
      target: { value: 'ans@voorbeeld.nl' },
    });
    await press('Geef door');
    expect(sent).toEqual([]);
    await fireEvent.click(screen.getByRole('checkbox'));
    await press('Geef door');
    expect(sent).toEqual([{ method: 'PUT', path: '/matches/bod00001/contact', body: { words: 'ans@voorbeeld.nl' } }]);
  });

  it('shows the other side when both said yes, and can be taken back', async () => {
    const sent = show(Contact, contact({ given: { deleteAt: 86_400_000 }, waits: true, theirs: '06 0000 0001' }), view);
    expect(screen.getByText('06 0000 0001')).toBeTruthy();
    await press('Trek mijn gegevens in');
    await fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Trek mijn gegevens in' }));
    expect(sent.map(({ method }) => method)).toEqual(['DELETE']);
  });
});
