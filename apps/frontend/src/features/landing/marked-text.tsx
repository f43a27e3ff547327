import type { Span, SpanKind } from '@todo-chatbot/shared/quick-add';

const looks: Record<SpanKind, string> = {
  date: 'bg-warning-soft text-warning',
  time: 'bg-warning-soft text-warning',
  recurrence: 'bg-primary-soft-strong text-primary-ink',
  priority: 'bg-danger-soft text-danger',
  tag: 'bg-primary-soft text-primary-ink',
};

interface Props {
  text: string;
  spans: readonly Pick<Span, 'kind' | 'start' | 'end'>[];
}

/** What was typed, with the pieces that were understood coloured by what they say. */
export function MarkedText({ text, spans }: Props) {
  const ends = [0, ...spans.map(({ end }) => end)];
  return ends.map((from, index) => {
    const span = spans[index];
    return (
      <span key={from}>
        {text.slice(from, span?.start)}
        {span && (
          // Padding that its margin takes back: the letters must lie on those of the field.
          <mark className={`-mx-0.5 rounded-xs px-0.5 ${looks[span.kind]}`}>
            {text.slice(span.start, span.end)}
          </mark>
        )}
      </span>
    );
  });
}
