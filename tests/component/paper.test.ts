import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ballotBox, dots, offline } from '../support/ballot.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function filled(...box: Parameters<typeof ballotBox>) {
  const made = ballotBox(...box);
  await made.paper.load();
  made.paper.give('Soep', 2);
  return made;
}

describe('a ballot on its way', () => {
  it('goes again by itself until the server has it', async () => {
    const { paper, answer, sent, kept } = await filled(dots);
    answer(offline, offline);
    await paper.send();
    expect(paper.sending).toBe('waiting');
    expect(kept()).toEqual({ ballot: { dots: { Soep: 2 } }, send: true });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(3);
    expect([paper.sending, paper.cast, paper.changed, kept()]).toEqual(['idle', true, false, null]);
  });

  it('goes at once when the connection is back', async () => {
    const { paper, answer, sent } = await filled(dots);
    answer(offline);
    await paper.send();
    paper.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
    expect(paper.cast).toBe(true);
  });

  it('is kept as it was sent, to look for it later; what was thrown away is not', async () => {
    const { paper, taken, answer } = await filled(dots);
    answer(offline);
    await paper.send();
    expect(taken()).toBeNull();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(taken()).toEqual({ dots: { Soep: 2 } });
    paper.close();
    expect(taken()).toEqual({ dots: { Soep: 2 } });
    paper.close(true);
    expect(taken()).toBeNull();
  });

  it('survives a reload, filled in and not sent', async () => {
    const { paper, sent } = ballotBox(dots, undefined, { ballot: { dots: { Licht: 1 } }, send: false });
    await paper.load();
    expect([paper.given('Licht'), paper.left, sent.length]).toEqual([1, 2, 0]);
  });

  it('is sent after a reload when send was pressed before it', async () => {
    const { paper, sent } = ballotBox(dots, undefined, { ballot: { dots: { Licht: 1 } }, send: true });
    await paper.load();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([{ dots: { Licht: 1 } }]);
    expect(paper.cast).toBe(true);
  });

  it('is not sent on when it is changed while it waits: the voter presses again', async () => {
    const { paper, answer, sent, kept } = await filled(dots);
    answer(offline);
    await paper.send();
    paper.give('Licht', 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(kept()).toEqual({ ballot: { dots: { Soep: 2, Licht: 1 } }, send: false });
  });

  it('says why it was refused, and keeps what was chosen', async () => {
    const { paper, answer } = await filled(dots);
    answer({ ok: false, code: 'no_right_to_vote', detail: null });
    await paper.send();
    await vi.advanceTimersByTimeAsync(0);
    expect([paper.problem, paper.sending, paper.given('Soep')]).toEqual(['no_right_to_vote', 'idle', 2]);
  });
});

describe('a ballot and what happens meanwhile', () => {
  it('gives dots back when their item is hidden', async () => {
    const { paper, served } = await filled(dots);
    served.items.find(({ id }) => id === 'Soep')!.struck = true;
    await paper.load();
    expect([paper.given('Soep'), paper.lost, paper.left]).toEqual([0, 2, 3]);
    expect(paper.items.filter(({ struck }) => struck).map(({ id }) => id)).toEqual(['Soep']);
    paper.give('Soep', 1);
    expect(paper.given('Soep')).toBe(0);
  });

  it('leaves nothing on the device when the vote closes, and says what became of it', async () => {
    const never = await filled(dots);
    never.paper.close();
    expect([never.paper.outcome, never.kept()]).toEqual(['none', null]);
    const waiting = await filled(dots);
    waiting.answer(offline);
    await waiting.paper.send();
    waiting.paper.close();
    expect([waiting.paper.outcome, waiting.kept()]).toEqual(['unsent', null]);
    const arrived = await filled(dots);
    await arrived.paper.send();
    arrived.paper.close();
    expect(arrived.paper.outcome).toBe('counts');
    const late = await filled(dots);
    await late.paper.send();
    late.paper.give('Soep', 1);
    late.answer(offline);
    await late.paper.send();
    late.paper.close();
    expect(late.paper.outcome).toBe('late');
  });

  it('shows the same order to the same voter', async () => {
    const order = async () => {
      const { paper } = await filled(dots, ['a', 'b', 'c', 'd', 'e', 'f']);
      return paper.items.map(({ id }) => id);
    };
    expect(await order()).toEqual(await order());
  });
});

it('on a long list begins with what was seen least, and has the rest below it in an order of its own', async () => {
  const titles = Array.from({ length: 60 }, (_, n) => `Idee ${n}`);
  const { paper, served } = ballotBox(dots, titles);
  await paper.load();
  const alone = paper.items.map(({ id }) => id);
  served.first = [3, 50, 20];
  await paper.load();
  const first = ['Idee 3', 'Idee 50', 'Idee 20'];
  const order = paper.items.map(({ id }) => id);
  expect(order).toEqual([...alone.filter((id) => first.includes(id)), ...alone.filter((id) => !first.includes(id))]);
});
