import { env } from '@/config/env';
import { fetchBackend } from './fetch-backend';

const patience = 3_000;

/**
 * Asks the backend for a page that is being made. Server side only.
 *
 * @param headers of the browser's that the backend has to see
 * @throws TypeError or a TimeoutError while the backend does not answer
 */
export const askBackend = (path: string, headers?: Record<string, string>): Promise<Response> =>
  fetchBackend(new URL(path, env().backendUrl), {
    headers: { accept: 'application/json', ...headers },
    signal: AbortSignal.timeout(patience),
  });
