import { z } from 'zod';

// PostgreSQL refuses NUL and UTF-8 has no lone surrogates, so both are refused at the door.
const line = /^[^\p{Cc}\p{Cs}]*$/u;
const paragraphs = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/** Text on one line: no line breaks or other control characters. */
export const singleLine = () =>
  z.string().regex(line, 'must be one line, without control characters');

/** Text of several lines: line breaks and tabs are welcome, other control characters are not. */
export const multiLine = () => z.string().regex(paragraphs, 'must not hold control characters');
