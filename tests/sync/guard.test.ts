import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { judge } from '../../server/sync/guard.ts';
import { attacks } from '../support/attacks.ts';
import type { Attack } from '../support/attack.ts';
import { participant } from '../support/fakedesk.ts';
import { makeWorld } from '../support/world.ts';

describe('the guard refuses, and says why:', () => {
  it.each(attacks)('$name', ({ gets, session, by, update }: Attack) => {
    const world = makeWorld(session);
    world.desk.removed.add('removed');
    const before = Y.encodeStateAsUpdate(world.doc);

    const verdict = judge(world.doc, update(world), world.desk, by ?? participant('ben'));

    const answer = 'resync' in verdict ? 'resync' : verdict.ok ? 'passed' : verdict.code;
    expect(answer).toBe(gets);
    expect(Y.encodeStateAsUpdate(world.doc)).toEqual(before);
  });
});
