import type { Assistant } from '@todo-chatbot/shared';

const examples = [
  'Add call Sam tomorrow at 9',
  'What is due today?',
  'Move call Sam to Friday',
  'Summarise my week',
];

interface Props {
  assistant: Assistant | undefined;
  onPick: (text: string) => void;
}

/** What stands in a conversation before anything was said. */
export function Welcome({ assistant, onPick }: Props) {
  if (!assistant) return null;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">
        {assistant.builtIn
          ? 'No language model is set up here, so simple rules answer. They add, list, complete, move, delete and find tasks, and sum up your week.'
          : 'It works with your tasks and nothing else. What it deletes, and what it wants after reading your tasks, waits for your word.'}
      </p>
      <ul className="flex flex-col items-start gap-2">
        {examples.map((example) => (
          <li key={example}>
            <button
              type="button"
              onClick={() => onPick(example)}
              className="rounded-lg border border-hairline px-3 py-2 text-left text-sm transition-colors hover:bg-hover pointer-coarse:min-h-11"
            >
              {example}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
