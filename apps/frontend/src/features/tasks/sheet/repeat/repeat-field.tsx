'use client';

import { Repeat } from 'lucide-react';
import { PopoverPanel } from '@/components/popover-panel';
import { Popover } from 'radix-ui';
import { lazy, Suspense, useState } from 'react';
import type { FieldProps } from '../field-props';
import { FieldRow } from '../field-row';
import { popoverClass, valueClass } from '../looks';
import { ruleWords } from './presets';

const RepeatPicker = lazy(() =>
  import('./repeat-picker').then((module) => ({ default: module.RepeatPicker })),
);

/** Whether a task comes back after it is done, and when. */
export function RepeatField(props: FieldProps) {
  const [open, setOpen] = useState(false);
  const rule = props.task.recurrence;
  return (
    <FieldRow Icon={Repeat} label="Repeat">
      <Popover.Root open={open} onOpenChange={setOpen} modal>
        <Popover.Trigger className={valueClass(rule !== null)}>
          {rule ? ruleWords(rule) : 'Does not repeat'}
        </Popover.Trigger>
        <PopoverPanel label="Repeat" align="start" className={`${popoverClass} w-72`}>
          <Suspense>
            <RepeatPicker {...props} onClose={() => setOpen(false)} />
          </Suspense>
        </PopoverPanel>
      </Popover.Root>
    </FieldRow>
  );
}
