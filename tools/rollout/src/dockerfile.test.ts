import { expect, test } from 'vitest';
import { readDockerfile } from './dockerfile.ts';

const app = `# syntax=docker/dockerfile:1
ARG BUILD=node:24
ARG RUNTIME=gcr.io/runtime:1
ARG APP_FROM=builder
FROM \${BUILD} AS builder
COPY package.json package-lock.json ./
COPY ["with space.txt", "/"]
RUN --mount=type=cache,target=/root/.npm --mount=type=bind,source=scripts,target=/s \\
    # A comment in between.
    npm ci
FROM scratch AS prebuilt
COPY --chmod=0555 dist /dist
FROM \${APP_FROM} AS app
FROM \${RUNTIME}
COPY container/passwd \\
     container/group /etc/
COPY --chmod=0555 --from=app --link /dist ./
ADD https://example.org/file /file
COPY <<EOT /greeting
hello
EOT
`;

test('what the last stage stands on and copies from the context, with the defaults of its arguments', () => {
  expect(readDockerfile(app)).toEqual({
    bases: ['gcr.io/runtime:1', 'node:24'],
    baseArguments: ['APP_FROM', 'BUILD', 'RUNTIME'],
    sources: [
      'container/group',
      'container/passwd',
      'package-lock.json',
      'package.json',
      'scripts',
      'with space.txt',
    ],
  });
});

test('a build argument chooses the stage, and what the other one takes is left out', () => {
  const args = { APP_FROM: 'prebuilt', RUNTIME: 'local:2' };
  const { bases, baseArguments, sources } = readDockerfile(app, args);
  expect(bases).toEqual(['local:2']);
  expect(baseArguments).toEqual(['APP_FROM', 'RUNTIME']);
  expect(sources).toEqual(['container/group', 'container/passwd', 'dist']);
});

test('an argument may be part of the name of the stage that it chooses', () => {
  const text = `ARG FROM=source
FROM node:24 AS base
COPY passwd /etc/
FROM base AS from-source
COPY src /app
FROM base AS from-dist
COPY dist /app
FROM from-\${FROM} AS runner
`;
  expect(readDockerfile(text).sources).toEqual(['passwd', 'src']);
  expect(readDockerfile(text, { FROM: 'dist' })).toEqual({
    bases: ['node:24'],
    baseArguments: ['FROM'],
    sources: ['dist', 'passwd'],
  });
});

test('an image that is only copied from counts, a stage by its number does not', () => {
  const text = 'FROM alpine:3\nFROM alpine:3\nCOPY --from=0 /a /a\nCOPY --from=busybox:1 /b /b\n';
  expect(readDockerfile(text)).toMatchObject({ bases: ['alpine:3', 'busybox:1'], sources: [] });
});

test('a variable in a path has the value that it has at that line', () => {
  const text = [
    'ARG VERSION=1',
    'FROM scratch',
    'ARG VERSION',
    'ARG FOLDER=out',
    'ENV NAME="app"',
    'COPY ${FOLDER}/$NAME-${VERSION} ${MISSING:-fallback} /',
  ].join('\n');
  expect(readDockerfile(text, { FOLDER: 'dist' }).sources).toEqual(['dist/app-1', 'fallback']);
});

test('names of stages are the same in capitals', () => {
  const text = 'FROM golang:1 AS Build\nCOPY . .\nFROM scratch\nCOPY --from=BUILD /app /app\n';
  expect(readDockerfile(text)).toMatchObject({ bases: ['golang:1'], sources: ['.'] });
});
