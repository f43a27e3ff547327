import { createHook } from 'node:async_hooks';
import { Client } from 'pg';
import { vi } from 'vitest';

/** What this process did for an answer. */
export interface Work {
  passwordHashes: number;
  /** The first words of the statements that it sent, in their order. */
  statements: string[];
}

const verbOf = (query: unknown): string => {
  const text = typeof query === 'string' ? query : (query as { text: string }).text;
  return /^\w+( into "?\w+| "\w+")?/i.exec(text)?.[0].toLowerCase() ?? text;
};

/** Counts what an act costs: one that costs the same for everybody tells nobody apart. */
export async function workOf(act: () => Promise<unknown>): Promise<Work> {
  const work: Work = { passwordHashes: 0, statements: [] };
  const hashes = createHook({
    init: (_id, type) => {
      if (type === 'SCRYPTREQUEST') work.passwordHashes += 1;
    },
  }).enable();
  const query = vi.spyOn(Client.prototype, 'query');
  try {
    await act();
  } finally {
    hashes.disable();
    work.statements = query.mock.calls.map(([first]) => verbOf(first));
    query.mockRestore();
  }
  return work;
}
