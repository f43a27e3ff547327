import { join } from 'node:path';
import type { NextConfig } from 'next';

const workspace = join(import.meta.dirname, '../..');

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=()' },
];

/** Everything here is fixed at build time; what differs between environments is in src/config/env.ts. */
const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: workspace,
  turbopack: { root: workspace },
  // sharp is 19 MB of native code for an image optimizer that this app does not use.
  images: { unoptimized: true },
  outputFileTracingExcludes: {
    '*': ['../../node_modules/sharp/**', '../../node_modules/@img/**'],
  },
  transpilePackages: ['@todo-chatbot/shared'],
  poweredByHeader: false,
  reactStrictMode: true,
  // The assembly (build/assemble.ts) puts a hash of the output in the place of this constant.
  generateBuildId: () => 'content-hash-goes-here',
  agentRules: false,
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
  typescript: { ignoreBuildErrors: true }, // the typecheck target does it, in parallel and cached
};

export default config;
