import { reminderLinkView, type ReminderLinkView } from '@todo-chatbot/shared';
import { askBackend } from '@/lib/ask-backend';

/** What a link stands for: a view of it, or why there is none. */
export type ReadLink = ReminderLinkView | 'unknown' | 'away';

/** Asks the backend about a link; asking changes nothing. Server side only. */
export async function readLink(token: string): Promise<ReadLink> {
  try {
    const answer = await askBackend(`/api/v1/reminder-links/${encodeURIComponent(token)}`);
    if (answer.status === 404 || answer.status === 400) return 'unknown';
    return reminderLinkView.parse(await answer.json());
  } catch {
    return 'away';
  }
}
