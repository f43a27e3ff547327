import type { ErrorCode } from '@todo-chatbot/shared';

/** What each code is and what helps. A new code does not compile until it has its words here. */
const codes: Record<ErrorCode, { status: number; words: string }> = {
  invalid_request: { status: 400, words: 'A field is wrong; errors names each one.' },
  unauthenticated: { status: 401, words: 'There is no token, or it has expired or was revoked.' },
  forbidden: { status: 403, words: 'The token lacks a scope, or the password is wrong.' },
  forbidden_origin: { status: 403, words: 'A page of another origin asked.' },
  not_found: { status: 404, words: 'It does not exist, or is not yours.' },
  stale_version: { status: 409, words: 'It was changed meanwhile: read it again, then decide.' },
  payload_too_large: { status: 413, words: 'The body is larger than the route takes.' },
  unsupported_media_type: { status: 415, words: 'Send JSON, and say so in Content-Type.' },
  rate_limited: { status: 429, words: 'Too many requests: wait as long as Retry-After says.' },
  internal: { status: 500, words: 'A fault of ours. The requestId finds it in the log.' },
  unavailable: { status: 503, words: 'The database cannot be reached. Try again in a moment.' },
};

/** Every reason for which the API refuses or fails. */
export function ProblemCodes() {
  return (
    <div className="overflow-x-auto rounded-lg border border-hairline bg-surface" tabIndex={-1}>
      <table className="w-full text-left text-sm">
        <thead className="text-muted">
          <tr className="border-b border-hairline">
            <th scope="col" className="px-4 py-2.5 font-medium">
              Code
            </th>
            <th scope="col" className="px-4 py-2.5 font-medium">
              Status
            </th>
            <th scope="col" className="px-4 py-2.5 font-medium">
              What happened
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-hairline">
          {Object.entries(codes).map(([code, { status, words }]) => (
            <tr key={code}>
              <th scope="row" className="px-4 py-2.5 font-mono font-normal wrap-anywhere">
                {code}
              </th>
              <td className="px-4 py-2.5 font-mono tabular-nums">{status}</td>
              <td className="px-4 py-2.5 text-muted">{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
