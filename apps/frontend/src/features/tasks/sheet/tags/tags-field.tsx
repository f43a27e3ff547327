'use client';

import { taskLimits } from '@todo-chatbot/shared';
import { Hash } from 'lucide-react';
import type { FieldProps } from '../field-props';
import { FieldRow } from '../field-row';
import { TagChip } from './tag-chip';
import { TagInput } from './tag-input';

/** The tags of a task: those it has, those one uses, and new ones. */
export function TagsField({ task, onEdit }: FieldProps) {
  const { tags } = task;
  return (
    <FieldRow Icon={Hash} label="Tags">
      <ul aria-label="Tags of this task" className="flex flex-wrap gap-1 py-1 pl-2 empty:hidden">
        {tags.map((name) => (
          <TagChip
            key={name}
            name={name}
            onRemove={() => onEdit({ tags: tags.filter((one) => one !== name) })}
          />
        ))}
      </ul>
      {tags.length < taskLimits.tags && (
        <TagInput had={tags} onChange={(next) => onEdit({ tags: next })} />
      )}
    </FieldRow>
  );
}
