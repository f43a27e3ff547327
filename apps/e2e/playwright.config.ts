import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { launchOptions } from './src/launch-options.ts';

const given = process.env.BASE_URL;
// Two runs on one machine need two ports to begin with.
const frontendPort = Number(process.env.E2E_PORT ?? 13_100);
const backendPort = frontendPort + 1;
const address = `http://localhost:${frontendPort}`;
const built = join(import.meta.dirname, '..');

/** One folder for a run. Workers read this file too, and inherit the name from their parent. */
function dataDir(): string {
  if (process.env.E2E_DATA_DIR) return process.env.E2E_DATA_DIR;
  const folder = mkdtempSync(join(tmpdir(), 'todo-chatbot-e2e-'));
  process.env.E2E_DATA_DIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The built app on an embedded database of its own, when no address is given. */
const ownServers = (): PlaywrightTestConfig['webServer'] => [
  {
    name: 'backend',
    command: 'node main.js',
    cwd: join(built, 'backend/dist'),
    url: `http://localhost:${backendPort}/ready`,
    env: {
      PORT: String(backendPort),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir(),
      DATABASE_URL: '',
      FRONTEND_URL: address,
      ENVIRONMENT: 'test',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    timeout: 60_000,
  },
  {
    name: 'frontend',
    command: 'node server.js',
    cwd: join(built, 'frontend/dist/apps/frontend'),
    url: address,
    env: {
      PORT: String(frontendPort),
      HOSTNAME: 'localhost',
      BACKEND_URL: `http://localhost:${backendPort}`,
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    timeout: 30_000,
  },
];

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
    baseURL: given ?? address,
    // A trace of every test costs a third of the time; `--trace on` brings it.
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    // It would answer before a test's own routes can; its own test lets it in.
    serviceWorkers: 'block',
    launchOptions,
  },
  ...(!given && { webServer: ownServers() }),
});
