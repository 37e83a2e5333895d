/**
 * Fixture sessions: a moment of an evening as a `session.json`, imported through the public door. What a file can not hold
 * (people, ballots, what is held or hidden) a screen adds by command.
 */
import type { ExportFile } from '../../../../shared/exportfile.ts';
import type { Format, Phase } from '../../../../shared/format.ts';
import type { Method } from '../../../../shared/phases/vote.ts';
import { ideeenronde } from '../../../../shared/formats/ideeenronde.ts';
import type { Opened } from '../../../../shared/api.ts';
import data from '../../../../server/rehearsal/ideas.json' with { type: 'json' };
import { eveningOf, must, type Evening } from '../../../support/people.ts';

export interface Scene {
  state?: 'prepared' | 'lobby' | 'running' | 'ended';
  /** of a running session: `pitch` unless said */
  phase?: 'pitch' | 'cluster' | 'vote' | 'result' | 'fixed';
  cards?: number;
  themes?: number;
  /** how many of the cards have no theme yet; all of them when there are no themes */
  unplaced?: number;
  method?: Method;
  items?: 'cards' | 'clusters';
  /** a server that knows no address but localhost */
  local?: boolean;
  question?: string;
  anchors?: string[];
  /** cards that one person may write */
  maxPerPerson?: number;
  /** whatever else is different in the file */
  change?(file: ExportFile): ExportFile;
}

const approval: Method = { kind: 'approval', max: 3 };
export const approvalOnThemes = { method: approval, items: 'clusters' } as const;

export const cardId = (n: number) => `card${String(n).padStart(6, '0')}`;
export const themeId = (n: number) => `theme${String(n).padStart(6, '0')}`;
/** As people name them: from one word to as long as the field allows. */
const themeNames = [
  'Burenhulp',
  'Groen en moestuin',
  'Muziek en theater',
  'Veilige en schone straat',
  'Energie en hergebruik',
  'Vervoer en boodschappen',
  'Buurthuis en ontmoeten',
  'Samen eten',
  'Fietsenstallingen',
  'Taal, leren en werk',
  'Arbeidsongeschiktheidsverzekering',
  'Sport en spelen voor jong en oud in de hele wijk',
  'Winkels en bedrijven',
  'Lezen en verhalen',
];
/** The longest there may be, and the longest word people bring along. */
const hardTitles = [
  'Gemeenschapshuisvestingsvereniging',
  'Een fietsenstalling met oplaadpunten, bankjes en een dak dat het regenwater houdt',
].map((title) => title.slice(0, 80));

export const titleOf = (n: number) => hardTitles[n - 3] ?? data.ideas[(n - 1) % data.ideas.length]?.title ?? '';

/** Opens it on a server that trusts its proxy: each scene comes from an address of its own. */
export async function openScene(base: string, scene: Scene): Promise<Evening> {
  const address = Array.from(crypto.getRandomValues(new Uint8Array(3)), String).join('.');
  const answer = await fetch(`${base}/api/sessions/import`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `10.${address}` },
    body: JSON.stringify(scene.change?.(fileOf(scene)) ?? fileOf(scene)),
  });
  if (!answer.ok) throw new Error(`import: ${answer.status} ${await answer.text()}`);
  const evening = eveningOf(base, (await answer.json()) as Opened);
  const joinUrl = scene.local ? undefined : 'https://bord.lindestad.nl';
  if (joinUrl && scene.state !== 'ended')
    await must(base, 'PATCH', `/sessions/${evening.code}`, evening.facilitator, { joinUrl });
  return evening;
}

function fileOf(scene: Scene): ExportFile {
  const { state = 'running', phase = 'pitch', cards = 0, themes = 0, unplaced = themes ? 0 : cards } = scene;
  const now = Date.now();
  const current = state === 'running' ? phase : null;
  const before = ['pitch', 'cluster', 'vote', 'result'].slice(0, 1 + ['pitch', 'cluster', 'vote'].indexOf(phase));
  return {
    kantelbord: 1,
    exportedAt: now,
    code: 'KRAS-7QXM',
    createdAt: now - 3_600_000,
    session: {
      title: 'Lindewijk aan zet',
      question: scene.question ?? 'Welk idee maakt de buurt warmer?',
      organiser: 'Gemeente Lindestad',
      anchors: scene.anchors ?? ['Er is € 40.000', 'De speeltuin blijft', 'Klaar voor 1 juli 2027'],
      language: 'nl',
      format: formatOf(scene),
      state,
      phase: current,
      run: current ? 1 : 0,
      runs: current ? Object.fromEntries(before.map((id) => [id, 1])) : {},
      doors: 'open',
      locked: false,
      showTables: false,
    },
    people: [],
    clusters: Array.from({ length: themes }, (_, n) => ({
      id: themeId(n + 1),
      name: themeNames[n % themeNames.length] ?? '',
      letter: String.fromCharCode(65 + n),
      order: n + 1,
      gone: false,
      mergedInto: null,
    })),
    cards: Array.from({ length: cards }, (_, n) => ({
      id: cardId(n + 1),
      kind: 'idea',
      title: titleOf(n + 1),
      text: data.ideas[n % data.ideas.length]?.text ?? '',
      cluster: n < cards - unplaced ? themeId(1 + (n % 3 === 0 ? n % Math.min(3, themes) : n % themes)) : null,
      fields: {},
      on: null,
      column: null,
      number: n + 1,
      at: now - (cards - n + 30) * 20_000,
      phase: 'pitch',
      run: 1,
      table: 1 + (n % 12),
      via: n % 11 === 5 ? 'paper' : null,
      gone: null,
      mergedFrom: [],
      mergedInto: null,
    })),
    held: [],
    votes: [],
  };
}

/** Our werkvorm, with another way of voting when the scene asks for one, and with a part that shows what is fixed. */
function formatOf({ method, items, phase, maxPerPerson }: Scene): Format {
  const phases = ideeenronde.phases.map((one): Phase => {
    if (one.kind === 'contribute') return { ...one, maxPerPerson: maxPerPerson ?? one.maxPerPerson };
    if (one.kind !== 'vote') return one;
    return { ...one, method: method ?? one.method, items: items ?? one.items };
  });
  const [title, prompt] = [
    { nl: 'Wat vaststaat', en: 'What is fixed' },
    { nl: 'Dit ligt vast.', en: 'This is fixed.' },
  ];
  const fixed: Phase = { id: 'fixed', kind: 'explain', title, prompt, minutes: 5, show: 'anchors' };
  return { ...ideeenronde, phases: phase === 'fixed' ? [fixed, ...phases] : phases };
}
