import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

// `vite build` makes the client, `vite build --mode server` the server; vitest runs in mode `test`.
export default defineConfig(({ mode }) => (mode === 'server' ? server : mode === 'test' ? tests : client));

const client: ViteUserConfig = {
  root: 'client',
  plugins: [svelte({ configFile: false })],
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/api': 'http://localhost:8080', '/sync': { target: 'http://localhost:8080', ws: true } } },
};

const server: ViteUserConfig = {
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: { input: { main: 'server/main.ts', demo: 'server/demo.ts' } },
  },
};

const tests: ViteUserConfig = {
  test: {
    projects: [
      { test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts', 'tests/layers.test.ts'] } },
      { test: { name: 'sync', environment: 'node', include: ['tests/sync/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'store', environment: 'node', include: ['tests/store/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'session', environment: 'node', include: ['tests/session/**/*.test.ts'] } },
      { test: { name: 'http', environment: 'node', include: ['tests/http/**/*.test.ts'], testTimeout: 30_000 } },
      {
        plugins: [svelte({ configFile: false }), svelteTesting()],
        resolve: { conditions: ['browser'] },
        test: { name: 'component', environment: 'jsdom', include: ['tests/component/**/*.test.ts'] },
      },
    ],
  },
};
