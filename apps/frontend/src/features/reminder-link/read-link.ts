import { reminderLinkView, type ReminderLinkView } from '@todo-chatbot/shared';
import { env } from '@/config/env';

const patience = 5_000;

/** What a link stands for: a view of it, or why there is none. */
export type ReadLink = ReminderLinkView | 'unknown' | 'away';

/** Asks the backend about a link; asking changes nothing. Server side only. */
export async function readLink(token: string): Promise<ReadLink> {
  try {
    const address = new URL(
      `/api/v1/reminder-links/${encodeURIComponent(token)}`,
      env().backendUrl,
    );
    const answer = await fetch(address, {
      cache: 'no-store',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(patience),
    });
    if (answer.status === 404 || answer.status === 400) return 'unknown';
    return reminderLinkView.parse(await answer.json());
  } catch {
    return 'away';
  }
}
