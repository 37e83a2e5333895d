/** A phase change takes nobody out of a field: who is busy goes on by pressing. */
import { expect, it } from 'vitest';
import type { Board } from '../../client/board/board.svelte.ts';
import { Place } from '../../client/views/participant/place.svelte.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';

/** A page in a room that the facilitator leads. */
function room() {
  const session = { format: ideeenronde, state: 'lobby', phase: null as string | null, run: 0 };
  const place = new Place({ session } as unknown as Board);
  const lead = (phase: string | null, { typing = false, state = 'running' } = {}) => {
    Object.assign(session, { phase, state, run: 1 });
    place.follow(typing);
  };
  place.follow(false);
  return { place, lead };
}

it('who waits in the lobby goes along', () => {
  const { place, lead } = room();
  lead('pitch');
  expect(place.phase?.id).toBe('pitch');
  expect(place.behind).toBe(false);
});

it('who writes stays, and goes on by pressing', () => {
  const { place, lead } = room();
  lead('pitch');
  lead('cluster');
  expect(place.phase?.id).toBe('pitch');
  expect(place.next?.id).toBe('cluster');
  expect(place.behind).toBe(true);
  place.goOn();
  expect(place.phase?.id).toBe('cluster');
});

it('who names a theme stays; who only looks goes along', () => {
  const { place, lead } = room();
  lead('cluster');
  lead('vote', { typing: true });
  expect(place.phase?.id).toBe('cluster');
  place.goOn();
  lead('result');
  expect(place.phase?.id).toBe('result');
});

it('another tab is not taken away', () => {
  const { place, lead } = room();
  lead('vote');
  place.select('mine');
  lead('result');
  expect(place.behind).toBe(true);
  expect(place.tab).toBe('mine');
});

it('a phase that is held again is a new one', () => {
  const { place, lead } = room();
  lead('pitch');
  lead('pitch', { state: 'ended' });
  expect(place.behind).toBe(true);
  expect(place.phase?.id).toBe('pitch');
});
