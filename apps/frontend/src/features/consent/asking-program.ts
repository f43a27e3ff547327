import { cookies } from 'next/headers';
import { z } from 'zod';
import { askBackend } from '@/lib/ask-backend';

const program = z.object({ client_name: z.string() });
const session = z.object({ user: z.object({ email: z.string() }) }).nullable();

/** A program that asks, and the person whom it asks. */
export interface Asking {
  name: string;
  email: string;
}

async function ask(path: string): Promise<unknown> {
  const answer = await askBackend(path, { cookie: (await cookies()).toString() });
  return answer.ok ? answer.json() : undefined;
}

/** Who asks whom; undefined when the program is not known or nobody is signed in. Server side only. */
export async function askingProgram(clientId: string): Promise<Asking | undefined> {
  const query = new URLSearchParams({ client_id: clientId });
  const [asks, asked] = await Promise.all([
    ask(`/api/auth/oauth2/public-client?${query}`),
    ask('/api/auth/get-session'),
  ]);
  const { data: known } = program.safeParse(asks);
  const { data: person } = session.safeParse(asked);
  return known && person ? { name: known.client_name, email: person.user.email } : undefined;
}
