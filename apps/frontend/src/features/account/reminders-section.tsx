'use client';

import type { ReminderSettings } from '@todo-chatbot/shared';
import { Button } from '@/components/button';
import {
  useReminderMail,
  useSwitchReminderMail,
} from '@/features/reminders/data/use-reminder-mail';
import { Row, Rows, RowsSkeleton, Section, Unread } from './section';

/** What is said of reminders by mail. */
function words({ mail, hindrance }: ReminderSettings): { title: string; note: string } {
  if (hindrance === 'no_mail_here') {
    return {
      title: 'This server sends no mail',
      note: 'Your reminders show in the app. They come by mail once whoever runs this server has set up mail.',
    };
  }
  if (!mail) return { title: 'Reminders by mail are off', note: 'They show in the app.' };
  return hindrance === 'unconfirmed'
    ? {
        title: 'Your address is not confirmed',
        note: 'Follow the link in the mail that we sent you. Until then reminders show in the app.',
      }
    : { title: 'Reminders by mail are on', note: 'They show in the app, and come by mail.' };
}

function Switch({ settings }: { settings: ReminderSettings }) {
  const { mutate, isPending } = useSwitchReminderMail();
  const { mail, hindrance } = settings;
  return (
    <Rows label="Reminders by mail">
      <Row {...words(settings)}>
        {hindrance !== 'no_mail_here' && (
          <Button
            look={mail ? 'quiet' : 'outline'}
            aria-busy={isPending}
            onClick={() => mutate(!mail)}
          >
            {mail ? 'Switch off' : 'Switch on'}
          </Button>
        )}
      </Row>
    </Rows>
  );
}

/** Whether reminders come by mail beside the app. */
export function RemindersSection() {
  const { data, isError, refetch } = useReminderMail();
  return (
    <Section
      title="Reminders by mail"
      lead="A task reminds you in the app, and by mail to your address if you like."
    >
      {data ? (
        <Switch settings={data} />
      ) : isError ? (
        <Unread what="This setting" onRetry={() => void refetch()} />
      ) : (
        <RowsSkeleton />
      )}
    </Section>
  );
}
