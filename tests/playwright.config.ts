import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, foundBrowser } from './support/browser.mjs';

const long = Boolean(process.env.KANTELBORD_LONG);

export default defineConfig({
  testDir: 'e2e',
  testMatch: long ? 'long/**/*.test.ts' : '**/*.test.ts',
  testIgnore: long ? [] : 'long/**',
  outputDir: '../test-results/e2e',
  workers: 2,
  retries: 0,
  timeout: long ? 600_000 : 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  use: {
    trace: 'off',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: { executablePath: foundBrowser(), args: BROWSER_FLAGS },
  },
});
