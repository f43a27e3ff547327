import { Button, Heading, Hr, Text } from '@react-email/components';
import { createElement as h } from 'react';
import { asDocument } from './document.ts';
import { look } from './look.ts';
import type { Words } from './words.ts';

/** Draws a mail. React escapes every text, and the one link is ours. */
export function asHtml({ subject, paragraphs, action, footnote }: Words, link: string): string {
  return asDocument(
    { subject, preview: paragraphs.at(-1) ?? subject },
    h(Heading, { key: 'heading', as: 'h1', style: look.heading }, subject),
    ...paragraphs.map((line) => h(Text, { key: line, style: look.text }, line)),
    h(Button, { key: 'action', href: link, style: look.button }, action),
    h(Hr, { key: 'rule', style: look.rule }),
    h(Text, { key: 'footnote', style: look.small }, footnote),
  );
}
