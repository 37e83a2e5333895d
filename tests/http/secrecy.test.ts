/** Until the reveal, what was voted shows in nothing that leaves the server: whatever is voted, every byte is the same. */
import * as decoding from 'lib0/decoding';
import { expect, it, onTestFinished, vi } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { memoryStore } from '../../server/store/memory.ts';
import type { BallotPaper, SessionInfo } from '../../shared/api.ts';
import { encodeSync, frame, sync } from '../../shared/protocol.ts';
import { openEvening, startServer, type Evening, type Live } from './live.ts';

type Dots = Record<string, number>;
interface OpenApi {
  paths: Record<string, Record<string, unknown>>;
}

const cards = ['kaart001', 'kaart002', 'kaart003', 'kaart004', 'kaart005'];
/** What each voter gives, three dots each: two ways that could hardly differ more. */
const one: Dots[] = [{ kaart001: 2, kaart002: 1 }, { kaart001: 2, kaart003: 1 }, { kaart001: 2 }, { kaart001: 1 }];
const other: Dots[] = [{ kaart005: 1 }, { kaart005: 2, kaart004: 1 }, { kaart004: 2, kaart003: 1 }, { kaart005: 2 }];

it('an open vote: everything that leaves is the same, whatever was voted', { timeout: 60_000 }, async () => {
  const scene = await openVote();
  await castAll(scene, one);
  const start = await scene.ears.mark('eerste');
  const before = await readEverything(scene);

  await castAll(scene, other);
  const after = await readEverything(scene);
  expect(after).toEqual(before);
  const heard = scene.ears.heard.slice(start, await scene.ears.mark('tweede'));
  for (const { text } of heard.filter(({ type }) => type === frame.sync)) expect(text).toContain('tweede');
  checkOwnFrames(scene.ears.heard);

  const own = await scene.live.call<BallotPaper>('GET', `${scene.path}/ballots/vote`, scene.participants[0]);
  expect(own.json.ballot).toEqual({ dots: other[0] });
  const foreign = await scene.live.call<BallotPaper>('GET', `${scene.path}/ballots/vote`, scene.witness);
  expect(foreign.json.ballot).toBeNull();
});

it(
  'a closed vote: two evenings that differ in their ballots only can not be told apart before the reveal',
  { timeout: 60_000 },
  async () => {
    const [left, right] = [await closedVote(one), await closedVote(other)];
    expect(left.masked).toEqual(right.masked);
    for (const { everything, secrets, ears } of [left, right]) {
      await ears.mark('gesloten');
      checkOwnFrames(ears.heard);
      const said = [...Object.values(everything), ...ears.heard.map(({ text }) => text)].join('\n');
      for (const secret of [...secrets, '"ranking"', '"voters"', '"wins"']) expect(said).not.toContain(secret);
    }

    // The test can see a leak: once revealed, it is in all of these.
    await command(left, '/votes/vote/reveal', { publish: 'ballots' });
    const revealed = await readEverything(left);
    for (const path of ['facilitator /board', 'screen /board', 'facilitator /export/session.json']) {
      expect(revealed[path]).toContain('"ranking"');
    }
    for (const path of ['participant', 'screen'].map((who) => `${who} /votes/vote/runs/1/ballots`)) {
      expect(left.everything[path]).toContain('not_found');
      expect(revealed[path]).toContain('"dots"');
    }
    expect(revealed['facilitator /export/results.csv']).not.toBe(left.everything['facilitator /export/results.csv']);
  },
);

// ── An evening up to its vote ──────────────────────────────────────────────────────────────────────────────────────

interface Scene extends Evening {
  live: Live;
  store: ReturnType<typeof memoryStore>;
  /** takes part and does not vote */
  witness: string;
  ears: Ears;
}

async function openVote(): Promise<Scene> {
  const store = memoryStore();
  const live = await startServer({}, { store });
  const evening = await openEvening(live, 6);
  const witness = evening.participants.pop()!;
  const scene = { ...evening, live, store, witness, ears: await listenIn(live, evening, witness) };
  await command(scene, '/phase', { to: 'pitch' });
  for (const [index, id] of cards.entries()) {
    await command(scene, '/cards', { id, title: `Idee ${index}`, text: '' });
  }
  await command(scene, '/phase', { to: 'vote' });
  await vi.waitFor(async () => {
    const paper = await live.call<BallotPaper>('GET', `${scene.path}/ballots/vote`, witness);
    expect(paper.json.state).toBe('open');
  });
  return scene;
}

async function closedVote(ballots: Dots[]) {
  const scene = await openVote();
  await castAll(scene, ballots);
  const key = { session: scene.code, phase: 'vote', run: 1 };
  await command(scene, '/votes/vote/close');
  const everything = await readEverything(scene);
  const masked = Object.fromEntries(Object.entries(everything).map(([path, text]) => [path, mask(text)]));
  const secrets = scene.store.ballots.of(key).map(({ id }) => id);
  expect(secrets).toHaveLength(ballots.length);
  return { ...scene, everything, masked, secrets };
}

async function castAll({ live, path, participants }: Scene, ballots: Dots[]): Promise<void> {
  for (const [index, dots] of ballots.entries()) {
    const cast = await live.call('PUT', `${path}/ballots/vote`, participants[index], { dots });
    expect(cast.status).toBe(200);
  }
}

async function command({ live, path, facilitator }: Scene, below: string, body: unknown = {}): Promise<void> {
  const { status, json } = await live.call('POST', path + below, facilitator, body);
  expect(json, below).not.toHaveProperty('code');
  expect(status).toBeLessThan(300);
}

// ── Everything that leaves ─────────────────────────────────────────────────────────────────────────────────────────

/** Every GET there is, as everybody there is. The board as what it says; the rest as it comes. */
async function readEverything({ live, path, facilitator, witness }: Scene): Promise<Record<string, string>> {
  const { paths } = (await live.call<OpenApi>('GET', '/api/openapi.json')).json;
  const readable = Object.keys(paths).filter((each) => 'get' in (paths[each] ?? {}) && each.includes('{code}'));
  const who = { facilitator: [facilitator, ''], participant: [witness, ''], screen: [null, '?role=screen'] } as const;
  const read: Record<string, string> = {};
  for (const [name, [token, query]] of Object.entries(who)) {
    for (const template of readable) {
      const below = template.replace('/api/sessions/{code}', '').replace('{phase}', 'vote').replace('{run}', '1');
      for (const hidden of below.startsWith('/export') ? ['', '?hidden=true'] : ['']) {
        const { bytes, status } = await live.call('GET', path + below + (hidden || query), token);
        const isBoard = below === '/board' && status === 200;
        read[`${name} ${below}${hidden}`] = isBoard ? boardText(bytes) : timeless(new TextDecoder().decode(bytes));
      }
    }
  }
  expect(Object.keys(read).length).toBeGreaterThan(20);
  return read;
}

function boardText(update: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return JSON.stringify(
    Object.fromEntries([...doc.share.keys()].map((root) => [root, sorted(doc.getMap(root).toJSON())])),
  );
}

/** The order in which a document lists its keys depends on random numbers. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Times of now differ between two readings, and reading an export is noted. */
function timeless(text: string): string {
  return text
    .replace(/,\{[^{}]*"action":"export"[^{}]*\}/g, '')
    .replace(/\b1\d{12}\b/g, 'TIME')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');
}

/** Codes, ids, hashes and ports differ between two evenings; the ids of these cards do not. */
function mask(text: string): string {
  return timeless(text)
    .replace(/\b[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\b/g, 'CODE')
    .replace(/\b[\w-]{43,64}\b/g, 'SECRET')
    .replace(/\b[0-9a-z]{16}\b/g, 'ID')
    .replace(/:\d{4,5}\b/g, ':PORT');
}

// ── Everything that is sent ────────────────────────────────────────────────────────────────────────────────────────

interface Heard {
  type: number;
  text: string;
}

interface Ears {
  /** all that was sent so far, to everybody */
  heard: Heard[];
  /** Announces this, and has somebody join; waits until everybody was told both: what was sent before has then come. */
  mark(text: string): Promise<number>;
}

/** As facilitator, participant and screen, each as our own client and as a stock one. */
async function listenIn(live: Live, { path, code, facilitator }: Evening, witness: string): Promise<Ears> {
  const heard: Heard[] = [];
  const last: string[] = [];
  const tokens = { facilitator, participant: witness, screen: null };
  for (const [role, token] of Object.entries(tokens)) {
    for (const version of ['&v=1', '']) {
      const url = `${live.url.replace('http', 'ws')}/sync/${code}?role=${role}${version}`;
      const socket = new WebSocket(url, token === null ? [] : [`bearer.${token}`]);
      const doc = new Y.Doc();
      const index = last.push('') - 1;
      onTestFinished(() => socket.terminate());
      socket.on('open', () => socket.send(encodeSync(sync.step1, Y.encodeStateVector(doc))));
      socket.on('message', (data: Buffer) => {
        const each = decode(new Uint8Array(data), doc);
        heard.push(each);
        if (each.type === frame.sync) last[index] = each.text;
      });
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    }
  }
  return {
    heard,
    async mark(text) {
      const { call } = live;
      await call('POST', `${path}/announcement`, facilitator, { text });
      await vi.waitFor(() => expect(last.filter((board) => board.includes(text))).toHaveLength(last.length), 5_000);
      await call('POST', `${path}/participants`, null, { id: `visitor-${text}` });
      const { joined } = (await call<SessionInfo>('GET', path)).json.counts;
      const told = () => heard.filter((each) => each.type === frame.pulse && each.text.includes(`"joined":${joined},`));
      await vi.waitFor(() => expect(told().length).toBeGreaterThanOrEqual(3), 5_000);
      return heard.length;
    },
  };
}

/** Our own messages say nothing but what `protocol.ts` names, and of the vote nothing but the turnout. */
function checkOwnFrames(heard: readonly Heard[]): void {
  const own = heard.filter(({ type }) => type !== frame.sync);
  expect(own.some(({ text }) => text.includes(`"voted":${one.length},`))).toBe(true);
  const keys: Record<number, string[]> = {
    [frame.hello]: ['version', 'now', 'connection', 'mark'],
    [frame.stored]: ['count'],
    [frame.pulse]: ['now', 'joined', 'here', 'writing', 'turnout'],
    [frame.me]: [],
  };
  for (const { type, text } of own) {
    const message = JSON.parse(text) as { turnout?: Record<string, number> | null };
    expect(Object.keys(message).sort()).toEqual([...(keys[type] ?? ['unknown'])].sort());
    if (message.turnout) expect(Object.keys(message.turnout).sort()).toEqual(['of', 'voted']);
    expect(message.turnout?.voted ?? 0).toBeLessThanOrEqual(one.length);
  }
}

/** Sync frames as what the board says after them; our own as their JSON. */
function decode(bytes: Uint8Array, doc: Y.Doc): Heard {
  const decoder = decoding.createDecoder(bytes);
  const type = decoding.readVarUint(decoder);
  if (type !== frame.sync) return { type, text: decoding.readVarString(decoder) };
  const step = decoding.readVarUint(decoder);
  if (step !== sync.step1) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  return { type, text: boardText(Y.encodeStateAsUpdate(doc)) };
}
