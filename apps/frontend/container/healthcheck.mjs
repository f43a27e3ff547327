// For the container's HEALTHCHECK: the image has no shell and no curl.
import { get } from 'node:http';
import process from 'node:process';

const port = process.env.PORT || '3000';
const asked = get({ host: '127.0.0.1', port, path: '/', agent: false, timeout: 3_000 }, (answer) =>
  process.exit(answer.statusCode === 200 ? 0 : 1),
);
asked.once('timeout', () => process.exit(1));
asked.once('error', () => process.exit(1));
