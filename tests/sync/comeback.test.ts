/** Somebody was away while the board was put back: their old copy merges, and what they did meanwhile is not lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCard, readClusters } from '../../shared/document.ts';
import { must, openHall } from '../support/hall.ts';
import { Honest } from '../support/honest.ts';
import { expectConverged } from '../support/outcome.ts';
import { newId } from '../support/people.ts';
import { seeded } from '../support/seeded.ts';

const soon = () => vi.advanceTimersByTimeAsync(2_000);
const [green, later] = [newId(), newId()];

/** Ann and Bob each wrote a card and put them in a theme; then a point was made. */
async function scene() {
  const hall = openHall();
  const { cards, clusters, phases, points } = hall.services;
  const [ann, bob] = [new Honest(hall.join(), seeded(1)), new Honest(hall.join(), seeded(2))];
  await Promise.all([ann.open(), bob.open()]);
  must(phases.move(hall.lead, { to: 'pitch' }));
  await soon();
  const [annes, bobs] = [ann.write(), bob.write()];
  must(phases.move(hall.lead, { to: 'cluster' }));
  await soon();
  ann.connection.perform({ type: 'cluster.make', cluster: green, name: 'Groen' });
  for (const card of [annes, bobs]) bob.connection.perform({ type: 'card.move', card, before: null, after: green });
  await soon();
  must(phases.move(hall.lead, { to: 'cluster' }));
  const point = must(points.list(hall.lead)).at(-1)!.id;
  const { doc } = hall.rooms.open(hall.code);
  const edit = (person: Honest, card: string, text: string) => {
    const before = readCard(person.doc, card)!;
    const after = { title: before.title, text };
    person.connection.perform({ type: 'card.edit', card, before, after });
  };
  /** On again, and everybody has the same. */
  async function comeBack(person: Honest) {
    person.seat.wire.setUp(true);
    await vi.advanceTimersByTimeAsync(30_000);
    expectConverged([ann, bob], doc);
    for (const { connection } of [ann, bob]) connection.close();
  }
  return { hall, cards, clusters, points, ann, bob, annes, bobs, point, doc, edit, comeBack };
}

describe('after a restore, whoever comes back', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it('has the board of everybody, and everybody has what they did', async () => {
    const { hall, clusters, points, ann, bob, annes, bobs, point, doc, edit, comeBack } = await scene();
    const texts = [annes, bobs].map((id) => readCard(doc, id)!.text);
    must(clusters.dissolve(ann.seat.ask, green));
    edit(ann, annes, 'iets heel anders');
    edit(bob, bobs, `${texts[1]}, en nog wat`);
    await soon();
    bob.seat.wire.setUp(false);
    edit(bob, bobs, `${readCard(bob.doc, bobs)!.text} van thuis`);
    bob.connection.perform({ type: 'cluster.make', cluster: later, name: 'Later' });
    bob.connection.perform({ type: 'card.move', card: annes, before: green, after: later });
    must(points.restore(hall.lead, point));
    await soon();
    expect([annes, bobs].map((id) => readCard(ann.doc, id))).toMatchObject(
      texts.map((text) => ({ text, cluster: green })),
    );

    await comeBack(bob);
    expect(bob.refusals).toEqual([]);
    expect(readCard(doc, bobs)!.text).toContain(' van thuis');
    expect(readCard(doc, annes)).toMatchObject({ text: texts[0], cluster: later });
    expect(readClusters(doc)).toMatchObject([
      { name: 'Groen', gone: false },
      { name: 'Later', gone: false },
    ]);
  });

  it('gets what they wrote in a merged card that is no more as a draft', async () => {
    const { hall, cards, points, bob, annes, bobs, point, doc, edit, comeBack } = await scene();
    const { id } = must(cards.merge(bob.seat.ask, { cards: [annes, bobs], title: 'samen' }));
    bob.wrote.add(id);
    await soon();
    bob.seat.wire.setUp(false);
    edit(bob, id, 'wat wij samen willen');
    must(points.restore(hall.lead, point));
    await comeBack(bob);
    expect(bob.refusals).toMatchObject([
      { code: 'card_gone', step: { card: id, after: { text: 'wat wij samen willen' } } },
    ]);
    expect(readCard(doc, id)?.gone).toBe('withdrawn');
    expect(readCard(doc, bobs)?.mergedInto).toBeNull();
  });
});
