import type { ReminderSettings } from '@todo-chatbot/shared';
import Link from 'next/link';
import { useReminderMail } from './data/use-reminder-mail';

/** Why reminders do not come by mail; undefined when they do. */
export function mailWords({ mail, hindrance }: ReminderSettings): string | undefined {
  if (hindrance === 'no_mail_here')
    return 'This server sends no mail, so reminders show here only.';
  if (!mail) return 'Reminders by mail are off.';
  return hindrance === 'unconfirmed'
    ? 'Your address is not confirmed, so no reminder comes by mail.'
    : undefined;
}

/** Says below the reminders why they do not come by mail. */
export function MailNote({ onLeave }: { onLeave: () => void }) {
  const { data } = useReminderMail();
  const words = data && mailWords(data);
  return (
    words && (
      <p className="border-t border-hairline px-4 py-2.5 text-sm text-muted">
        {words}{' '}
        <Link
          href="/app/account"
          onClick={onLeave}
          className="font-medium text-primary-ink underline-offset-4 hover:underline"
        >
          Account
        </Link>
      </p>
    )
  );
}
