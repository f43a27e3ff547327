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
import type { Words } from './words.ts';

const font = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const body = { backgroundColor: '#f6f5fb', fontFamily: font, margin: 0, padding: '32px 16px' };
const sheet = {
  backgroundColor: '#ffffff',
  border: '1px solid #e4e1f2',
  borderRadius: 12,
  maxWidth: 480,
  padding: '32px',
};
const heading = { color: '#1d1633', fontSize: 20, lineHeight: '28px', margin: '0 0 16px' };
const text = { color: '#3b3454', fontSize: 15, lineHeight: '24px', margin: '0 0 16px' };
const button = {
  backgroundColor: '#6d3bd8',
  borderRadius: 8,
  color: '#ffffff',
  fontSize: 15,
  fontWeight: 600,
  padding: '11px 20px',
};
const rule = { borderColor: '#e4e1f2', margin: '24px 0 16px' };
const small = { color: '#6a6383', fontSize: 13, lineHeight: '20px', margin: 0 };

/** Draws a mail. React escapes every text, and the one link is ours. */
export function asHtml({ subject, paragraphs, action, footnote }: Words, link: string) {
  const lines = paragraphs.map((line) => h(Text, { key: line, style: text }, line));
  const content = [
    h(Heading, { key: 'heading', as: 'h1', style: heading }, subject),
    ...lines,
    h(Button, { key: 'action', href: link, style: button }, action),
    h(Hr, { key: 'rule', style: rule }),
    h(Text, { key: 'footnote', style: small }, footnote),
  ];
  const page = h(
    Html,
    { lang: 'en' },
    h(Head, null, h('title', null, subject)),
    h(Preview, null, paragraphs.at(-1) ?? subject),
    h(Body, { style: body }, h(Container, { style: sheet }, ...content)),
  );
  return render(page);
}
