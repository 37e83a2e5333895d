/** An evening in which plans are drafted, without a room around it: Anna's and Ben's plan, and their documents. */
import * as Y from 'yjs';
import { openDoc } from '../../server/sync/doc.ts';
import { formatOf } from '../../shared/formats/formats.ts';
import { fieldsMap } from '../../shared/document.ts';
import type { Session } from '../../shared/model.ts';
import { seedFields, type Plan } from '../../shared/plans.ts';
import { setPlan } from '../../shared/stamp.ts';
import { FakeDesk, openSession } from './fakedesk.ts';
import { lend } from './world.ts';

export const annasPlan = 'annaplan01';
export const bensPlan = 'benplan001';
const template = 'voorstel-kort';
const g1000 = formatOf('g1000')!;
const phase = g1000.phases.find(({ kind }) => kind === 'draft')!.id;

export interface PlanWorld {
  board: Y.Doc;
  /** Anna's plan */
  doc: Y.Doc;
  desk: FakeDesk;
  clients: { server: number; anna: number; fresh: number };
}

export function planOf(id: string, change: Partial<Plan> = {}): Plan {
  const nobodys = { table: null, team: null, card: null, match: null };
  return { id, title: '', phase, run: 1, template, state: 'open', ...nobodys, words: {}, ...change };
}

export function makePlanWorld(session: Partial<Session> = {}, plan: Partial<Plan> = {}): PlanWorld {
  const board = openDoc([]);
  const desk = new FakeDesk(() => board);
  openSession(board, { format: g1000, phase, runs: { [phase]: 1 }, ...session });
  board.transact(() => {
    setPlan(board, planOf(annasPlan, plan));
    setPlan(board, planOf(bensPlan));
  });
  desk.plans.set(annasPlan, 'anna').set(bensPlan, 'ben');
  const clients = { server: 2001, anna: 2002, fresh: 2003 };
  const doc = openDoc([seedFields(template, { wat: 'Een tuin' }, clients.server)]);
  desk.writers.set(clients.server, 'server').set(doc.clientID, 'server').set(clients.anna, 'anna');
  lend(doc, clients.anna, (mine) => field(mine, 'waarom').insert(0, 'voor de buurt'));
  return { board, doc, desk, clients };
}

export function field(doc: Y.Doc, id: string): Y.Text {
  return fieldsMap(doc).get(id) as Y.Text;
}
