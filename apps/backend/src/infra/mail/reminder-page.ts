import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Text,
} from '@react-email/components';
import { render } from '@react-email/render';
import { createElement as h, Fragment } from 'react';
import type { ReactNode } from 'react';
import type { LinkAddresses } from '../../modules/reminders/links/link-addresses.ts';
import { look } from './look.ts';
import type { ReminderWords } from './reminder-words.ts';

// Programs that make links of days, numbers and places are asked not to.
const quiet = h('meta', {
  name: 'format-detection',
  content: 'telephone=no, date=no, address=no, email=no, url=no',
});

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
export function reminderAsHtml(words: ReminderWords, addresses: LinkAddresses): Promise<string> {
  const notes = words.notes.map((text, at) => line(`notes ${at}`, text));
  const content = [
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
  ];
  const page = h(
    Html,
    { lang: 'en' },
    h(Head, null, quiet, h('title', null, words.subject)),
    h(Preview, null, words.preview),
    h(Body, { style: look.body }, h(Container, { style: look.sheet }, ...content)),
  );
  return render(page);
}
