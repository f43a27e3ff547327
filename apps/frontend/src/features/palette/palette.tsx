'use client';

import type { Task } from '@todo-chatbot/shared';
import { Command } from 'cmdk';
import { Circle, CircleCheckBig, Plus, Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { useFocusBack } from '@/components/focus-back';
import { createTask } from '../tasks/data/commands';
import { named } from '../tasks/list/bulk/edits';
import { openTask } from '../tasks/open-task';
import { notedTargets } from '../tasks/targets';
import type { PaletteCommand } from './command';
import { PaletteGroup, PaletteLine } from './palette-line';
import { useCommands } from './use-commands';
import { useFoundTasks } from './use-found-tasks';

interface LinesProps {
  heading: string;
  commands: readonly PaletteCommand[];
  onRun: (run: () => void) => void;
}

function Lines({ heading, commands, onRun }: LinesProps) {
  if (commands.length === 0) return null;
  return (
    <PaletteGroup heading={heading}>
      {commands.map(({ words, Icon, keys, run }) => (
        <PaletteLine
          key={words}
          id={`${heading} ${words}`}
          Icon={Icon}
          keys={keys}
          onSelect={() => onRun(run)}
        >
          {words}
        </PaletteLine>
      ))}
    </PaletteGroup>
  );
}

function Found({ tasks, onRun }: { tasks: readonly Task[]; onRun: LinesProps['onRun'] }) {
  if (tasks.length === 0) return null;
  return (
    <PaletteGroup heading="Tasks">
      {tasks.map((task) => (
        <PaletteLine
          key={task.id}
          id={task.id}
          Icon={task.completed ? CircleCheckBig : Circle}
          muted={task.completed}
          onSelect={() => onRun(() => openTask(task.id))}
        >
          {task.title}
        </PaletteLine>
      ))}
    </PaletteGroup>
  );
}

/** Finds tasks and does things, at the word of a person who would rather type. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [targets] = useState(notedTargets);
  const focusBack = useFocusBack();
  const { forTasks, places, app } = useCommands(typed, targets);
  const { found, searching } = useFoundTasks(typed);
  const title = typed.trim();
  const run = (act: () => void) => {
    onClose();
    act();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={focusBack}
          className="fixed inset-x-4 top-[max(1rem,12vh)] z-50 mx-auto max-w-150 animate-rise overflow-hidden rounded-xl border border-hairline bg-raised shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">Find or do anything</Dialog.Title>
          <Command label="Find or do anything" shouldFilter={false} loop>
            <div className="flex items-center gap-3 border-b border-hairline px-4.5">
              <Search aria-hidden size={17} className="shrink-0 text-muted" />
              <Command.Input
                autoFocus
                placeholder="Find a task, or say what to do"
                value={typed}
                maxLength={200}
                onValueChange={setTyped}
                className="h-13 min-w-0 flex-1 bg-transparent text-md outline-none"
              />
            </div>
            <Command.List
              label="What you can do"
              className="max-h-[min(60dvh,420px)] scroll-py-2 overflow-y-auto overscroll-contain p-2"
            >
              {!searching && (
                <Command.Empty className="px-2.5 py-6 text-center text-muted">
                  Nothing fits these words.
                </Command.Empty>
              )}
              <Lines heading={named(targets)} commands={forTasks} onRun={run} />
              <Found tasks={found} onRun={run} />
              <Lines heading="Go to" commands={places} onRun={run} />
              <Lines heading="Do" commands={app} onRun={run} />
              {title && !searching && (
                <PaletteGroup heading="New">
                  <PaletteLine
                    id="create"
                    Icon={Plus}
                    onSelect={() => run(() => openTask(createTask({ title })))}
                  >
                    Add the task “{title}”
                  </PaletteLine>
                </PaletteGroup>
              )}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
