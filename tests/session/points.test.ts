import { describe, expect, it } from 'vitest';
import { makeCluster, moveCard, nameCluster, editCard } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { StoreUnavailable } from '../../server/store/failure.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { diskOf, useFolder } from '../store/files.ts';
import { Weather } from '../support/weather.ts';
import { codeOf, Evening, value, type Options } from './evening.ts';

const folder = useFolder();
const [green, late] = ['theme000a', 'theme000b'];

/** Three cards of Ann in the phase of arranging, two of them in a theme, and a minute gone by since. */
function arranging(options: Options = {}) {
  const evening = new Evening(options);
  const [ann, bob] = evening.people(2);
  value(evening.move('pitch'));
  const ids = ['bankje', 'boom', 'fontein'].map((title) => evening.write(ann!, title, `tekst van ${title}`));
  value(evening.move('cluster'));
  evening.room.change((doc) => {
    makeCluster(doc, green, 'Groen');
    for (const id of ids.slice(0, 2)) moveCard(doc, id, green);
  });
  evening.clock.pass(limits.pointEvery);
  const { cards, clusters, points } = evening.services;
  const list = () => value(points.list(evening.lead));
  const restore = (id: string) => points.restore(evening.lead, id);
  return {
    evening,
    ann: ann!,
    bob: bob!,
    ids: ids as [string, string, string],
    cards,
    clusters,
    points,
    list,
    restore,
  };
}

/** Everything on the board, of cards without their stamps. */
function boardOf({ evening }: Pick<ReturnType<typeof arranging>, 'evening'>) {
  const { cards, clusters } = evening.room.doc.toJSON() as Record<'cards' | 'clusters', Record<string, object>>;
  return { cards, clusters };
}

describe('a restore point', () => {
  it('is made before each phase change and at the end, and says what there was', () => {
    const { evening, list } = arranging();
    value(evening.move('result'));
    value(evening.services.sessions.end(evening.lead));
    const who = evening.store.facilitators.of(evening.code)[0]!.id;
    expect(list()).toMatchObject([
      { why: 'phase.move', who, phase: null, run: 0, cards: 0, clusters: 0 },
      { why: 'phase.move', who, phase: 'pitch', run: 1, cards: 3, clusters: 0 },
      { why: 'phase.move', who, phase: 'cluster', run: 1, cards: 3, clusters: 1, at: evening.clock.now() },
      { why: 'session.end', who, phase: 'result', run: 1, cards: 3, clusters: 1 },
    ]);
  });

  it('is made before merging and dissolving, by whomever, and not for each of many', () => {
    const { evening, bob, ids, cards, clusters, list } = arranging();
    const made = () => list().slice(2);
    value(cards.merge(bob.ask, { cards: ids.slice(0, 2), title: 'samen' }));
    value(clusters.dissolve(bob.ask, green));
    expect(made()).toMatchObject([{ why: 'cards.merge', who: 'server', cards: 3, clusters: 1 }]);
    evening.clock.pass(limits.pointEvery);
    value(clusters.restore(bob.ask, green));
    value(clusters.dissolve(bob.ask, green));
    expect(made()[1]).toMatchObject({ why: 'cluster.dissolve', cards: 2, clusters: 1 });
    expect(made()).toHaveLength(2);
  });

  it('makes room for newer ones', () => {
    const { evening, list } = arranging();
    const [first] = list();
    for (let n = 0; n < limits.pointsPerSession; n++) value(evening.move('cluster'));
    expect(list()).toHaveLength(limits.pointsPerSession);
    expect(list()).not.toContainEqual(first);
  });

  it('is for facilitators only', () => {
    const { bob, points, list } = arranging();
    expect(codeOf(points.list(bob.ask))).toBe('not_allowed');
    expect(codeOf(points.restore(bob.ask, list()[1]!.id))).toBe('not_allowed');
  });
});

describe('restoring', () => {
  it('undoes naming, moving, merging, editing and dissolving, and keeps what was written since', () => {
    const scene = arranging();
    const { evening, ann, bob, ids, cards, clusters, list, restore } = scene;
    value(evening.move('cluster'));
    const [then, point] = [boardOf(scene), list().at(-1)!.id];
    const untouched = () => {
      const { session, live, results } = evening.room.doc.toJSON();
      const { store, code } = evening;
      return { session, live, results, held: store.held.of(code), votes: store.votes.of(code), me: meOf() };
    };
    const meOf = () => value(evening.services.people.me(ann.ask));

    value(cards.merge(bob.ask, { cards: [ids[1], ids[2]], title: 'groen plein' }));
    const written = value(cards.add(evening.lead, { title: 'van papier' })).id;
    evening.room.change((doc) => {
      nameCluster(doc, green, 'Grijs');
      makeCluster(doc, late, 'Later');
      for (const id of [ids[0], written]) moveCard(doc, id, late);
      editCard(doc, ids[0], { title: 'bank', text: 'heel wat anders' });
    });
    value(clusters.dissolve(bob.ask, green));
    const before = untouched();

    expect(value(restore(point))).toMatchObject({ cards: 4, clusters: 2 });
    const { cards: cardsNow, clusters: clustersNow } = boardOf(scene);
    expect(cardsNow).toMatchObject(then.cards);
    expect(clustersNow).toEqual({ ...then.clusters, [late]: { name: 'Later', gone: true } });
    expect(evening.card(written)).toMatchObject({ title: 'van papier', cluster: late, gone: null });
    expect(evening.cards.filter(({ gone }) => gone)).toMatchObject([{ gone: 'withdrawn', mergedFrom: ids.slice(1) }]);
    expect(untouched()).toEqual(before);
    expect(list().at(-1)).toMatchObject({ why: 'points.restore', phase: 'cluster' });
    expect(evening.store.audit.of(evening.code).at(-1)).toMatchObject({ action: 'points.restore', detail: point });
    expect(value(restore(point))).toEqual({ cards: 0, clusters: 0, point: null });
  });

  it('puts together what was taken apart, but not what its maker took back', () => {
    const { evening, bob, ids, cards, list, restore } = arranging();
    const merge = (title: string, ...parts: string[]) => value(cards.merge(bob.ask, { cards: parts, title })).id;
    const kept = merge('samen', ids[0], ids[1]);
    value(evening.move('cluster'));
    const point = list().at(-1)!.id;
    value(cards.unmerge(bob.ask, kept));
    value(restore(point));
    expect(evening.card(kept)).toMatchObject({ title: 'samen', gone: null });
    expect(evening.card(ids[0]).mergedInto).toBe(kept);
    expect(value(evening.services.people.me(bob.ask)).gone).toEqual([]);

    value(cards.withdraw(bob.ask, kept));
    value(restore(point));
    expect(evening.card(kept).gone).toBe('withdrawn');
    expect(evening.card(ids[0]).mergedInto).toBeNull();
  });

  it('waits for a vote to end, and is possible after it and after the end', () => {
    const { evening, list, restore } = arranging();
    const [, point] = list();
    value(evening.move('vote'));
    expect(codeOf(restore(point!.id))).toBe('board_fixed');
    value(evening.move('result', { vote: 'runOn' }));
    expect(codeOf(restore(point!.id))).toBe('board_fixed');
    value(evening.services.votes.close(evening.lead, 'vote'));
    value(evening.services.votes.reveal(evening.lead, 'vote'));
    const results = JSON.stringify(evening.store.results.of(evening.code));
    expect(value(restore(point!.id))).toMatchObject({ cards: 2, clusters: 1 });
    expect(JSON.stringify(evening.store.results.of(evening.code))).toBe(results);
    value(evening.services.sessions.end(evening.lead));
    expect(codeOf(restore(list()[3]!.id))).toBe('ok');
    expect(codeOf(restore('pointpoint'))).toBe('not_found');
  });

  it('does all of it or nothing', () => {
    const weather = new Weather();
    const scene = arranging({ store: weather.store });
    const { list, restore } = scene;
    const [board, points] = [boardOf(scene), list()];
    weather.fails = 'commit';
    expect(() => restore(points[1]!.id)).toThrow(StoreUnavailable);
    weather.fails = null;
    expect([boardOf(scene), list()]).toEqual([board, points]);
    expect(codeOf(restore(points[1]!.id))).toBe('ok');
  });
});

describe('what was taken off the board', () => {
  it('is in no point any more, nor in the files, and does not come back', () => {
    const path = folder.fresh();
    const { evening, ann, ids, cards, list, restore } = arranging({ store: openSqlite(path) });
    const holds = (words: string) => diskOf(path).includes(words);
    value(evening.move('cluster'));
    evening.room.change((doc) => editCard(doc, ids[1], { text: 'dit staat er nu' }));
    value(evening.move('cluster'));
    const [older, newer] = list().slice(-2);
    value(cards.hide(evening.lead, ids[0], 'namen'));
    value(restore(older!.id));
    expect(evening.card(ids[0])).toMatchObject({ gone: 'hidden', title: '' });
    expect(evening.card(ids[1]).text).toBe('tekst van boom');
    value(evening.services.people.erase(ann.ask));
    evening.clock.pass(60_000);
    for (const words of ['tekst van', 'dit staat er nu', 'bankje']) expect(holds(words)).toBe(false);
    for (const { id } of [older!, newer!]) {
      value(restore(id));
      expect(evening.cards.map(({ gone, text }) => [gone, text])).toEqual(
        ids.map((_, n) => [n ? 'withdrawn' : 'hidden', '']),
      );
    }
    evening.store.close();
  });
});
