import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Preview,
  Text,
} from '@react-email/components';
import { render } from '@react-email/render';
import { createElement as h } from 'react';
import { look } from './look.ts';
import type { Words } from './words.ts';

/** Draws a mail. React escapes every text, and the one link is ours. */
export function asHtml({ subject, paragraphs, action, footnote }: Words, link: string) {
  const lines = paragraphs.map((line) => h(Text, { key: line, style: look.text }, line));
  const content = [
    h(Heading, { key: 'heading', as: 'h1', style: look.heading }, subject),
    ...lines,
    h(Button, { key: 'action', href: link, style: look.button }, action),
    h(Hr, { key: 'rule', style: look.rule }),
    h(Text, { key: 'footnote', style: look.small }, footnote),
  ];
  const page = h(
    Html,
    { lang: 'en' },
    h(Head, null, h('title', null, subject)),
    h(Preview, null, paragraphs.at(-1) ?? subject),
    h(Body, { style: look.body }, h(Container, { style: look.sheet }, ...content)),
  );
  return render(page);
}
