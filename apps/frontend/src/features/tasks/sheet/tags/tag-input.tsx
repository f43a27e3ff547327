'use client';

import { taskLimits } from '@todo-chatbot/shared';
import { Command } from 'cmdk';
import { useId } from 'react';
import { useTags } from '../../data/use-tags';
import { useTagInput } from './use-tag-input';

const optionClass =
  'flex min-h-9 items-center rounded-sm px-2.5 data-[selected=true]:bg-hover pointer-coarse:min-h-11';

interface Props {
  had: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Where a tag is typed, or chosen among those there are. */
export function TagInput({ had, onChange }: Props) {
  const input = useTagInput({ known: useTags(), had, onChange });
  const note = useId();
  return (
    <Command
      label="Add a tag"
      shouldFilter={false}
      loop
      vimBindings={false}
      onBlur={input.leave}
      className="relative outline-none"
    >
      <Command.Input
        aria-describedby={input.fault ? note : undefined}
        data-own-escape={input.open || undefined}
        placeholder="Add a tag"
        value={input.typed}
        maxLength={taskLimits.tag + 1}
        onValueChange={input.type}
        onFocus={input.show}
        onKeyDown={input.onKeyDown}
        className="h-9 w-full rounded-md bg-transparent px-2 outline-transparent hover:bg-hover focus:bg-transparent focus:outline-1 focus:outline-primary pointer-coarse:h-11 pointer-coarse:text-md"
      />
      {input.fault && (
        <p id={note} role="alert" className="px-2 text-sm text-danger">
          {input.fault}
        </p>
      )}
      <Command.List
        label="Tags to add"
        hidden={!input.open}
        // The field keeps the focus while an option is pressed.
        onMouseDown={(event) => event.preventDefault()}
        className="absolute inset-x-0 top-full z-10 mt-1 max-h-60 animate-rise overflow-y-auto rounded-lg border border-hairline bg-raised p-1 shadow-float"
      >
        {input.fitting.map((name) => (
          <Command.Item
            key={name}
            value={name}
            onSelect={() => input.add(name)}
            className={optionClass}
          >
            <span className="truncate">#{name}</span>
          </Command.Item>
        ))}
        {input.fresh && (
          <Command.Item
            value={`create ${input.fresh}`}
            onSelect={() => input.add(String(input.fresh))}
            className={optionClass}
          >
            <span className="truncate">Create #{input.fresh}</span>
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}
