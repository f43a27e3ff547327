import playwright from 'eslint-plugin-playwright';
import root from '../../eslint.config.mjs';

export default [
  ...root,
  { ...playwright.configs['flat/recommended'], files: ['src/**/*.spec.ts'] },
  {
    files: ['src/**/*.spec.ts'],
    rules: {
      'playwright/expect-expect': ['error', { assertFunctionPatterns: ['^expect'] }],
    },
  },
  { files: ['eslint.config.mjs'], rules: { '@nx/enforce-module-boundaries': 'off' } },
];
