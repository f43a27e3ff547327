import type { Plugin } from 'esbuild';

/**
 * Takes `node:http` by require. An import reads everything that a module exports, and one of those
 * exports loads all of fetch: 7 % of what a start takes.
 */
export const httpWithoutFetch: Plugin = {
  name: 'http-without-fetch',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?http$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'node:http', namespace: 'required' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
    }));
  },
};

/** Leaves out the languages in which zod would speak of faults; ours is set as the default. */
export const zodInOneLanguage: Plugin = {
  name: 'zod-in-one-language',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: `export { default as en } from './en.js';`,
    }));
  },
};
