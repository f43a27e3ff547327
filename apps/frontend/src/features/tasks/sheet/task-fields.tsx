'use client';

import { priorities, stages, type Priority, type Stage } from '@todo-chatbot/shared';
import { CircleDashed, Flag } from 'lucide-react';
import { PriorityFlag } from '../list/row-meta';
import { Choice } from './choice';
import { DueField } from './due/due-field';
import type { FieldProps } from './field-props';
import { FieldRow } from './field-row';
import { RemindersField } from './reminders/reminders-field';
import { RepeatField } from './repeat/repeat-field';
import { TagsField } from './tags/tags-field';

const priorityWords: Record<Priority, string> = {
  none: 'None',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};
const stageWords: Record<Stage, string> = { todo: 'To do', doing: 'In progress' };

/** When, how urgent, how far and under which tags. */
export function TaskFields(props: FieldProps) {
  const { task, onEdit } = props;
  return (
    <div className="mx-4.5 my-2 grid gap-0.5 border-y border-hairline py-2">
      <DueField {...props} />
      <RepeatField {...props} />
      <RemindersField {...props} />
      <FieldRow Icon={Flag} label="Priority">
        <Choice
          label="Priority"
          value={task.priority}
          options={priorities.map((value) => ({
            value,
            label: priorityWords[value],
            mark: value !== 'none' && <PriorityFlag priority={value} />,
          }))}
          onChange={(priority) => onEdit({ priority })}
        />
      </FieldRow>
      <FieldRow Icon={CircleDashed} label="Stage">
        <Choice
          label="Stage"
          value={task.stage}
          options={stages.map((value) => ({ value, label: stageWords[value] }))}
          onChange={(stage) => onEdit({ stage })}
        />
      </FieldRow>
      <TagsField {...props} />
    </div>
  );
}
