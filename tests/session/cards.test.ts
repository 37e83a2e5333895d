import { describe, expect, it } from 'vitest';
import { makeCluster, moveCard } from '../../shared/document.ts';
import { codeOf, Evening, value } from './evening.ts';

function arranging(titles = ['bankje', 'boom', 'fontein']) {
  const evening = new Evening();
  const ann = evening.join();
  const bob = evening.join();
  value(evening.move('pitch'));
  const ids = titles.map((title) => evening.write(ann, title, `tekst van ${title}`));
  value(evening.move('cluster'));
  return { evening, ann, bob, ids, cards: evening.services.cards };
}

describe('a card by command', () => {
  it('sent again is the same card, and another one’s id is taken', () => {
    const evening = new Evening();
    const [ann, bob] = evening.people(2);
    value(evening.move('pitch'));
    const card = { id: 'cardcard1', title: 'bankje' };
    expect(value(evening.services.cards.add(ann!.ask, card))).toEqual({ id: card.id });
    expect(value(evening.services.cards.add(ann!.ask, card))).toEqual({ id: card.id });
    expect(codeOf(evening.services.cards.add(bob!.ask, card))).toBe('card_exists');
    expect(evening.cards).toHaveLength(1);
    expect(evening.card(card.id)).toMatchObject({ number: 1, phase: 'pitch', run: 1, via: null });
  });

  it('comes from paper in a facilitator’s name, within the bounds of the form', () => {
    const evening = new Evening();
    value(evening.services.sessions.edit(evening.lead, { showTables: true }));
    value(evening.move('pitch'));
    const { id } = value(evening.services.cards.add(evening.lead, { title: 'van papier', table: 7 }));
    expect(evening.card(id)).toMatchObject({ via: 'paper', table: 7, number: 1 });
    expect(evening.store.authors.cards(evening.code)[0]?.who).toMatch(/^facilitator:/);
    expect(codeOf(evening.services.cards.add(evening.lead, { title: 'x'.repeat(81) }))).toBe('too_large');
    expect(codeOf(evening.services.cards.add(evening.lead, { title: 'x', kind: 'bear' }))).toBe('bad_content');
  });
});

describe('out of sight', () => {
  it('hides with a reason and shows again under the same number', () => {
    const { evening, ann, ids, cards } = arranging();
    const [card] = ids;
    value(cards.hide(evening.lead, card!, 'noemt een naam'));
    expect(evening.card(card!)).toMatchObject({ gone: 'hidden', title: '', text: '', number: 1 });
    const { hidden } = value(evening.services.sessions.console(evening.lead, 'http://zaal.test'));
    expect(hidden).toEqual([{ card, number: 1, title: 'bankje', text: 'tekst van bankje', reason: 'noemt een naam' }]);
    expect(value(evening.services.people.me(ann.ask)).gone).toMatchObject([{ card, gone: 'hidden', title: 'bankje' }]);
    expect(codeOf(cards.hide(evening.lead, card!, 'nog eens'))).toBe('card_gone');
    expect(codeOf(cards.return(ann.ask, card!))).toBe('not_allowed');
    value(cards.show(evening.lead, card!));
    expect(evening.card(card!)).toMatchObject({ gone: null, title: 'bankje', text: 'tekst van bankje', number: 1 });
  });

  it('withdraws one’s own, and only that', () => {
    const { evening, ann, bob, ids, cards } = arranging();
    expect(codeOf(cards.withdraw(bob.ask, ids[0]!))).toBe('not_yours');
    value(cards.withdraw(ann.ask, ids[0]!));
    expect(codeOf(cards.withdraw(ann.ask, ids[0]!))).toBe('card_gone');
    expect(codeOf(cards.show(evening.lead, ids[0]!))).toBe('not_allowed');
    value(cards.return(ann.ask, ids[0]!));
    expect(evening.card(ids[0]!).title).toBe('bankje');
  });
});

describe('merging', () => {
  it('makes a card in the theme of the first, keeps the originals, and comes apart', () => {
    const { evening, bob, ids, cards } = arranging();
    evening.room.change((doc) => {
      makeCluster(doc, 'theme0001', 'Groen');
      moveCard(doc, ids[0]!, 'theme0001');
    });
    const { id } = value(cards.merge(bob.ask, { cards: [ids[0]!, ids[1]!], title: 'groen plein' }));
    expect(evening.card(id)).toMatchObject({ cluster: 'theme0001', mergedFrom: ids.slice(0, 2), number: 4 });
    expect(evening.card(ids[0]!)).toMatchObject({ mergedInto: id, title: 'bankje' });
    expect(codeOf(cards.merge(bob.ask, { cards: [ids[1]!, ids[2]!], title: 'x' }))).toBe('already_merged');
    expect(value(evening.services.people.me(bob.ask)).cards).toEqual([id]);

    value(cards.unmerge(bob.ask, id));
    expect(evening.card(id).gone).toBe('withdrawn');
    expect(evening.card(ids[0]!).mergedInto).toBeNull();
    value(cards.return(bob.ask, id));
    expect(evening.card(ids[0]!).mergedInto).toBe(id);
  });

  it('is not undone when somebody has built on it', () => {
    const { evening, bob, ids, cards } = arranging();
    const { id: low } = value(cards.merge(bob.ask, { cards: ids.slice(0, 2), title: 'laag' }));
    const { id: high } = value(cards.merge(bob.ask, { cards: [low, ids[2]!], title: 'hoog' }));
    expect(codeOf(cards.unmerge(bob.ask, low))).toBe('built_upon');
    value(cards.unmerge(bob.ask, high));
    value(cards.unmerge(bob.ask, low));
    value(cards.merge(bob.ask, { cards: ids.slice(0, 2), title: 'anders' }));
    expect(codeOf(cards.return(bob.ask, low))).toBe('built_upon');
    expect(evening.cards.filter(({ gone }) => gone === null)).toHaveLength(4);
  });

  it('needs two different cards', () => {
    const { bob, ids, cards } = arranging();
    expect(codeOf(cards.merge(bob.ask, { cards: [ids[0]!, ids[0]!], title: 'x' }))).toBe('bad_request');
  });
});

describe('themes', () => {
  it('dissolve, come back, and merge without a ring', () => {
    const { evening, bob } = arranging();
    const { clusters } = evening.services;
    evening.room.change((doc) => {
      for (const id of ['theme000a', 'theme000b']) makeCluster(doc, id, id);
    });
    value(clusters.dissolve(bob.ask, 'theme000a'));
    expect(codeOf(clusters.merge(bob.ask, 'theme000b', 'theme000a'))).toBe('cluster_gone');
    value(clusters.restore(bob.ask, 'theme000a'));
    value(clusters.merge(bob.ask, 'theme000a', 'theme000b'));
    expect(codeOf(clusters.merge(bob.ask, 'theme000a', 'theme000b'))).toBe('already_merged');
    expect(codeOf(clusters.merge(bob.ask, 'theme000b', 'theme000a'))).toBe('bad_request');
    expect(codeOf(clusters.dissolve(bob.ask, 'theme000x'))).toBe('cluster_gone');
  });
});
