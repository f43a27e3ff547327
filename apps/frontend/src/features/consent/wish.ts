import { placeOf } from '@todo-chatbot/shared';
import { programsQuestion } from '@/lib/wanted-page';

/** What an address of the account library says, as Next reads it. */
type Given = Record<string, string | string[] | undefined>;

// What the library adds to prove that it wrote the address, and the prompt that a login answers.
const isOwn = (name: string) => name === 'sig' || name === 'exp' || name.startsWith('ba_');
const answered = new Set(['login', 'create']);

/**
 * Where somebody goes on who was sent to log in because a program asks to be let in; undefined for
 * everybody else.
 */
export function afterLogin(given: Given): string | undefined {
  if (given['client_id'] === undefined || given['sig'] === undefined) return undefined;
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(given)) {
    for (const value of [values ?? []].flat()) {
      if (!isOwn(name) && !(name === 'prompt' && answered.has(value))) query.append(name, value);
    }
  }
  return `${programsQuestion}?${query}`;
}

/** What a program asks for. */
export interface Wish {
  /** Where it wants its person sent back to. */
  place: string;
  scopes: string[];
}

const one = (value: string | string[] | undefined) => [value].flat()[0] ?? '';

/** Reads the wish from the address of the consent page; the server checks it once more. */
export const wishOf = (given: Given): Wish => ({
  place: placeOf(one(given['redirect_uri'])),
  scopes: one(given['scope']).split(' '),
});
