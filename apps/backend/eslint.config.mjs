import tseslint from 'typescript-eslint';
import workspace from '../../eslint.config.mjs';

const rooms = ['http', 'mcp', 'jobs', 'infra'];
const others = (...own) => rooms.filter((room) => !own.includes(room));

const into = (folders, message) => ({
  regex: `^(\\.\\./)+(${folders.join('|')})/`,
  message,
});

/** Inside the backend imports point inwards: http, mcp, jobs, infra → modules, never back. */
const directions = [
  {
    files: ['src/modules/**/*.ts'],
    patterns: [
      into(
        rooms,
        'Use cases know no door and no outside system. Declare a port (an interface) in the module, and let app.ts hand in what fulfils it.',
      ),
      {
        regex: '^(fastify|pg|drizzle-orm|better-auth|pino)(/|$|-)',
        message:
          'Use cases know no framework. Put the code that needs it into src/infra or src/http.',
      },
    ],
  },
  {
    files: ['src/infra/**/*.ts'],
    patterns: [
      into(
        others('infra'),
        'An outside system does not know who calls. Let the door import a module instead.',
      ),
    ],
  },
  ...['http', 'mcp', 'jobs'].map((door) => ({
    files: [`src/${door}/**/*.ts`],
    patterns: [
      into(
        others(door),
        'A door reaches neither outside systems nor other doors. Call a use case in src/modules; app.ts hands in the ports.',
      ),
    ],
  })),
];

const environment = {
  files: ['src/**/*.ts'],
  ignores: [
    'src/main.ts',
    'src/serve.ts',
    'src/migrate.ts',
    'src/healthcheck.ts',
    'src/testing/**',
    '**/*.test.ts',
  ],
  rules: {
    'no-restricted-properties': [
      'error',
      {
        object: 'process',
        property: 'env',
        message: 'Only entries read the environment, through src/config/env.ts.',
      },
    ],
  },
};

export default tseslint.config(
  ...workspace,
  // The shared rules lie outside of every project.
  { files: ['eslint.config.mjs'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  environment,
  ...directions.map(({ files, patterns }) => ({
    files,
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  })),
);
