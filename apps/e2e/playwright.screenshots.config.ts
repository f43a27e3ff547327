import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** The README's pictures, taken from the running app. */
export default defineConfig({
  ...base,
  testMatch: 'screenshots.ts',
  reporter: 'list',
});
