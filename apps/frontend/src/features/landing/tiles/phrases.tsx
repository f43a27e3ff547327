import { ArrowDown } from 'lucide-react';
import type { SpanKind } from '@todo-chatbot/shared/quick-add';
import { MarkedText } from '../marked-text';

type Piece = string | readonly [SpanKind, string];

const lines: { pieces: Piece[]; note: string }[] = [
  {
    pieces: [
      'pay rent ',
      ['recurrence', 'every 1st'],
      ' ',
      ['time', 'at 9am'],
      ' ',
      ['tag', '#home'],
    ],
    note: 'Every month, on the 1st at 09:00, in home',
  },
  {
    pieces: ['draft for Ines ', ['date', 'by next friday'], ' ', ['priority', '!high']],
    note: 'Friday of next week, high priority',
  },
  {
    pieces: ['yoga ', ['recurrence', 'every tue and sun'], ' ', ['time', '7pm']],
    note: 'Each Tuesday and Sunday at 19:00',
  },
];

/** The text of the pieces, and where in it those are that say something. */
function laidOut(pieces: readonly Piece[]) {
  const words = pieces.map((piece) => (typeof piece === 'string' ? piece : piece[1]));
  const spans = pieces.flatMap((piece, index) => {
    if (typeof piece === 'string') return [];
    const start = words.slice(0, index).join('').length;
    return [{ kind: piece[0], start, end: start + piece[1].length }];
  });
  return { text: words.join(''), spans };
}

/** What one types, and what it becomes. */
export function Phrases() {
  return (
    <ul className="mx-auto grid w-full max-w-130 gap-3">
      {lines.map(({ pieces, note }) => (
        <li key={note} className="rounded-lg border border-hairline bg-surface px-4 py-2.5">
          <p className="text-[15px] leading-6">
            <MarkedText {...laidOut(pieces)} />
          </p>
          <p className="mt-0.5 flex items-center gap-1.5 text-xs text-muted">
            <ArrowDown size={12} /> {note}
          </p>
        </li>
      ))}
    </ul>
  );
}
