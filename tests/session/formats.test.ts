import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Format } from '../../shared/format.ts';
import { broedplaats } from '../../shared/formats/broedplaats.ts';
import { readSession } from '../../shared/document.ts';
import { must, openHall, type Hall } from '../support/hall.ts';

const origin = 'http://zaal.test:8080';
let hall: Hall;

beforeEach(() => {
  vi.useFakeTimers();
  hall = openHall();
  return () => vi.useRealTimers();
});

const session = () => readSession(hall.rooms.open(hall.code).doc)!;
const set = (change: (format: Format) => void) => {
  const format = structuredClone(session().format);
  change(format);
  return hall.services.formats.set(hall.lead, format);
};
const go = (to: string) => must(hall.services.phases.move(hall.lead, { to }));

describe('the facilitator adapts the format', () => {
  it('renames, reorders, adds, and changes minutes, prompts and limits', () => {
    const answer = set((format) => {
      format.title = { nl: 'Ons rondje', en: 'Our round' };
      const [first, second] = format.phases;
      Object.assign(first!, { minutes: 7, maxPerPerson: 3 });
      second!.prompt = { nl: 'Leg bij elkaar.', en: 'Put together.' };
      format.phases.push({ ...structuredClone(format.phases.at(-1)!), id: 'slot' });
      format.phases.unshift(format.phases.pop()!);
    });
    expect(answer.ok).toBe(true);
    expect(session().format.phases.map(({ id }) => id)).toEqual(['slot', 'pitch', 'cluster', 'vote', 'result']);
    expect(session().format.phases[1]).toMatchObject({ minutes: 7, maxPerPerson: 3 });
  });

  it('during the evening keeps what was held as it was, apart from its words', () => {
    go('pitch');
    go('cluster');
    expect(set((format) => void format.phases.shift())).toMatchObject({
      ok: false,
      code: 'phase_fixed',
      detail: 'pitch',
    });
    expect(set((format) => void Object.assign(format.phases[0]!, { maxPerPerson: 1 }))).toMatchObject({
      code: 'phase_fixed',
    });
    const words = set((format) => {
      format.phases[0]!.title = { nl: 'Eerst', en: 'First' };
      format.phases[0]!.left = true;
    });
    expect(words.ok).toBe(true);
    expect(set((format) => void (format.phases[1]!.left = true))).toMatchObject({
      code: 'phase_fixed',
      detail: 'cluster',
    });
  });

  it('passes over what is left out, both ways', () => {
    must(set((format) => void (format.phases[1]!.left = true)));
    go('pitch');
    expect(must(hall.services.phases.move(hall.lead, { to: 'next' })).phase).toBe('vote');
    must(hall.services.votes.abort(hall.lead, 'vote'));
    expect(must(hall.services.phases.move(hall.lead, { to: 'previous' })).phase).toBe('pitch');
  });

  it('hears where a wrong one is wrong', () => {
    const answer = set((format) => void Object.assign(format.phases[0]!, { cardKind: 'wens' }));
    expect(answer).toMatchObject({ ok: false, code: 'bad_format', detail: 'phases.0.cardKind: absent' });
    expect(session().format.phases[0]).toMatchObject({ cardKind: 'idea' });
  });

  it('nobody else does', () => {
    const guest = hall.join();
    expect(hall.services.formats.set(guest.ask, session().format)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(hall.services.formats.get(guest.ask)).toMatchObject({ ok: false, code: 'not_allowed' });
  });
});

describe('a format of one’s own', () => {
  const open = (ownFormat: unknown) =>
    hall.services.sessions.open(
      { title: 'Avond', question: 'Wat nu?', ownFormat: ownFormat as Record<string, unknown> },
      origin,
    );

  it('is kept as a file, and opens another session', () => {
    const file = must(hall.services.formats.get(hall.lead));
    expect(open(file.format).ok).toBe(true);
    expect(open(broedplaats).ok).toBe(true);
  });

  it('is refused with the place and the reason when it is wrong', () => {
    const { phases } = broedplaats;
    const wrong = { ...broedplaats, phases: [{ ...phases[0], prompt: undefined }, ...phases.slice(1)] };
    expect(open(wrong)).toMatchObject({ ok: false, code: 'bad_format', detail: 'phases.0.prompt: missing' });
    expect(hall.services.sessions.open({ title: 'A', question: 'B' }, origin)).toMatchObject({ code: 'bad_request' });
  });
});
