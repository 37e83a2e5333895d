/** Signing up for a group, and the stalls of a market. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import MarketFloor from '../../client/phases/match/market/MarketFloor.svelte';
import SignUp from '../../client/phases/match/teams/SignUp.svelte';
import type { TeamsPhase } from '../../client/phases/match/teams.ts';
import { teamKey, type TeamLive } from '../../shared/teams.ts';
import { auction, auctionBoard, lot, type Told } from '../support/matching.ts';
import Held from './Held.svelte';

const { bids: _bids, money: _money, seconds: _seconds, ...common } = auction;
const teams: TeamsPhase = { ...common, way: 'teams', minTeam: 3 };
const market = { ...auction, way: 'market' };
const inIt = (item: string) => ({ phase: teams.id, run: 1, item, lead: false, show: false });

function show(view: unknown, phase: unknown, told: Told, live: readonly Partial<TeamLive>[] = []) {
  const { board, sent } = auctionBoard(told);
  for (const team of live) {
    const plain = { groups: {}, state: 'incomplete', short: 2, lacking: [], lead: null, names: [], count: 1 } as const;
    const whole = { phase: teams.id, run: 1, item: lot(1), ...plain, ...team };
    (board.picture.live as Map<string, unknown>).set(teamKey(whole), whole);
  }
  render(Held, { board, view: view as Component, given: { phase, run: 1 } });
  return sent;
}
const button = (name: RegExp | string) => screen.getByRole('button', { name });

afterEach(cleanup);

describe('signing up for a group', () => {
  it('offers every idea, says what each group still needs, and sends which one it is', async () => {
    const sent = show(SignUp, teams, {}, [{ item: lot(2), count: 1, short: 2 }]);
    expect(screen.getByText(/Nog niet compleet, nog 2 nodig/)).toBeTruthy();
    expect(screen.getAllByText('Nog niemand')).toHaveLength(2);
    await fireEvent.click(button('Doe mee met Idee 2'));
    expect(sent).toEqual([{ method: 'POST', path: '/teams/veiling/join', body: { item: lot(2), show: false } }]);
  });

  it('puts the own group first, with a way out; who is in one can not join a second', async () => {
    const sent = show(SignUp, teams, { own: { teams: [inIt(lot(3))] } }, [{ item: lot(3) }]);
    expect(screen.getAllByRole('heading', { level: 3 })[0]?.textContent).toBe('Idee 3');
    expect(screen.queryByRole('button', { name: /^Doe mee/ })).toBeNull();
    await fireEvent.click(button('Ga uit Idee 3'));
    expect(sent[0]).toMatchObject({ path: '/teams/veiling/leave', body: { item: lot(3) } });
  });

  it('shows a name only when it is ticked', async () => {
    const sent = show(SignUp, teams, { name: 'Ans' });
    await fireEvent.click(screen.getAllByRole('checkbox', { name: 'Laat mijn naam zien (Ans)' })[0]!);
    await fireEvent.click(button('Doe mee met Idee 1'));
    expect(sent[0]?.body).toEqual({ item: lot(1), show: true });
  });
});

describe('a market', () => {
  const open: Told = { lots: { [lot(1)]: 'open', [lot(2)]: 'open' } };

  it('has all stalls folded, and takes a bid at the one that is opened', async () => {
    const sent = show(MarketFloor, market, open);
    expect(screen.queryByRole('button', { name: 'Doe uw bod' })).toBeNull();
    await fireEvent.click(button('Bekijk en bied op Idee 2'));
    await fireEvent.input(screen.getByLabelText('Uw bod in één zin'), { target: { value: 'een tafel' } });
    await fireEvent.click(button('Doe uw bod'));
    expect(sent[0]).toMatchObject({ path: '/bids', body: { phase: 'veiling', lot: lot(2), text: 'een tafel' } });
  });

  it('has the own stall first, where one chooses and does not bid', async () => {
    const bids = [{ id: 'bod00001', lot: lot(2), text: '2 koks' }];
    const sent = show(MarketFloor, market, { ...open, bids, own: { lots: [lot(2)] } });
    expect(screen.getAllByRole('heading', { level: 3 })[0]?.textContent).toBe('Idee 2');
    await fireEvent.click(button('Bekijk de biedingen op Idee 2'));
    expect(screen.queryByRole('button', { name: 'Doe uw bod' })).toBeNull();
    await fireEvent.click(button('Neem aan: 2 koks'));
    expect(sent.map(({ path }) => path)).toEqual(['/bids/bod00001/accept']);
  });
});
