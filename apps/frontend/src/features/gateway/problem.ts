import { problemMediaType, type Problem } from '@todo-chatbot/shared';
import { strangerCode } from '@/lib/fetch-backend';

/** Why a request is given up whose own body is still on its way. */
export class SlowRequest extends Error {}

const answer = (status: number, title: string, detail: string) => {
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    detail,
    code: status < 500 ? 'invalid_request' : 'unavailable',
  };
  const headers: HeadersInit = { 'content-type': problemMediaType, 'cache-control': 'no-store' };
  // Nobody reads on what a request is still going to bring.
  if (status === 408) Object.assign(headers, { connection: 'close' });
  if (status === 503) Object.assign(headers, { 'retry-after': '2' });
  return new Response(JSON.stringify(body), { status, headers });
};

/** Said at once: nobody is there, or somebody else. */
const turnedAway = ['ECONNREFUSED', 'EHOSTUNREACH', strangerCode];
const unreached = [...turnedAway, 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

const codeOf = (fault: unknown): string => {
  const cause = fault instanceof Error ? (fault.cause ?? fault) : undefined;
  return cause && typeof cause === 'object' && 'code' in cause ? String(cause.code) : '';
};

/** True when the request cannot have reached the backend. */
export const neverArrived = (fault: unknown) => unreached.includes(codeOf(fault));

/** True when the address was at once known to be of no use: that of a pod that has just ended. */
export const isTurnedAway = (fault: unknown) => turnedAway.includes(codeOf(fault));

/** What a person is told when the backend gave no answer. */
export function noAnswer(fault: unknown): Response {
  if (fault instanceof SlowRequest) {
    return answer(408, 'Request Timeout', 'The request did not arrive in time. Try again.');
  }
  if (fault instanceof DOMException && fault.name === 'TimeoutError') {
    return answer(504, 'Gateway Timeout', 'The server took too long to answer. Try again.');
  }
  if (neverArrived(fault)) {
    return answer(
      503,
      'Service Unavailable',
      'The server cannot be reached. Try again in a moment.',
    );
  }
  return answer(502, 'Bad Gateway', 'The connection to the server broke. Try again.');
}
