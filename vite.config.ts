import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

// `vite build` makes the client, `vite build --mode server` the server, `--mode bench` the benchmark; vitest runs in
// mode `test`.
export default defineConfig(({ mode }) => {
  if (mode === 'server') return program('server', serverPrograms);
  if (mode === 'bench') return program('bench', benchmark);
  return mode === 'test' ? tests : client;
});

const client: ViteUserConfig = {
  root: 'client',
  plugins: [svelte({ configFile: false })],
  resolve: { alias: { 'lib0/logging': fileURLToPath(new URL('client/connection/logging.ts', import.meta.url)) } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { output: { codeSplitting: { groups: fewFiles() } } },
  },
  server: { proxy: { '/api': 'http://localhost:8080', '/sync': { target: 'http://localhost:8080', ws: true } } },
};

/**
 * What pages and phases share, as a few files and not as fifty: each file costs a slow phone 20 ms, however small it is. What
 * only walls or only consoles share is in files of their own; what one phase shares with itself stays with that phase.
 */
function fewFiles() {
  const among = (name: string, is: (id: string, graph: Graph) => boolean) => (id: string, graph: Graph) =>
    placeOf(id, graph) === 'parts' && is(id, graph) ? name : null;
  const shared = {
    minShareCount: 2,
    test: /[\\/](client|shared|node_modules)[\\/]/,
    includeDependenciesRecursively: false, // each has a place of its own
  };
  return [
    { name: 'base', tags: ['$initial' as const], priority: 4 },
    { ...shared, name: among('parts', (id, graph) => !needsBoard(id, graph)), debugName: 'parts', priority: 3 },
    { ...shared, name: among('session', needsBoard), debugName: 'session', priority: 2 },
    { ...shared, name: placeOf, debugName: 'kinds, wall, desk' },
  ];
}

/**
 * Whoever needs a module has all that it needs: so what a file needs of another never needs it back, and each is run in
 * order. Null: it stays with the only view that needs it.
 */
function placeOf(id: string, graph: Graph): string | null {
  const views = viewsOf(id, graph);
  const some = (name: RegExp) => views.some((view) => name.test(view));
  if (!some(/^(?!.*(Wall|Panel|Console))/)) return some(/Panel|Console/) ? 'desk' : 'wall';
  if (!some(/^(?!.*(Wall|Panel|Console|Start|Report|[\\/]console[\\/]))/)) return 'pages';
  if (!some(/Participant/)) return null;
  if (some(/views[\\/]Participant/)) return 'parts';
  const kinds = views.flatMap((view) => /phases[\\/](\w+)[\\/]Participant/.exec(view)?.[1] ?? []);
  const [kind, ...others] = new Set(kinds);
  return others.length === 0 ? (kind ?? null) : 'kinds';
}

/** Yjs and what needs it: the door does without. */
function needsBoard(id: string, graph: Graph): boolean {
  return [...closure(id, (at) => graph.getModuleInfo(at)?.importedIds)].some((at) =>
    /node_modules[\\/](yjs|lib0)/.test(at),
  );
}

/** The views, loaded when they are needed, that need this module. */
function viewsOf(id: string, graph: Graph): string[] {
  const all = closure(id, (at) => graph.getModuleInfo(at)?.importers);
  return [...all].filter((at) => graph.getModuleInfo(at)?.dynamicImporters.length);
}

function closure(id: string, next: (id: string) => string[] | undefined): Set<string> {
  const seen = new Set([id]);
  for (const at of seen) for (const one of next(at) ?? []) seen.add(one);
  return seen;
}

interface Graph {
  getModuleInfo(id: string): { importers: string[]; importedIds: string[]; dynamicImporters: string[] } | null;
}

const serverPrograms = {
  main: 'server/main.ts',
  demo: 'server/demo.ts',
  recount: 'server/recount.ts',
  count: 'server/count.ts',
};

const benchmark = {
  bench: 'tests/bench/bench.ts',
  soak: 'tests/bench/soak.ts',
  probe: 'tests/bench/programs/probe.ts',
  raw: 'tests/bench/programs/raw.ts',
  hocuspocus: 'tests/bench/programs/hocuspocus.ts',
};

/** Runs in Node, from `dist/<folder>`. */
function program(folder: string, input: Record<string, string>): ViteUserConfig {
  return {
    build: {
      ssr: true,
      outDir: `dist/${folder}`,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      sourcemap: true,
      // beside the entries: who asks where it is (`import.meta`) gets the folder of the build
      rolldownOptions: { input, output: { chunkFileNames: '[name]-[hash].js' } },
    },
  };
}

// Files of one kind share a thread and the modules they read: reading them again for every file took longer than the tests.
const together = { environment: 'node', pool: 'threads', isolate: false } as const;

const tests: ViteUserConfig = {
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', ...together, include: ['tests/unit/**/*.test.ts', 'tests/layers.test.ts'] } },
      { test: { name: 'sync', ...together, include: ['tests/sync/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { name: 'store', ...together, include: ['tests/store/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'session', ...together, include: ['tests/session/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'fault',
          include: ['tests/fault/**/*.test.ts'],
          globalSetup: 'tests/fault/build.ts',
          testTimeout: 60_000,
        },
      },
      { test: { name: 'http', ...together, include: ['tests/http/**/*.test.ts'], testTimeout: 30_000 } },
      {
        plugins: [svelte({ configFile: false }), svelteTesting()],
        resolve: { conditions: ['browser'] },
        test: { name: 'component', environment: 'jsdom', include: ['tests/component/**/*.test.ts'] },
      },
    ],
  },
};
