import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { approval, ballotBox, dots } from '../support/ballot.ts';
import Ballot from './Ballot.svelte';

async function open(...box: Parameters<typeof ballotBox>) {
  const made = ballotBox(...box);
  await made.paper.load();
  render(Ballot, { paper: made.paper });
  // the form of its method comes apart
  await vi.waitFor(() => expect(document.querySelector('li button, li input')).not.toBeNull());
  return made;
}

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => fireEvent.click(button(name));
const spoken = () => screen.getAllByRole('status').map((node) => node.textContent?.trim());

describe('a ballot with dots', () => {
  it('names every button in full and says what is left', async () => {
    await open(dots);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Zet uw 3 stippen');
    expect(spoken()).toContain('Nog 3 stippen');
    await press('1 stip erbij voor Soep');
    expect(spoken()).toEqual(expect.arrayContaining(['1 stip voor Soep', 'Nog 2 stippen']));
  });

  it('does not let more than the most on one, and says why', async () => {
    await open(dots);
    for (let times = 0; times < 4; times++) await press('1 stip erbij voor Soep');
    expect(spoken()).toEqual(expect.arrayContaining(['2 stippen voor Soep', 'Nog 1 stip']));
    const more = button('1 stip erbij voor Soep');
    expect(more.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(more.getAttribute('aria-describedby')!)?.textContent).toMatch(/niet meer dan 2/);
  });

  it('does not let more than there are, and gives back what is taken away', async () => {
    const { paper } = await open(dots);
    for (const item of ['Soep', 'Soep', 'Licht', 'Bankjes']) await press(`1 stip erbij voor ${item}`);
    expect(spoken()).toContain('Alle 3 stippen gezet');
    expect(paper.choice).toEqual({ dots: { Soep: 2, Licht: 1 } });
    const more = button('1 stip erbij voor Bankjes');
    expect(document.getElementById(more.getAttribute('aria-describedby')!)?.textContent).toMatch(/Haal er eerst/);
    await press('1 stip eraf voor Soep');
    await press('1 stip erbij voor Bankjes');
    expect(paper.choice).toEqual({ dots: { Soep: 1, Licht: 1, Bankjes: 1 } });
  });

  it('keeps the focus on the button that was pressed, also when it is full', async () => {
    await open(dots);
    const more = button('1 stip erbij voor Soep');
    more.focus();
    await fireEvent.click(more);
    await fireEvent.click(more);
    expect(document.activeElement).toBe(more);
  });

  it('sends only when asked, says that it is kept, and can be changed', async () => {
    const { sent } = await open(dots);
    await press('1 stip erbij voor Licht');
    expect(sent).toEqual([]);
    await press('Stuur mijn stem');
    expect(sent).toEqual([{ dots: { Licht: 1 } }]);
    expect(await screen.findByText(/Uw stem is bewaard/)).toBeTruthy();
    await press('1 stip erbij voor Soep');
    expect(screen.queryByText(/Uw stem is bewaard/)).toBeNull();
    await press('Stuur mijn nieuwe stem');
    expect(sent.at(-1)).toEqual({ dots: { Licht: 1, Soep: 1 } });
  });

  it('has a search field only when there is much to read', async () => {
    await open(
      dots,
      Array.from({ length: 20 }, (_, index) => `Idee ${index + 1}`),
    );
    await fireEvent.input(screen.getByLabelText('Zoek'), { target: { value: 'idee 17' } });
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(spoken()).toContain('1 gevonden');
  });
});

describe('a ballot to tick', () => {
  it('stops at the most, and says how many are chosen', async () => {
    const { paper } = await open(approval);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Kies er hoogstens 2');
    for (const name of ['Bankjes', 'Soep', 'Licht'])
      await fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(name) }));
    expect(paper.choice).toEqual({ approve: ['Bankjes', 'Soep'] });
    expect(spoken()).toContain('2 van 2 gekozen');
    expect(screen.getByRole('checkbox', { name: /Licht/ }).getAttribute('aria-disabled')).toBe('true');
  });
});
