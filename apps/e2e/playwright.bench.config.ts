import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** Measures the built app in a browser, one thing after another; `npm run bench` shows the figures. */
export default defineConfig({
  ...base,
  testDir: 'bench',
  testMatch: '**/*.bench.ts',
  fullyParallel: false,
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: { ...base.use, trace: 'off', viewport: { width: 1280, height: 800 } },
});
