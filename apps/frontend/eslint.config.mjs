import next from '@next/eslint-plugin-next';
import hooks from 'eslint-plugin-react-hooks';
import root from '../../eslint.config.mjs';

export default [
  ...root,
  next.configs['core-web-vitals'],
  hooks.configs.flat['recommended-latest'],
  { settings: { next: { rootDir: import.meta.dirname } } },
  { files: ['eslint.config.mjs'], rules: { '@nx/enforce-module-boundaries': 'off' } },
];
