import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../shared/exportfile.ts';
import { readLive } from '../../shared/document.ts';
import { spokenIn } from '../../shared/spoken.ts';
import { origin, value } from './evening.ts';
import { speaking } from './speaking.ts';

describe('a file of the evening', () => {
  it('holds what was pitched, asked, checked and answered, and makes it again', () => {
    const { evening, people, live } = speaking(['Bankje', 'Zwembad'], { order: 'lot' });
    const { services, lead } = evening;
    value(evening.move('present'));
    value(services.pitches.move(lead, { do: 'next' }));
    value(evening.move('poll'));
    value(services.polls.give(people[0]!.ask, people[0]!.token, 'poll', { waarom: 'Voor de taart' }));
    value(evening.move('check'));
    value(services.checks.set(lead, people[0]!.card, { outcome: 'on' }));
    value(services.sessions.end(lead));
    const reply = { status: 'ja', reason: 'Het past.', who: 'De raad' };
    value(services.replies.give(lead, 'reply', people[0]!.card, reply));

    const file = value(services.exports.session(lead, false)) as ExportFile;
    expect([file.queues, file.polls, file.checks, file.replies].map((list) => list?.length)).toEqual([1, 1, 1, 1]);
    expect(JSON.stringify(file)).not.toContain(people[0]!.id);
    const copy = value(services.sessions.import(JSON.parse(JSON.stringify(file)), origin));
    expect(spokenIn(readLive(evening.server.rooms.open(copy.code).doc))).toEqual(spokenIn(live()));
  });

  it('of before these parts were there still reads', () => {
    const { evening } = speaking(['Bankje']);
    const { queues, polls, checks, replies, ...old } = value(
      evening.services.exports.session(evening.lead, false),
    ) as ExportFile;
    expect([queues, polls, checks, replies]).toEqual([[], [], [], []]);
    expect(evening.services.sessions.import(old, origin).ok).toBe(true);
  });

  it('leaves out a poll that still takes answers', () => {
    const { evening } = speaking(['Bankje']);
    value(evening.move('poll'));
    expect((value(evening.services.exports.session(evening.lead, false)) as ExportFile).polls).toEqual([]);
  });
});
