import type { Task } from '@todo-chatbot/shared';
import type { Edit } from '../data/edit';

/** What every field of the sheet is given. */
export interface FieldProps {
  task: Task;
  /** The person's own day. */
  today: string;
  onEdit: (edit: Edit) => void;
}
