// For the container's HEALTHCHECK: the image has no shell and no curl.
const port = process.env['PORT'] || '8000';
const healthy = await fetch(`http://127.0.0.1:${port}/health`, {
  signal: AbortSignal.timeout(3_000),
}).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(healthy ? 0 : 1);

export {};
