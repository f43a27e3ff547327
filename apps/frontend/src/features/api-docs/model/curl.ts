import type { Operation } from './reference';

/** Quoted for a shell: a single quote ends the string, stands escaped, and begins it again. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A command that asks the API, to be copied. @param origin the address of this installation */
export function curlOf({ method, path, access, sample }: Operation, origin: string): string {
  const parts = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${quoted(origin + path)}`,
    ...(access === 'open' ? [] : [`-H "Authorization: Bearer $TODO_TOKEN"`]),
    ...(sample ? [`-H 'Content-Type: application/json'`, `-d ${quoted(sample)}`] : []),
  ];
  return parts.join(' \\\n  ');
}
