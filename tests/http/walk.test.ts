import { expect, it } from 'vitest';
import type { Harvest } from '../../server/rehearsal/harvest.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import type { Format, Phase } from '../../shared/format.ts';
import { formats } from '../../shared/formats/formats.ts';
import type { Queue } from '../../shared/queue.ts';
import { everything } from './everything.ts';
import { startWalk, type Walk } from './walking.ts';

it.each([...formats, everything].map((format) => [format.id, format] as const))(
  '%s is walked to its end: forwards, one step back, past a restart, without a refusal',
  async (_id, format) => {
    const walk = await startWalk(format);
    const { rehearsal, doors } = walk;
    const { phases } = rehearsal;
    const turns = turningPoints(phases);
    for (const [index, { id }] of phases.entries()) {
      await rehearsal.go(id);
      if (index === Math.floor(phases.length / 2)) await walk.restart();
      await rehearsal.play();
      if (turns.includes(index)) await stepBackFrom(walk, id);
    }
    expect(doors.refused).toEqual([]);

    const file = await walk.exported();
    expect(missing(format, file, await rehearsal.harvest())).toEqual([]);
    expect(equal(await walk.imported(file))).toEqual(equal(file));
  },
  process.env.KANTELBORD_LONG ? 300_000 : 60_000,
);

/** The first part that people decide in, or sign up in; in the long test every part that follows another on the day. */
function turningPoints(phases: readonly Phase[]): number[] {
  const onTheDay = (index: number) => phases[index]?.when === undefined;
  const all = [...phases.keys()].filter((index) => index > 0 && onTheDay(index) && onTheDay(index - 1));
  if (process.env.KANTELBORD_LONG) return all;
  const decides = all.filter((index) => phases[index]!.kind === 'vote' || phases[index]!.kind === 'match');
  return (decides.length > 0 ? decides : all).slice(0, 1);
}

/** To the part before, which is held again, and back; what was there stays. */
async function stepBackFrom({ rehearsal, exported }: Walk, id: string): Promise<void> {
  const before = await exported();
  await rehearsal.go('previous');
  await rehearsal.play();
  await rehearsal.go(id);
  const after = await exported();
  expect(after.votes).toEqual(expect.arrayContaining(before.votes));
  expect(ids(after.cards)).toEqual(expect.arrayContaining(ids(before.cards)));
  expect(ids(after.clusters)).toEqual(expect.arrayContaining(ids(before.clusters)));
  expect(after.plans).toEqual(expect.arrayContaining(before.plans ?? []));
  expect(after.queues).toEqual(expect.arrayContaining(before.queues ?? []));
  expect(after.seatings).toEqual(expect.arrayContaining(before.seatings ?? []));
  expect(after.matching?.teams ?? []).toEqual(expect.arrayContaining(before.matching?.teams ?? []));
  expect(after.session.runs[id]).toBeGreaterThan(before.session.runs[id]!);
  await rehearsal.play();
}

const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);

/** Phases that left nothing behind. */
function missing({ phases }: Format, file: ExportFile, harvest: Harvest): string[] {
  return phases.filter((phase) => !gave(phase, file, harvest)).map(({ id }) => id);
}

function gave(phase: Phase, file: ExportFile, harvest: Harvest): boolean {
  const here = ({ phase: of }: { phase: string | null }) => of === phase.id;
  switch (phase.kind) {
    case 'explain':
      return true;
    case 'contribute':
      return file.cards.some(here) && harvest.cards > 0;
    case 'assign':
      return phase.way === 'draw' ? file.draws!.some(here) : file.seatings!.some(here);
    case 'arrange':
      if (phase.rank && !file.rankings!.some((one) => here(one) && one.lines.some(({ wins }) => wins))) return false;
      return phase.who === 'table' ? file.cards.some(({ mergedFrom }) => mergedFrom.length > 0) : harvest.themes > 0;
    case 'draft':
      return file.plans!.some((plan) => here(plan) && plan.state === 'done');
    case 'present':
      return file.queues!.some((queue) => here(queue) && (queue.done.length > 0 || isDecided(queue.duels)));
    case 'vote':
      return file.votes.some((vote) => here(vote) && vote.ballots.length > 0 && vote.ranking.some(({ wins }) => wins));
    case 'match':
      return phase.way === 'teams' ? harvest.groups > 0 : harvest.bids > 0 && harvest.matches > 0;
    case 'poll':
      return file.polls!.some(here);
    case 'check':
      return file.checks!.some(here);
    case 'reply':
      return file.replies!.filter(here).length === harvest.replies && harvest.replies > 0;
  }
}

function isDecided(duels: Queue['duels']): boolean {
  return duels?.rounds.flat().every(({ state }) => state === 'decided' || state === 'bye') ?? false;
}

/** What makes two files the same evening: ballots are in random order, and places and times of a file are its own. */
function equal({ votes, code: _code, exportedAt: _at, createdAt: _made, ...file }: ExportFile) {
  const sorted = votes.map((vote) => ({ ...vote, ballots: vote.ballots.map((one) => JSON.stringify(one)).sort() }));
  return { ...file, votes: sorted };
}
