import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { launchOptions } from './src/launch-options.ts';
import { addressOf, backend, frontend, type Place } from './src/servers.ts';

const given = process.env.BASE_URL;
// Two runs on one machine need two ports to begin with.
const frontendPort = Number(process.env.E2E_PORT ?? 13_100);

/** One folder for a run. Workers read this file too, and inherit the name from their parent. */
function dataDir(): string {
  if (process.env.E2E_DATA_DIR) return process.env.E2E_DATA_DIR;
  const folder = mkdtempSync(join(tmpdir(), 'todo-chatbot-e2e-'));
  process.env.E2E_DATA_DIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The built app on an embedded database of its own, when no address is given. */
const ownServers = (place: Place): PlaywrightTestConfig['webServer'] => {
  const gracefulShutdown = { signal: 'SIGTERM', timeout: 10_000 } as const;
  return [
    { ...backend(place), gracefulShutdown, timeout: 60_000 },
    { ...frontend(place), gracefulShutdown, timeout: 30_000 },
  ];
};

const place = { frontendPort, backendPort: frontendPort + 1, dataDir: given ? '' : dataDir() };

export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-output/artifacts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // How long things take is measured, not tested; some specs look at sixteen pages.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.E2E_RESULTS ?? 'test-output/results.json' }],
  ],
  use: {
    baseURL: given ?? addressOf(place),
    // A trace of every test costs a third of the time; `--trace on` brings it.
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    // It would answer before a test's own routes can; its own test lets it in.
    serviceWorkers: 'block',
    launchOptions,
  },
  ...(!given && { webServer: ownServers(place) }),
});
