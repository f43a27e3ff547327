import { Button, Heading, Hr, Link, Text } from '@react-email/components';
import { createElement as h, Fragment } from 'react';
import type { ReactNode } from 'react';
import type { LinkAddresses } from '../../modules/reminders/links/link-addresses.ts';
import { asDocument } from './document.ts';
import { look } from './look.ts';
import type { ReminderWords } from './reminder-words.ts';

const block = { ...look.text, overflowWrap: 'anywhere' } as const;

const line = (key: string, text: ReactNode) => h(Text, { key, style: block }, text);

function actions({ pages, task }: LinkAddresses): ReactNode {
  const link = (label: string, href: string) =>
    h(Link, { key: label, href, style: { ...look.link, marginRight: 20 } }, label);
  return h(
    Fragment,
    { key: 'actions' },
    h(Button, { href: pages.complete, style: look.button }, 'Mark as done'),
    h(
      Text,
      { style: { ...look.text, margin: '16px 0 0' } },
      link('Remind me in an hour', pages['snooze-hour']),
      ' ',
      link('Remind me tomorrow', pages['snooze-tomorrow']),
      ' ',
      link('Open the task', task),
    ),
  );
}

/** Draws a reminder. React escapes every text, and every link is ours. */
export function reminderAsHtml(words: ReminderWords, addresses: LinkAddresses): string {
  const notes = words.notes.map((text, at) => line(`notes ${at}`, text));
  return asDocument(
    words,
    line('greeting', words.greeting),
    h(Heading, { key: 'title', as: 'h1', style: look.heading, dir: 'auto' }, words.title),
    words.due && line('due', h('strong', null, words.due)),
    words.late && line('late', words.late),
    h('div', { key: 'notes', dir: 'auto' }, notes),
    actions(addresses),
    h(Hr, { key: 'rule', style: look.rule }),
    h(
      Text,
      { key: 'footnote', style: look.small },
      'Reminders show in Todo as well. ',
      h(
        Link,
        {
          href: addresses.pages['stop-mail'],
          style: { color: look.small.color, textDecoration: 'underline' },
        },
        'Stop reminders by mail',
      ),
    ),
  );
}
