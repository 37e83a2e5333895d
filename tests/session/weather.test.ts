/** When the store fails in the middle of a command nothing has happened: not on disk, not in memory, not for anybody. */
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../server/store/failure.ts';
import { Weather } from '../support/weather.ts';
import { Evening, origin, value, type Person } from './evening.ts';

/** All that anybody may know. */
function all(evening: Evening, people: readonly Person[]) {
  const { sessions, people: desk } = evening.services;
  return {
    info: sessions.info(evening.code, 'nl'),
    console: sessions.console(evening.lead, origin),
    me: people.map(({ ask }) => desk.me(ask)),
    board: evening.room.doc.toJSON(),
    pulse: evening.server.door.desk(evening.code).pulse(),
    results: evening.store.results.of(evening.code),
  };
}

/** An open vote with one ballot in it. */
function voting() {
  const weather = new Weather();
  const evening = new Evening({ store: weather.store });
  const people = evening.people(3);
  const [card] = evening.toVote('bankje', 'boom');
  value(evening.cast(people[0]!, { [card!]: 1 }));
  return { weather, evening, people, card: card! };
}

type Scene = ReturnType<typeof voting>;

const commands: [string, (scene: Scene) => unknown][] = [
  ['join', ({ evening }) => evening.services.people.join(evening.code, { id: 'newcomer-1' })],
  ['cast', ({ evening, people, card }) => evening.cast(people[1]!, { [card]: 2 })],
  ['cast again', ({ evening, people, card }) => evening.cast(people[0]!, { [card]: 2 })],
  ['move', ({ evening }) => evening.move('next', { vote: 'abort' })],
  ['run on', ({ evening }) => evening.move('next', { vote: 'runOn' })],
  ['close', ({ evening }) => evening.services.votes.close(evening.lead, 'vote')],
  ['abort', ({ evening }) => evening.services.votes.abort(evening.lead, 'vote')],
  ['hide', ({ evening, card }) => evening.services.cards.hide(evening.lead, card, 'namen')],
  ['remove', ({ evening, card }) => evening.services.people.removeAuthor(evening.lead, card)],
  ['invite', ({ evening }) => evening.services.people.invite(evening.lead, { name: 'Bo' })],
  ['edit', ({ evening, people }) => evening.services.people.edit(people[0]!.ask, { name: 'Ann' })],
  ['erase', ({ evening, people }) => evening.services.people.erase(people[0]!.ask)],
  ['delete', ({ evening }) => evening.services.sessions.delete(evening.lead)],
];

describe('while the store fails', () => {
  it.each(commands)('%s changes nothing, and works when the store is back', (_, command) => {
    const scene = voting();
    const { weather, evening, people } = scene;
    const before = all(evening, people);
    weather.fails = 'commit';
    expect(() => command(scene)).toThrow(StoreUnavailable);
    weather.fails = null;
    expect(all(evening, people)).toEqual(before);
    evening.restart();
    expect(all(evening, people)).toEqual(before);
    expect(command(scene)).toMatchObject({ ok: true });
  });

  it('opening a session leaves nothing half, and the next one is whole', () => {
    const { weather, evening } = voting();
    const open = () =>
      evening.services.sessions.open({ format: 'ideeenronde', title: 'Twee', question: 'Wat dan?' }, origin);
    weather.fails = 'commit';
    expect(open).toThrow(StoreUnavailable);
    weather.fails = null;
    expect(evening.store.sessions.list().map(({ code }) => code)).toEqual([evening.code]);
    const { code } = value(open());
    expect(value(evening.services.sessions.info(code, 'nl')).title).toBe('Twee');
  });

  it('a vote that should open, opens when the store is back', () => {
    const weather = new Weather();
    const evening = new Evening({ store: weather.store });
    value(evening.move('pitch'));
    value(evening.move('vote'));
    weather.fails = 'commit';
    evening.clock.pass(12_000);
    expect(evening.store.votes.of(evening.code)).toMatchObject([{ state: 'opening' }]);
    weather.fails = null;
    evening.clock.pass(2_000);
    expect(evening.store.votes.of(evening.code)).toMatchObject([{ state: 'open' }]);
  });
});
