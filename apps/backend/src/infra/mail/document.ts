import { Body, Container, Head, Html, Preview } from '@react-email/components';
import { createElement as h } from 'react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { look } from './look.ts';

// Some mail programs lay out by other rules without it.
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

// Programs that make links of days, numbers and places are asked not to.
const quiet = h('meta', {
  name: 'format-detection',
  content: 'telephone=no, date=no, address=no, email=no, url=no',
});

interface Told {
  subject: string;
  /** What a list of mails shows beside the subject. */
  preview: string;
}

/**
 * Draws a mail in the frame that all have. In one go: a stream for each of thousands that are due
 * at once makes garbage faster than it is collected.
 */
export function asDocument({ subject, preview }: Told, ...content: ReactNode[]): string {
  const page = h(
    Html,
    { lang: 'en' },
    h(Head, null, quiet, h('title', null, subject)),
    h(Preview, null, preview),
    h(Body, { style: look.body }, h(Container, { style: look.sheet }, ...content)),
  );
  return doctype + renderToStaticMarkup(page);
}
